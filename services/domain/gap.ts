/**
 * Demand, supply and the gap between them, for one scope. Formulas and sources: services/gaps/.
 */
import { z } from 'zod';
import { Interval, Share } from './units.ts';
import { SkillId } from './skill.ts';

/** What the store counts for one skill in one scope (or its parent), duplicates left out. */
export interface SkillCount {
  skillId: string;
  /** Sum over postings of p(skill | posting): the expected number of postings that ask for it. */
  expectedCount: number;
  /** Sum over postings of p squared: together with the sum it says how surely the links speak. */
  squaredCount: number;
  /** The expected number over must-have requirements only. */
  mustCount: number;
  /** Postings with any link to the skill, whatever its confidence. */
  postingCount: number;
  /** Different employers among them. */
  employerCount: number;
}

/** Counts of one scope: `n` postings, of `employers` different employers. */
export interface ScopeCounts {
  n: number;
  employers: number;
  skills: readonly SkillCount[];
}

/** What a broader scope holds beyond a narrower one: the difference of the two tells about these postings alone. */
export interface ScopeRemainder {
  n: number;
  employers: number;
}

export const SkillDemand = z.object({
  skillId: SkillId,
  /** Part of the scope's postings that ask for the skill, posterior mean. */
  demandShare: Share,
  demandInterval: Interval,
  mustHaveShare: Share,
  /** log2 of this scope's share over its parent's; null without a parent. */
  specificity: z.number().nullable(),
  expectedCount: z.number().min(0),
  /** Beta posterior (alpha, beta) behind the share and its interval: gaps propagate it. */
  posterior: z.object({ alpha: z.number().positive(), beta: z.number().positive() }),
  /** How much the average of its link probabilities varies, 1 for sure links: services/gaps/link-dispersion.ts. */
  linkDispersion: z.number().positive().max(1),
});
export type SkillDemand = z.infer<typeof SkillDemand>;

export const SupplyState = z.enum(['unknown', 'measured', 'claimed', 'inferred', 'endorsed', 'assessed', 'verified']);
export type SupplyState = z.infer<typeof SupplyState>;

/** How much of the demand for one skill the scope can already meet. Absent is unknown, and unknown is not zero. */
export interface SkillSupply {
  skillId: string;
  supplyShare: number;
  /** `measured` for a head count; a trust state for a learner. */
  state: SupplyState;
  /** Beta posterior of a counted share; absent for a learner, whose trust weight is a setting and not an estimate. */
  posterior?: { alpha: number; beta: number };
}

export const SkillGap = SkillDemand.extend({
  supplyShare: Share.nullable(),
  supplyState: SupplyState,
  gapShare: Share,
  gapInterval: Interval,
});
export type SkillGap = z.infer<typeof SkillGap>;

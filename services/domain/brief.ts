/**
 * Replies of `skillgap brief`: what a provider, an employer or a learner takes away. Null is unknown and stays unknown.
 */
import { z } from 'zod';
import { Interval, Money, Share } from './units.ts';
import {
  CredentialReply,
  EvidenceReply,
  GapReply,
  PlanReply,
  RankedCredentialReply,
  ReplyHeader,
  SkillReply,
} from './reply.ts';

/** A number with what stands behind it; null when nothing does. */
export const Estimate = z.object({
  value: z.number().nullable(),
  /** Lowest and highest of what it was read from. */
  range: z.tuple([z.number(), z.number()]).nullable(),
  /** How many credentials or postings it was read from. */
  n: z.number().int(),
  basis: z.string(),
});
export type Estimate = z.infer<typeof Estimate>;

export const BriefOutcome = z.object({
  text: z.string(),
  skill: SkillReply,
  gapShare: Share,
  gapInterval: Interval,
  catalogueCoverage: Share,
  uncovered: Share,
  mustHaveShare: Share,
  /** Expected postings that ask for it. */
  postingCount: z.number(),
  trend: z.enum(['emerging', 'declining', 'stable', 'unknown']),
  hours: Estimate,
  evidence: z.array(EvidenceReply),
});
export type BriefOutcome = z.infer<typeof BriefOutcome>;

export const EconomicsReply = z.object({
  /** Options that would have to be given for the numbers; empty when all were. */
  missing: z.array(z.string()),
  currency: z.string().nullable(),
  revenuePerYear: z.number().nullable(),
  revenueByStream: z.record(z.string(), z.number()).nullable(),
  yearlyResult: z.number().nullable(),
  breakEvenLearners: z.number().int().nullable(),
  presentValue: z.number().nullable(),
  tornado: z.array(z.object({ input: z.string(), low: z.number(), high: z.number() })),
  /** Price + hours x opportunity wage; null while one of them is unknown. */
  learnerCost: z.number().nullable(),
});
export type EconomicsReply = z.infer<typeof EconomicsReply>;

export const DesignBrief = z.object({
  title: z.string(),
  /** Sum of uncovered x (1 + growth) x fit: for ranking briefs, no unit of its own. */
  worth: z.number(),
  fit: Share.nullable(),
  /** How surely its skills belong together: mean over pairs of the share of bootstrap samples that put them together. */
  stability: Share,
  /** Postings that ask for at least one of its skills. */
  demand: z.object({ share: Share, interval: Interval, postingCount: z.number(), employers: z.number().int() }),
  /** Expected postings that ask for two of its skills or more. */
  togetherCount: z.number(),
  occupations: z.array(z.object({ label: z.string(), postingCount: z.number() })),
  employers: z.array(z.object({ name: z.string(), postingCount: z.number().int() })),
  outcomes: z.array(BriefOutcome),
  hours: Estimate,
  eqfLevel: Estimate,
  assessment: z.object({ type: z.string(), because: z.string() }),
  prerequisites: z.array(z.object({ skill: SkillReply, share: Share, taughtBy: CredentialReply })),
  competitors: z.array(z.object({ credential: CredentialReply, overlap: Share, skills: z.array(z.string()) })),
  economics: EconomicsReply,
});
export type DesignBrief = z.infer<typeof DesignBrief>;

export const DesignReply = ReplyHeader.extend({ spaceCount: z.number().int(), briefs: z.array(DesignBrief) });
export type DesignReply = z.infer<typeof DesignReply>;

export const Purpose = z.enum(['recruitment', 'promotion', 'CPD']);
export type Purpose = z.infer<typeof Purpose>;

export const Competency = z.object({
  skill: SkillReply,
  /** `must` or `nice` when at least half of the askings say so. */
  need: z.enum(['must', 'nice', 'unstated']),
  demandShare: Share,
  demandInterval: Interval,
  postingCount: z.number(),
  supplyShare: Share.nullable(),
  /** Highest coverage of any credential. */
  taught: Share,
  evidence: z.array(EvidenceReply),
});
export type Competency = z.infer<typeof Competency>;

export const EmployerBrief = ReplyHeader.extend({
  employer: z.string().nullable(),
  purpose: Purpose.nullable(),
  /** Occupations the postings or texts hire for, most postings first. */
  occupations: z.array(z.object({ label: z.string(), postingCount: z.number().int() })),
  competencies: z.array(Competency),
  credentials: z.array(RankedCredentialReply),
  /** Labels of competencies that no credential is likely to teach. */
  taughtByNobody: z.array(z.string()),
});
export type EmployerBrief = z.infer<typeof EmployerBrief>;

export const LearnerBrief = ReplyHeader.extend({
  /** Asked-for skills that the profile shows: proven by somebody else, or the learner's own word. */
  proven: z.array(GapReply),
  claimed: z.array(GapReply),
  missing: z.array(GapReply),
  plan: PlanReply,
  /** Limits of the plan that the learner did not give: a year, six credentials (assume-limits.ts). */
  assumedLimits: z.array(z.enum(['hours', 'maxCredentials'])),
  cost: z.object({
    price: Money.nullable(),
    hours: z.number().nullable(),
    opportunityWage: z.number().nullable(),
    /** Price + hours x wage; null while one of them is unknown. */
    total: z.number().nullable(),
  }),
});
export type LearnerBrief = z.infer<typeof LearnerBrief>;

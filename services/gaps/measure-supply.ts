/**
 * What is known about who can do what in, supply per skill out: of a learner, an employer's staff, a region.
 *
 * A skill that is not in the answer has UNKNOWN supply, which is not zero: nothing here ever fills in a 0 for it.
 * Proficiency: where the demand and the holder both state a level (1 to 4), a holder counts by min(1, held / asked).
 * The rule is applied here and not in measure-gaps.ts, because each piece of evidence has its own level.
 */
import type { SkillCoverage } from '../domain/credential.ts';
import type { SkillSupply } from '../domain/gap.ts';
import type { TrustState } from '../domain/profile.ts';
import { compareIds } from '../domain/units.ts';

/** Asked levels, 1 to 4, by skill id; skills without a stated level are absent. */
export type AskedLevels = ReadonlyMap<string, number>;

export type TrustWeights = Readonly<Record<TrustState, number>>;

export const defaultTrustWeights: TrustWeights = {
  inferred: 0.3,
  claimed: 0.4,
  endorsed: 0.6,
  assessed: 0.8,
  verified: 1,
};

/** How far holding a level meets the level asked for, 0 to 1; 1 when either side states none. */
export function proficiencyShare(heldLevel: number | null | undefined, askedLevel: number | null | undefined): number {
  if (heldLevel === null || heldLevel === undefined || askedLevel === null || askedLevel === undefined) return 1;
  return Math.min(1, heldLevel / askedLevel);
}

export interface LearnerEvidence {
  skillId: string;
  trust: TrustState;
  /** Probability that the statement speaks of this skill at all, 0 to 1. */
  confidence: number;
  /** 1 to 4, or null when the statement names none. */
  proficiency: number | null;
}

/**
 * A learner: the strongest evidence for a skill, weight x link confidence x proficiency share. The weight says how far
 * such a statement is believed, the confidence whether it is about this skill: both must hold, hence the product. The
 * best counts and the rest add nothing, since saying a thing twice does not make it truer. The state is that of
 * the evidence used; on a tie the more trusted one is named.
 */
export function measureLearnerSupply(
  evidence: readonly LearnerEvidence[],
  askedLevels: AskedLevels = new Map(),
  weights: TrustWeights = defaultTrustWeights,
): SkillSupply[] {
  const best = new Map<string, SkillSupply & { weight: number }>();
  for (const { skillId, trust, confidence, proficiency } of evidence) {
    const weight = weights[trust];
    const supplyShare = weight * confidence * proficiencyShare(proficiency, askedLevels.get(skillId));
    const held = best.get(skillId);
    const isStronger =
      held === undefined ||
      supplyShare > held.supplyShare ||
      (supplyShare === held.supplyShare && (weight > held.weight || (weight === held.weight && trust > held.state)));
    if (isStronger) best.set(skillId, { skillId, supplyShare, state: trust, weight });
  }
  return bySkillId([...best.values()].map(({ skillId, supplyShare, state }) => ({ skillId, supplyShare, state })));
}

export interface WorkforceRow {
  skillId: string;
  /** People who hold the skill at this level. */
  headcount: number;
  /** 1 to 4, or null when not stated. */
  proficiency: number | null;
}

/**
 * An employer: people who hold the skill / all staff. Rows of one skill at several levels are different people and add
 * up, at most to all staff. The posterior is Beta(holders, staff - holders): its mean is exactly the share that the
 * head count states, and a larger staff is surer. Absent where nobody or everybody holds the skill, which leaves nothing
 * to vary. Throws a RangeError when `staffCount` is not positive.
 */
export function measureEmployerSupply(
  rows: readonly WorkforceRow[],
  staffCount: number,
  askedLevels: AskedLevels = new Map(),
): SkillSupply[] {
  if (!(staffCount > 0)) throw new RangeError(`A head count must be positive, got ${staffCount}.`);
  const holdersBySkill = new Map<string, number>();
  for (const { skillId, headcount, proficiency } of rows) {
    const counted = headcount * proficiencyShare(proficiency, askedLevels.get(skillId));
    holdersBySkill.set(skillId, (holdersBySkill.get(skillId) ?? 0) + counted);
  }
  return bySkillId(
    [...holdersBySkill].map(([skillId, counted]): SkillSupply => {
      const holders = Math.min(counted, staffCount);
      const supply: SkillSupply = { skillId, supplyShare: holders / staffCount, state: 'measured' };
      if (holders > 0 && holders < staffCount) supply.posterior = { alpha: holders, beta: staffCount - holders };
      return supply;
    }),
  );
}

/**
 * A region: people who were awarded (or enrolled in) the credentials that teach the skill x coverage / labour force,
 * at most 1. Without award counts or a labour force everything is unknown and the answer is empty. The counts are a
 * census, so there is no posterior.
 */
export function measureRegionSupply(
  awardedByCredential: ReadonlyMap<string, number>,
  coverages: readonly SkillCoverage[],
  labourForceCount: number | null,
): SkillSupply[] {
  if (labourForceCount === null || !(labourForceCount > 0)) return [];
  const holdersBySkill = new Map<string, number>();
  for (const { credentialId, skillId, coverage } of coverages) {
    const awarded = awardedByCredential.get(credentialId);
    if (awarded !== undefined) holdersBySkill.set(skillId, (holdersBySkill.get(skillId) ?? 0) + awarded * coverage);
  }
  return bySkillId(
    [...holdersBySkill].map(([skillId, holders]) => ({
      skillId,
      supplyShare: Math.min(1, holders / labourForceCount),
      state: 'measured',
    })),
  );
}

function bySkillId(supplies: SkillSupply[]): SkillSupply[] {
  return supplies.sort((a, b) => compareIds(a.skillId, b.skillId));
}

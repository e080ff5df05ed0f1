/**
 * Counts of a scope and of the scope above it in, demand per skill out: share, 90 % interval, what makes it different.
 *
 * Posterior: Beta(m pi + x / d, m (1 - pi) + (n - x) / d) on the expected count x of n postings; pi and m as in
 * shrink-shares.ts, pi smoothed by Jeffreys' half a posting; without a parent, or when the parent is the scope, Jeffreys:
 * m = 1, pi = 1/2.
 *
 * x is a sum of link probabilities, which varies less than a count of sure answers: d is the dispersion of
 * link-dispersion.ts, 1 where all links are sure. The links are taken as calibrated and independent across postings: a
 * bias that the linker has everywhere is not in the interval.
 */
import type { ScopeCounts, SkillCount, SkillDemand } from '../domain/gap.ts';
import { SkillId } from '../domain/skill.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { betaInterval, betaMean, type BetaShape } from './beta.ts';
import { linkDispersion } from './link-dispersion.ts';
import { countOutside, learnPriorStrength, type OutsideCounts } from './shrink-shares.ts';

export interface DemandOptions {
  /** Prior strength m in postings, more than 0 and at most the postings outside the scope. Default: learned from the counts. */
  priorStrength?: number;
}

/**
 * Demand for every skill that the scope asks for at all, largest share first, ties by id. A skill that only the parent
 * asks for is left out: nothing in this scope could be quoted for it. `parent` contains the scope; null when there is none.
 * Throws a RangeError for counts that cannot be: more expected than counted, more counted than postings.
 */
export function measureDemand(
  scope: ScopeCounts,
  parent: ScopeCounts | null,
  options: DemandOptions = {},
): SkillDemand[] {
  const outside = parent === null ? null : countOutside(scope, parent);
  const prior = learnPrior(scope, outside, options);

  return scope.skills
    .filter((skill) => skill.expectedCount > 0)
    .map((skill) => {
      requirePossible(skill, scope.n);
      const posterior = demandPosterior(skill, scope.n, prior);
      const share = betaMean(posterior);
      return {
        skillId: SkillId.parse(skill.skillId),
        demandShare: toShare(share),
        // Worked out when asked for: an answer shows twenty of thousands, and a quantile costs more than the rest.
        get demandInterval() {
          return betaInterval(posterior);
        },
        // The must-have part of what is asked: 0 where no posting says must, the whole share where all do.
        mustHaveShare: toShare(share * Math.min(1, skill.mustCount / skill.expectedCount)),
        specificity: outside === null ? null : specificityOf(skill, scope.n, share, outside.n, prior),
        expectedCount: skill.expectedCount,
        posterior,
        linkDispersion: linkDispersion(skill, scope.n),
      };
    })
    .sort((a, b) => b.demandShare - a.demandShare || compareIds(a.skillId, b.skillId));
}

/** What is believed of each skill before the scope is looked at. */
export interface DemandPrior {
  /** In postings. */
  strength: number;
  /** 0 to 1, of a skill by id. */
  shareOf: (skillId: string) => number;
}

/** From the rest of the parent; Jeffreys where there is none. */
export function learnPrior(
  scope: ScopeCounts,
  outside: OutsideCounts | null,
  options: DemandOptions = {},
): DemandPrior {
  if (outside === null || outside.n === 0) return { strength: 1, shareOf: () => 0.5 };
  return {
    strength: Math.min(outside.n, options.priorStrength ?? learnPriorStrength(scope, outside)),
    // Half a posting each way (Jeffreys): a skill never seen outside is rare there, not impossible.
    shareOf: (skillId) => ((outside.expectedBySkill.get(skillId) ?? 0) + 0.5) / (outside.n + 1),
  };
}

/** Beta posterior of a skill's share, also of one that no posting asks for. `n` postings, at least 1. */
export function demandPosterior(
  skill: Pick<SkillCount, 'skillId' | 'expectedCount' | 'squaredCount'>,
  n: number,
  { strength, shareOf }: DemandPrior,
): BetaShape {
  const priorShare = shareOf(skill.skillId);
  const dispersion = linkDispersion(skill, n);
  return {
    alpha: strength * priorShare + skill.expectedCount / dispersion,
    beta: strength * (1 - priorShare) + (n - skill.expectedCount) / dispersion,
  };
}

/**
 * log2 of the share over the parent's. The parent's share is the same posterior with every posting outside counted in
 * full (m = their number), so both sides are smoothed alike and the sign is never an artefact of shrinking one of them.
 */
function specificityOf(skill: SkillCount, n: number, share: number, outsideN: number, prior: DemandPrior): number {
  if (outsideN === 0) return 0;
  const { alpha, beta } = demandPosterior(skill, n, { ...prior, strength: outsideN });
  return Math.log2((share * (alpha + beta)) / alpha);
}

function requirePossible(skill: SkillCount, n: number): void {
  const { skillId, expectedCount, squaredCount, mustCount, postingCount } = skill;
  const tolerance = 1e-6;
  if (
    expectedCount <= postingCount + tolerance &&
    postingCount <= n &&
    squaredCount <= expectedCount + tolerance &&
    expectedCount ** 2 <= squaredCount * postingCount + tolerance * n &&
    mustCount >= 0 &&
    mustCount <= expectedCount + tolerance
  ) {
    return;
  }
  throw new RangeError(
    `The counts of ${skillId} cannot be: ${expectedCount} expected (squares ${squaredCount}, ${mustCount} must-have) in ${postingCount} of ${n} postings.`,
  );
}

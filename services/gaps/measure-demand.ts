/**
 * Counts of a scope and of the scope above it in, demand per skill out: share, 90 % interval, what makes it different.
 *
 * Posterior: Beta(m pi + x, m (1 - pi) + n - x) on the expected count x of n postings; pi and m as in shrink-shares.ts,
 * pi smoothed by Jeffreys' half a posting; without a parent, or when the parent is the scope, Jeffreys: m = 1, pi = 1/2.
 *
 * x is itself uncertain: it is a sum of link probabilities, so the true number of postings varies around it by
 * sum p (1 - p). The counts keep x and k, the postings with any link; at most that sum is x (1 - x/k), when all p are
 * equal. That much variance is added (law of total variance) by lowering the strength of the posterior at the same
 * mean. So a skill seen surely in 5 postings and one seen at 50 % in 10 have one share and two intervals. The links are
 * taken as calibrated and independent across postings: a bias that the linker has everywhere is not in the interval.
 */
import type { ScopeCounts, SkillCount, SkillDemand } from '../domain/gap.ts';
import { SkillId } from '../domain/skill.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { betaInterval, betaMean, type BetaShape } from './beta.ts';
import { countOutside, learnPriorStrength } from './shrink-shares.ts';

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
  const strength =
    outside === null || outside.n === 0
      ? null
      : Math.min(outside.n, options.priorStrength ?? learnPriorStrength(scope, outside));

  return scope.skills
    .filter((skill) => skill.expectedCount > 0)
    .map((skill) => {
      requirePossible(skill, scope.n);
      // Half a posting each way (Jeffreys): a skill never seen outside is rare there, not impossible.
      const outsideExpected = outside?.expectedBySkill.get(skill.skillId) ?? 0;
      const priorShare = strength === null ? 0.5 : (outsideExpected + 0.5) / ((outside?.n ?? 0) + 1);
      const posterior = widenedPosterior(skill, scope.n, strength ?? 1, priorShare);
      const share = betaMean(posterior);
      return {
        skillId: SkillId.parse(skill.skillId),
        demandShare: toShare(share),
        demandInterval: betaInterval(posterior),
        // The must-have part of what is asked: 0 where no posting says must, the whole share where all do.
        mustHaveShare: toShare(share * Math.min(1, skill.mustCount / skill.expectedCount)),
        specificity: outside === null ? null : specificityOf(skill, scope.n, share, outside.n, priorShare),
        expectedCount: skill.expectedCount,
        posterior,
      };
    })
    .sort((a, b) => b.demandShare - a.demandShare || compareIds(a.skillId, b.skillId));
}

/** The posterior with the link uncertainty in it: mean (m pi + x) / (m + n) kept, variance (ab + vM) / (M^2 (M + 1)). */
function widenedPosterior(skill: SkillCount, n: number, strength: number, priorShare: number): BetaShape {
  const alpha = strength * priorShare + skill.expectedCount;
  const beta = strength * (1 - priorShare) + n - skill.expectedCount;
  const total = alpha + beta;
  const linkVariance = skill.expectedCount * Math.max(0, 1 - skill.expectedCount / skill.postingCount);
  const widened = (alpha * beta * (total + 1)) / (alpha * beta + linkVariance * total) - 1;
  return { alpha: (alpha / total) * widened, beta: (beta / total) * widened };
}

/**
 * log2 of the share over the parent's. The parent's share is the same posterior with every posting outside counted in
 * full (m = their number), so both sides are smoothed alike and the sign is never an artefact of shrinking one of them.
 */
function specificityOf(skill: SkillCount, n: number, share: number, outsideN: number, priorShare: number): number {
  if (outsideN === 0) return 0;
  const parentShare = (outsideN * priorShare + skill.expectedCount) / (outsideN + n);
  return Math.log2(share / parentShare);
}

function requirePossible(skill: SkillCount, n: number): void {
  const { skillId, expectedCount, mustCount, postingCount } = skill;
  const tolerance = 1e-6;
  if (
    expectedCount <= postingCount + tolerance &&
    postingCount <= n &&
    mustCount >= 0 &&
    mustCount <= expectedCount + tolerance
  ) {
    return;
  }
  throw new RangeError(
    `The counts of ${skillId} cannot be: ${expectedCount} expected (${mustCount} must-have) in ${postingCount} of ${n} postings.`,
  );
}

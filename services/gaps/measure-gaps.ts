/**
 * Demand and supply in, ranked skill gaps out.
 *
 * gapShare = demandShare x (1 - supplyShare): the part of all postings that ask for a skill the scope cannot offer yet
 * (Cappelli 2015: requirement less capability). A skill without supply has UNKNOWN supply: supplyShare is null and the
 * gap equals demand, as it would at 0, but the reply must say which of the two it is. Proficiency levels are already in
 * the supply (measure-supply.ts).
 *
 * Interval: where supply is unknown or a fixed number the demand interval x (1 - supplyShare), exact; otherwise the
 * 5 % and 95 % quantiles of seeded draws from both posteriors, taken as independent.
 */
import type { SkillDemand, SkillGap, SkillSupply } from '../domain/gap.ts';
import { compareIds, toShare } from '../domain/units.ts';
import type { BetaShape } from './beta.ts';
import { drawBeta, seededRandom } from './seeded-random.ts';

export interface GapOptions {
  /** The same seed gives the same intervals. */
  seed: number;
  /** Draws per skill where both sides vary. Default 2,000: their 90 % bounds move by about 3 % of its width. */
  drawCount?: number;
}

/** Largest gap first, ties by id; a gap of 0 stays in, since met demand is an answer too. Throws a RangeError on two supplies for a skill. */
export function measureGaps(
  demands: readonly SkillDemand[],
  supplies: readonly SkillSupply[],
  options: GapOptions,
): SkillGap[] {
  const supplyBySkill = new Map(supplies.map((supply) => [supply.skillId, supply]));
  if (supplyBySkill.size < supplies.length)
    throw new RangeError('A skill has two supplies: measure it once per scope.');
  return demands
    .map((demand) => gapOf(demand, supplyBySkill.get(demand.skillId), options))
    .sort((a, b) => b.gapShare - a.gapShare || compareIds(a.skillId, b.skillId));
}

/** Intervals are worked out when asked for, as in measure-demand.ts: copying a gap with `...` asks for both. */
function gapOf(demand: SkillDemand, supply: SkillSupply | undefined, options: GapOptions): SkillGap {
  const { skillId, demandShare, mustHaveShare, specificity, expectedCount, posterior, linkDispersion } = demand;
  const isKnown = supply !== undefined && supply.state !== 'unknown';
  const unmet = isKnown ? 1 - toShare(supply.supplyShare) : 1;
  const gapShare = toShare(demandShare * unmet);
  return {
    skillId,
    demandShare,
    get demandInterval() {
      return demand.demandInterval;
    },
    mustHaveShare,
    specificity,
    expectedCount,
    posterior,
    linkDispersion,
    supplyShare: isKnown ? toShare(supply.supplyShare) : null,
    supplyState: isKnown ? supply.state : 'unknown',
    gapShare,
    get gapInterval(): SkillGap['gapInterval'] {
      if (isKnown && supply.posterior !== undefined) {
        const random = seededRandom(options.seed, skillId);
        const [low, high] = drawnInterval(posterior, supply.posterior, random, options.drawCount);
        // The mean of a very skewed gap may fall outside its quantiles: a published gap never lies outside its interval.
        return [Math.min(gapShare, low), Math.max(gapShare, high)];
      }
      const [low, high] = demand.demandInterval;
      return [Math.min(gapShare, low * unmet), Math.max(gapShare, high * unmet)];
    },
  };
}

function drawnInterval(demand: BetaShape, supply: BetaShape, random: () => number, drawCount = 2000): [number, number] {
  const draws = Float64Array.from(
    { length: drawCount },
    () => drawBeta(demand, random) * (1 - drawBeta(supply, random)),
  ).sort();
  return [quantileOf(draws, 0.05), quantileOf(draws, 0.95)];
}

/** Linear between order statistics (Hyndman & Fan 1996, type 7). */
function quantileOf(sorted: Float64Array, probability: number): number {
  const rank = probability * (sorted.length - 1);
  const low = sorted[Math.floor(rank)] ?? 0;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (rank - Math.floor(rank)) * (high - low);
}

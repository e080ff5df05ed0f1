/**
 * Gaps with their posteriors and one credential's coverages in, the 90 % interval of its gapClosed out, in closed form.
 *
 * gapClosed is a ratio R = G / T, G = sum of gap x coverage, T = sum of gap. With independent gaps the delta method gives
 * Var R = sum of (coverage - R)^2 Var(gap) / T^2 (Cochran 1977, section 6.4): a skill that the credential misses widens
 * the interval too, because it is in T. The interval is that of the Beta with this mean and variance, which stays within
 * 0 and 1. It holds what is unsure about the GAPS; how sure a coverage is stands in the coverage itself.
 */
import type { SkillGap } from '../domain/gap.ts';
import { betaInterval, betaVariance } from '../gaps/beta.ts';
import type { CoverageRow, CoverageTable } from './coverage-table.ts';

/** Standard deviations from the middle of a 90 % interval to its ends, were it normal. */
const normalWidth = 1.6448536269514722;

/** What all credentials of one table share, worked out once. */
export interface GapVariances {
  byPosition: Float64Array;
  total: number;
}

export function gapVariances(gaps: readonly SkillGap[]): GapVariances {
  const byPosition = Float64Array.from(gaps, gapVariance);
  return { byPosition, total: byPosition.reduce((sum, variance) => sum + variance, 0) };
}

/**
 * Exact from the demand posterior for a fixed supply; a measured supply varies too, and is read off the gap's interval.
 * That interval is worked out when it is asked for, so it is asked for only there: a region has thousands of gaps.
 */
function gapVariance(gap: SkillGap): number {
  if (gap.supplyState !== 'measured') return betaVariance(gap.posterior) * (1 - (gap.supplyShare ?? 0)) ** 2;
  const [low, high] = gap.gapInterval;
  return ((high - low) / (2 * normalWidth)) ** 2;
}

/** @param gapClosed the ratio itself, 0 to 1; the interval always contains it. */
export function gapClosedInterval(
  gapClosed: number,
  rows: readonly CoverageRow[],
  table: CoverageTable,
  variances: GapVariances,
): [low: number, high: number] {
  // Skills not covered add (0 - R)^2 each: all of them at once, then corrected for those covered.
  let sum = gapClosed ** 2 * variances.total;
  for (const { gapPosition, best } of rows) {
    sum += ((best.coverage - gapClosed) ** 2 - gapClosed ** 2) * (variances.byPosition[gapPosition] ?? 0);
  }
  const variance = Math.max(0, sum) / table.totalGapShare ** 2;
  const room = gapClosed * (1 - gapClosed);
  // Under a millionth the two ends print alike, and the Beta would be a needle.
  if (variance < 1e-12 || room <= 0) return [gapClosed, gapClosed];
  const strength = room / variance - 1;
  // No Beta varies as much as 0 and 1 alone would: then nothing is known about the ratio.
  if (strength <= 0) return [0, 1];
  return betaInterval({ alpha: gapClosed * strength, beta: (1 - gapClosed) * strength });
}

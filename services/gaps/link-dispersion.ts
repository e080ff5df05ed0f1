/**
 * How much an average of link probabilities varies, compared with counting sure answers: 0 (not at all) to 1 (the same).
 *
 * Demand is an average of probabilities q, not of answers. Where links are calibrated, an answer varies by
 * Var(q) + E q (1 - q) = p (1 - p), but only Var(q) of that is in the average: the rest is what the linker has averaged
 * out already (law of total variance; Rao-Blackwell). The dispersion is Var(q) / (p (1 - p)), as in a quasi-binomial
 * model (McCullagh & Nelder 1989, 4.5), and n postings count like n / dispersion sure answers. A newcomer would add
 * E q (1 - q) instead: splitting real postings in halves shows those intervals to be too wide (docs/evaluation-intervals.md).
 */
import type { SkillCount } from '../domain/gap.ts';

/**
 * Half a sure posting each way (Jeffreys) is counted in, so that a handful of links does not look certain; with sure links
 * only, or none at all, it is exactly 1. Above 0, since no finite sample shows that nothing varies.
 * @param n postings of the scope, at least `expectedCount`
 */
export function linkDispersion(
  { expectedCount, squaredCount }: Pick<SkillCount, 'expectedCount' | 'squaredCount'>,
  n: number,
): number {
  const share = (expectedCount + 0.5) / (n + 1);
  const variance = (squaredCount + 0.5) / (n + 1) - share * share;
  return Math.min(1, variance / (share * (1 - share)));
}

/**
 * A posterior in, what it says about the share in further postings out: the only claim of an interval that can be checked
 * without knowing the truth.
 *
 * Further n postings have a share of their own around the true one: p (1 - p) dispersion / n, averaged over the posterior
 * by E p (1 - p) = mean (1 - mean) S / (S + 1) with S = alpha + beta. The sum with the posterior's own variance makes the
 * predictive Beta of the same mean (beta-binomial in the limit of sure links: Gelman et al., Bayesian Data Analysis, 2.4).
 */
import { betaMean, type BetaShape } from './beta.ts';

/** @param n further postings, at least 1 @param dispersion of the skill's links, see link-dispersion.ts */
export function predictiveShape(posterior: BetaShape, n: number, dispersion: number): BetaShape {
  const strength = posterior.alpha + posterior.beta;
  const mean = betaMean(posterior);
  const relativeVariance = (1 + (strength * dispersion) / n) / (strength + 1);
  // One sure posting is 0 or 1 whatever is believed: a Beta comes as near to that as it can.
  const predictive = Math.max(1e-9, 1 / relativeVariance - 1);
  return { alpha: mean * predictive, beta: (1 - mean) * predictive };
}

/**
 * The part of a share that lies in an interval: 0, 1, or between at its ends. Shares of few postings move in steps, and an
 * interval from a smooth distribution cannot cover exactly 90 % of such steps; a share therefore stands for all values
 * within half a step of it, as in the randomised probability integral transform (Czado, Gneiting & Held 2009).
 * @param step one posting's worth, in shares; more than 0
 */
export function coveredPart([low, high]: readonly [number, number], share: number, step: number): number {
  const from = Math.max(0, share - step / 2);
  const to = Math.min(1, share + step / 2);
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (to - from);
}

/**
 * A posterior in, what it says about the share in further postings out: the only claim of an interval that can be checked
 * without knowing the truth.
 *
 * Further n postings have a share of their own around the true one: p (1 - p) dispersion / n, averaged over the posterior
 * by E p (1 - p) = mean (1 - mean) S / (S + 1) with S = alpha + beta. The sum with the posterior's own variance makes the
 * predictive Beta of the same mean (beta-binomial in the limit of sure links: Gelman et al., Bayesian Data Analysis, 2.4).
 */
import { betaCumulative, betaMean, type BetaShape } from './beta.ts';

/** @param n further postings, at least 1 @param dispersion of the skill's links, see link-dispersion.ts */
export function predictiveShape(posterior: BetaShape, n: number, dispersion: number): BetaShape {
  const strength = posterior.alpha + posterior.beta;
  const mean = betaMean(posterior);
  const relativeVariance = (1 + (strength * dispersion) / n) / (strength + 1);
  // One sure posting is 0 or 1 whatever is believed: a Beta comes as near to that as it can.
  const predictive = Math.max(1e-9, 1 / relativeVariance - 1);
  return { alpha: mean * predictive, beta: (1 - mean) * predictive };
}

/** The ends of a 90 % interval, as parts of a distribution. */
const [LOW, HIGH] = [0.05, 0.95];

/**
 * The part of a share that lies in the 90 % interval of a predictive distribution: 0, 1, or between at its ends.
 *
 * Shares of few postings move in steps, and an interval from a smooth distribution cannot cover exactly 90 % of such steps. A
 * share therefore stands for all values within half a step of it, each as likely as the distribution says: the randomised
 * probability integral transform (Czado, Gneiting & Held 2009, eq. 2). A newcomer would take the part of its width: of a
 * skill that is nearly surely never asked for, nearly all the likelihood of "none" lies in a sliver of that width.
 * @param step one posting's worth, in shares; more than 0
 */
export function coveredPart(predictive: BetaShape, share: number, step: number): number {
  const from = betaCumulative(predictive, Math.max(0, share - step / 2));
  const to = betaCumulative(predictive, Math.min(1, share + step / 2));
  // Far out in a tail: all of it on one side.
  if (to - from < Number.EPSILON) return Number(from >= LOW && to <= HIGH);
  return Math.max(0, Math.min(HIGH, to) - Math.max(LOW, from)) / (to - from);
}

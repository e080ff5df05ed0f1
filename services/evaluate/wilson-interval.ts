/**
 * How far a share that was counted on a sample may lie from the share of everything: counts in, a 90 % interval out.
 *
 * Unlike share +- 1.645 standard errors it stays within 0 to 1, and says something of 0 of 40 as well.
 */
import type { Interval } from '../domain/units.ts';

/** The 95th percentile of the standard normal: 5 % are left out on each side. */
const Z = 1.6448536269514722;

/**
 * Score interval of Wilson (1927), without continuity correction:
 * (p + z^2 / 2n +- z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n), p = successes / n.
 *
 * @param successes 0 to `trials`; a mean of ties need not be whole
 * @throws RangeError for no trials, or more successes than trials
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (!(trials > 0) || !(successes >= 0 && successes <= trials)) {
    throw new RangeError(`An interval needs 0 to n successes of n trials, n above 0; not ${successes} of ${trials}.`);
  }
  const share = successes / trials;
  const room = Z ** 2 / trials;
  const middle = share + room / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / trials + room / (4 * trials));
  return [Math.max(0, (middle - half) / (1 + room)), Math.min(1, (middle + half) / (1 + room))];
}

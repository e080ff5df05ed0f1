/**
 * How far a mean over queries could have come out differently with other queries: values of each query in, a
 * 90 % interval of their mean out.
 */
import type { Interval } from '../domain/units.ts';
import { mean } from './metrics.ts';

/** Returns numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Percentile bounds settle to about a hundredth of their width at 2,000. */
const RESAMPLES = 2000;

/**
 * Of a mean: see `bootstrapStatistic`.
 *
 * @throws RangeError for no values
 */
export function bootstrapInterval(values: readonly number[], random: Random): Interval {
  return bootstrapStatistic(values.length, random, (drawn) => mean(drawn.map((at) => values[at] ?? 0)));
}

/**
 * Percentile bootstrap (Efron 1979): as many queries drawn with replacement as there are, 2,000 times; the 5th and
 * the 95th percentile of the statistic. With few queries it is somewhat too narrow. Draws for which the statistic is
 * not defined (no positive among them) are left out.
 *
 * @param count of the queries; the statistic gets positions below it, repeated as they were drawn
 * @throws RangeError for no queries, or a statistic that no draw defines
 */
export function bootstrapStatistic(
  count: number,
  random: Random,
  statistic: (drawn: readonly number[]) => number,
): Interval {
  if (count === 0) throw new RangeError('An interval needs at least one value.');
  const values = Array.from({ length: RESAMPLES }, () =>
    statistic(Array.from({ length: count }, () => Math.floor(random() * count))),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (values.length === 0) throw new RangeError('The statistic is not defined for any draw.');
  return [percentile(values, 0.05), percentile(values, 0.95)];
}

/** Between the two nearest values, in proportion. */
function percentile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = ascending[Math.floor(place)] ?? 0;
  const above = ascending[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

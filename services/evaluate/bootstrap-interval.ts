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
 * Percentile bootstrap (Efron 1979): as many queries drawn with replacement as there are, 2,000 times; the 5th and
 * the 95th percentile of the means. With few queries it is somewhat too narrow.
 *
 * @throws RangeError for no values
 */
export function bootstrapInterval(values: readonly number[], random: Random): Interval {
  if (values.length === 0) throw new RangeError('An interval needs at least one value.');
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return [percentile(means, 0.05), percentile(means, 0.95)];
}

/** Between the two nearest values, in proportion. */
function percentile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = ascending[Math.floor(place)] ?? 0;
  const above = ascending[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

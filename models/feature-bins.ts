/** Numbers of many examples in, small whole numbers out: which of at most 64 bins each falls into. Splits are looked for between bins. */

export const MOST_BINS = 64;

export interface BinnedFeature {
  /** Bin of each example. */
  bins: Uint8Array;
  /** `cuts[b]`: the largest value that belongs to bin b. The last bin has none. */
  cuts: readonly number[];
}

/** Cuts lie halfway between neighbouring values; where values are many, between equal parts of the examples. */
export function binFeature(values: Float64Array): BinnedFeature {
  const sorted = values.slice().sort();
  const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
  const edges =
    distinct.length <= MOST_BINS
      ? [...distinct.subarray(1)].map((value, at) => ((distinct[at] ?? 0) + value) / 2)
      : Array.from(
          { length: MOST_BINS - 1 },
          (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / MOST_BINS)] ?? 0,
        );
  const cuts = [...new Set(edges)];
  return { bins: Uint8Array.from(values, (value) => binOf(cuts, value)), cuts };
}

/** The first bin whose cut is not below the value. */
function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

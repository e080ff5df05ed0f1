/**
 * Token counts in, batches out: which texts go through the model together.
 *
 * Only texts of equal token count share a batch. Padding would make the vector of a text depend on its neighbours in
 * the last bits, and then a cached vector would differ from a fresh one.
 */

export interface BatchLimits {
  /** A batch holds at most this many tokens in all (or one text, if that is longer). */
  tokens: number;
  /** A batch holds at most this many texts. */
  texts: number;
}

/** @returns positions into `tokenCounts`, shortest texts first, in their given order within a batch */
export function planBatches(tokenCounts: readonly number[], limits: BatchLimits): number[][] {
  const positionsByCount = new Map<number, number[]>();
  tokenCounts.forEach((count, position) => {
    const positions = positionsByCount.get(count);
    if (positions) positions.push(position);
    else positionsByCount.set(count, [position]);
  });

  return [...positionsByCount]
    .sort(([a], [b]) => a - b)
    .flatMap(([count, positions]) => {
      const size = Math.max(1, Math.min(limits.texts, Math.floor(limits.tokens / Math.max(1, count))));
      return slices(positions, size);
    });
}

/** Cuts a list into runs of at most `size`. */
export function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, run) => all.slice(run * size, (run + 1) * size));
}

/**
 * How good one ranking is, by the usual measures. Ids in, a share (0 to 1) out; a mean over queries is the published
 * number.
 *
 * Every function wants distinct ids, best first, and only queries with something relevant: what the measure should
 * be with nothing to find is no question they answer (they return 0). A relevant id that is not ranked counts as
 * never found.
 */

/** 1 / place of the first relevant id, places from 1; 0 when none is ranked. Its mean is the MRR. */
export function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const first = ranked.findIndex((id) => relevant.has(id));
  return first === -1 ? 0 : 1 / (first + 1);
}

/** RP@k: relevant ids among the first k, of the min(k, R) that could be there. */
export function rPrecisionAt(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  return divide(countFound(ranked, relevant, k), Math.min(k, relevant.size));
}

/** Relevant ids among the first k, of all R. */
export function recallAt(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  return divide(countFound(ranked, relevant, k), relevant.size);
}

/** 1 when a relevant id is among the first k, else 0. */
export function hitAt(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  return countFound(ranked, relevant, k) > 0 ? 1 : 0;
}

/** Mean over all R of the precision at the place of each relevant id. Its mean over queries is the MAP. */
export function averagePrecision(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  let found = 0;
  let precisions = 0;
  ranked.forEach((id, at) => {
    if (!relevant.has(id)) return;
    found += 1;
    precisions += found / (at + 1);
  });
  return divide(precisions, relevant.size);
}

/**
 * nDCG@k with linear gains, as trec_eval computes it: sum of gain / log2(place + 1) over the first k places, divided by
 * that sum of the best possible order. Ids without a gain have gain 0.
 */
export function ndcgAt(ranked: readonly string[], gains: ReadonlyMap<string, number>, k: number): number {
  const best = [...gains.values()].sort((a, b) => b - a);
  return divide(
    discountedGain(
      ranked.map((id) => gains.get(id) ?? 0),
      k,
    ),
    discountedGain(best, k),
  );
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return divide(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function countFound(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  return ranked.slice(0, k).filter((id) => relevant.has(id)).length;
}

function discountedGain(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

function divide(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

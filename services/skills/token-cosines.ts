/**
 * Documents as counted tokens in, how alike a text is to each of them out: TF-IDF, cosine.
 *
 * weight(t, d) = tf(count) x (ln((1 + N) / (1 + df)) + 1), scaled to unit length. Of tokens that no document holds nothing
 * is known: they have no weight.
 */
export interface TokenCosines {
  /** Cosine with each document, by position, 0 to 1. Read it now: the memory is used again. */
  compare(counts: ReadonlyMap<string, number>): Float32Array;
}

/** The documents that hold a token, by position, and its weight in each. */
interface Holders {
  positions: Int32Array;
  weights: Float32Array;
  idf: number;
}

/** @param tf weight of a count before the rarity of its token */
export function buildTokenCosines(
  documents: readonly ReadonlyMap<string, number>[],
  tf: (times: number) => number,
): TokenCosines {
  const entries = new Map<string, { position: number; times: number }[]>();
  documents.forEach((count, position) => {
    for (const [token, times] of count) {
      const known = entries.get(token);
      if (known === undefined) entries.set(token, [{ position, times }]);
      else known.push({ position, times });
    }
  });
  const idfOf = (holders: number) => Math.log((1 + documents.length) / (1 + holders)) + 1;
  const lengths = documents.map((count) =>
    Math.hypot(...[...count].map(([token, times]) => tf(times) * idfOf(entries.get(token)?.length ?? 0))),
  );
  const holdersOf = new Map<string, Holders>();
  for (const [token, holders] of entries) {
    const idf = idfOf(holders.length);
    holdersOf.set(token, {
      positions: Int32Array.from(holders, ({ position }) => position),
      weights: Float32Array.from(holders, ({ position, times }) => (tf(times) * idf) / (lengths[position] ?? 1)),
      idf,
    });
  }
  const cosines = new Float32Array(documents.length);
  return {
    compare(counts) {
      cosines.fill(0);
      const query = [...counts].flatMap(([token, times]) => {
        const holders = holdersOf.get(token);
        return holders === undefined ? [] : [{ holders, weight: tf(times) * holders.idf }];
      });
      const length = Math.hypot(...query.map(({ weight }) => weight));
      for (const { holders, weight } of query) {
        const { positions, weights } = holders;
        const share = weight / length;
        for (let at = 0; at < positions.length; at++) {
          const position = positions[at] ?? 0;
          cosines[position] = (cosines[position] ?? 0) + share * (weights[at] ?? 0);
        }
      }
      return cosines;
    },
  };
}

export function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

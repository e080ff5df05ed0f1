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

/**
 * The documents that hold each token, one token after the other: those of token t stand from `starts[t]` up to, not with,
 * `starts[t + 1]`, in ascending order. There are two million: an object or an array for each would take hundreds of MB.
 */
interface Holdings {
  documentCount: number;
  tokenNumbers: ReadonlyMap<string, number>;
  starts: Uint32Array;
  positions: Uint32Array;
  weights: Float32Array;
}

/**
 * @param documents read once, one after the other, and not kept
 * @param tf weight of a count before the rarity of its token
 */
export function buildTokenCosines(
  documents: Iterable<ReadonlyMap<string, number>>,
  tf: (times: number) => number,
): TokenCosines {
  // A function of its own: what compares would otherwise hold on to everything that was needed to build it.
  return comparing(weighTokens(documents, tf), tf);
}

function weighTokens(documents: Iterable<ReadonlyMap<string, number>>, tf: (times: number) => number): Holdings {
  const tokenNumbers = new Map<string, number>();
  const holders: number[] = [];
  /** Of each document its tokens and their counts, one document after the other. */
  const tokens = new GrowingNumbers();
  const times = new GrowingNumbers();
  const ends: number[] = [];
  for (const count of documents) {
    for (const [token, often] of count) {
      const number = tokenNumbers.get(token) ?? tokenNumbers.size;
      tokenNumbers.set(token, number);
      holders[number] = (holders[number] ?? 0) + 1;
      tokens.push(number);
      times.push(often);
    }
    ends.push(tokens.length);
  }
  const starts = new Uint32Array(holders.length + 1);
  holders.forEach((some, token) => {
    starts[token + 1] = (starts[token] ?? 0) + some;
  });
  const next = starts.slice();
  const positions = new Uint32Array(tokens.length);
  const weights = new Float32Array(tokens.length);
  let from = 0;
  ends.forEach((to, position) => {
    const own = Array.from(tokens.slice(from, to));
    const counts = times.slice(from, to);
    const raw = own.map((token, at) => tf(counts[at] ?? 0) * rarity(holders[token] ?? 0, ends.length));
    const length = Math.hypot(...raw);
    own.forEach((token, at) => {
      const place = next[token] ?? 0;
      next[token] = place + 1;
      positions[place] = position;
      weights[place] = (raw[at] ?? 0) / length;
    });
    from = to;
  });
  return { documentCount: ends.length, tokenNumbers, starts, positions, weights };
}

/** Whole numbers one after the other: a list of a million numbers takes twice the memory, and more while it grows. */
class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = value;
  }

  /** Without copying. */
  slice(from: number, to: number): Uint32Array {
    return this.#numbers.subarray(from, to);
  }
}

function comparing(
  { documentCount, tokenNumbers, starts, positions, weights }: Holdings,
  tf: (times: number) => number,
): TokenCosines {
  const cosines = new Float32Array(documentCount);
  return {
    compare(counts) {
      cosines.fill(0);
      const query = [...counts].flatMap(([token, times]) => {
        const number = tokenNumbers.get(token);
        if (number === undefined) return [];
        const from = starts[number] ?? 0;
        const to = starts[number + 1] ?? 0;
        return [{ from, to, weight: tf(times) * rarity(to - from, documentCount) }];
      });
      const length = Math.hypot(...query.map(({ weight }) => weight));
      for (const { from, to, weight } of query) {
        const share = weight / length;
        for (let at = from; at < to; at++) {
          const position = positions[at] ?? 0;
          cosines[position] = (cosines[position] ?? 0) + share * (weights[at] ?? 0);
        }
      }
      return cosines;
    },
  };
}

/** @param holders documents that hold the token, of `documents` */
function rarity(holders: number, documents: number): number {
  return Math.log((1 + documents) / (1 + holders)) + 1;
}

export function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/**
 * TF-IDF of any tokens: documents in, a ranker by cosine out.
 *
 * weight(t, d) = count(t, d) x (ln((1 + N) / (1 + df(t))) + 1), each document scaled to unit length; the same weights
 * for the query. This is scikit-learn's default. Tokens of the query that no document holds carry no weight.
 */
import { rankByValue, type TextDocument, type TextRanker } from './text-ranker.ts';

/** The documents that hold a token, and its weight in each: two lists side by side, as there are millions of entries. */
interface TokenWeights {
  documents: number[];
  weights: number[];
}

/** @param tokensOf text to tokens, with repetitions */
export function buildSparseCosine(
  documents: readonly TextDocument[],
  tokensOf: (text: string) => readonly string[],
): TextRanker {
  const counts = documents.map(({ text }) => countTokens(tokensOf(text)));
  const documentCounts = new Map<string, number>();
  for (const count of counts) {
    for (const token of count.keys()) documentCounts.set(token, (documentCounts.get(token) ?? 0) + 1);
  }
  const weigh = (count: ReadonlyMap<string, number>): Map<string, number> => {
    const weights = new Map<string, number>();
    for (const [token, times] of count) {
      const found = documentCounts.get(token);
      if (found !== undefined) weights.set(token, times * (Math.log((1 + documents.length) / (1 + found)) + 1));
    }
    return toUnitLength(weights);
  };
  const weightsByToken = new Map<string, TokenWeights>();
  counts.forEach((count, document) => {
    for (const [token, weight] of weigh(count)) {
      const known = weightsByToken.get(token) ?? { documents: [], weights: [] };
      known.documents.push(document);
      known.weights.push(weight);
      weightsByToken.set(token, known);
    }
  });

  return {
    rank: (query, limit) => {
      const cosines = new Float64Array(documents.length);
      for (const [token, weight] of weigh(countTokens(tokensOf(query)))) {
        const { documents: holders, weights } = weightsByToken.get(token) ?? { documents: [], weights: [] };
        holders.forEach((document, at) => {
          cosines[document] = (cosines[document] ?? 0) + weight * (weights[at] ?? 0);
        });
      }
      return rankByValue(documents, cosines, limit, 0);
    },
  };
}

export function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function toUnitLength(weights: Map<string, number>): Map<string, number> {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  return new Map([...weights].map(([token, weight]) => [token, weight / length]));
}

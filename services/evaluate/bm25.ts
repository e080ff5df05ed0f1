/**
 * BM25 as Lucene computes it, on the tokens of the TF-IDF baseline: what a good search box does without learning.
 *
 * value = sum over the query's tokens, repetitions included, of
 *   ln(1 + (N - df + 0.5) / (df + 0.5)) x count (k1 + 1) / (count + k1 (1 - b + b length / mean length)).
 */
import { englishTokens } from './english-tokens.ts';
import { countTokens } from './sparse-cosine.ts';
import { rankByValue, type TextDocument, type TextRanker } from './text-ranker.ts';

/** How soon more repetitions of a word in a document stop counting. */
const K1 = 1.2;
/** How far long documents are held back, 0 to 1. */
const B = 0.75;

interface Posting {
  document: number;
  count: number;
}

export function buildBm25(documents: readonly TextDocument[]): TextRanker {
  const tokens = documents.map(({ text }) => englishTokens(text));
  const meanLength = tokens.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const postingsByToken = new Map<string, Posting[]>();
  tokens.forEach((some, document) => {
    for (const [token, count] of countTokens(some)) {
      const postings = postingsByToken.get(token);
      if (postings) postings.push({ document, count });
      else postingsByToken.set(token, [{ document, count }]);
    }
  });

  return {
    rank: (query, limit) => {
      const values = new Float64Array(documents.length);
      for (const token of englishTokens(query)) {
        const postings = postingsByToken.get(token) ?? [];
        const rarity = Math.log(1 + (documents.length - postings.length + 0.5) / (postings.length + 0.5));
        for (const { document, count } of postings) {
          const room = K1 * (1 - B + (B * (tokens[document]?.length ?? 0)) / meanLength);
          values[document] = (values[document] ?? 0) + (rarity * count * (K1 + 1)) / (count + room);
        }
      }
      return rankByValue(documents, values, limit, 0);
    },
  };
}

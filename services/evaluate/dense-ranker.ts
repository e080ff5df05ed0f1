/**
 * Baseline without training: documents and queries through the same embedder, nearest documents by cosine.
 *
 * With labels for documents this is `labelOnly`, what most skill extractors do; with whole texts it is `dense`.
 * Every document is compared: an approximate index would add its own error to the baseline's.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { rankByValue, type RankedText, type TextDocument } from './text-ranker.ts';

export interface DenseRanker {
  /** At most `limit` distinct ids, most similar first; ties break on the id. The query comes from the same embedder. */
  rank: (query: Float32Array, limit: number) => RankedText[];
}

export async function buildDenseRanker(
  documents: readonly TextDocument[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<DenseRanker> {
  const vectors = await embedder.embed(
    documents.map(({ text }) => text),
    signal,
  );
  return {
    rank: (query, limit) =>
      rankByValue(
        documents,
        vectors.map((vector) => dotProduct(query, vector)),
        limit,
      ),
  };
}

/** The cosine of two unit vectors; 0 when one is the zero vector of a blank text. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

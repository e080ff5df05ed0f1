/**
 * Nearest neighbours by cosine similarity. `exact` is the truth and the test oracle; `hnsw` is fast.
 */
import { compareIds, type Similarity } from '../domain/units.ts';

export interface Neighbour {
  id: string;
  similarity: Similarity;
}

export interface VectorIndex {
  readonly size: number;
  /** At most `limit` neighbours, most similar first; ties break on the id. */
  nearest(query: Float32Array, limit: number): Neighbour[];
  /** The vector of an entry; not to be changed. */
  vectorOf(id: string): Float32Array | undefined;
}

/** A unit vector with its id. Ids are unique within an index. */
export interface VectorEntry {
  id: string;
  vector: Float32Array;
}

export function byMostSimilar(a: Neighbour, b: Neighbour): number {
  return b.similarity - a.similarity || compareIds(a.id, b.id);
}

/**
 * Several indexes as one. A large taxonomy keeps its snapshot when a small list comes beside it: only the list is embedded.
 */
import { byMostSimilar, type VectorIndex } from './vector-index.ts';

/** Where two indexes hold an id the first one counts. */
export function joinIndexes(indexes: readonly VectorIndex[]): VectorIndex {
  const [only] = indexes;
  if (only !== undefined && indexes.length === 1) return only;
  return {
    size: indexes.reduce((sum, index) => sum + index.size, 0),
    nearest: (query, limit) =>
      indexes
        .flatMap((index, at) =>
          index
            .nearest(query, limit)
            .filter(({ id }) => indexes.slice(0, at).every((earlier) => earlier.vectorOf(id) === undefined)),
        )
        .sort(byMostSimilar)
        .slice(0, limit),
    vectorOf(id) {
      for (const index of indexes) {
        const vector = index.vectorOf(id);
        if (vector !== undefined) return vector;
      }
      return undefined;
    },
  };
}

/**
 * What an approximate index loses: an index, the exact one over the same vectors and queries in, recall out.
 */
import type { VectorIndex } from '../matching/vector-index.ts';
import { recallAt } from './metrics.ts';
import { idsOf, summariseQueries, type RandomFor, type Summary } from './summarise-queries.ts';

const MEASURES = ['recallAt1', 'recallAt10', 'wholeTenShare'] as const;
export type IndexRecall = Summary<(typeof MEASURES)[number]>;

/**
 * recallAt10 is the part of the exact ten nearest among the ten found, a mean over the queries; wholeTenShare the part of
 * the queries for which nothing is missing.
 *
 * @param queries unit vectors, at least one
 */
export function measureIndexRecall(
  index: VectorIndex,
  exact: VectorIndex,
  queries: readonly Float32Array[],
  randomFor: RandomFor,
): IndexRecall {
  return summariseQueries(
    queries.map((query) => {
      const truth = idsOf(exact.nearest(query, 10));
      const found = idsOf(index.nearest(query, 10));
      const recallAt10 = recallAt(found, new Set(truth), 10);
      return {
        recallAt1: recallAt(found, new Set(truth.slice(0, 1)), 1),
        recallAt10,
        wholeTenShare: recallAt10 === 1 ? 1 : 0,
      };
    }),
    MEASURES,
    randomFor,
  );
}

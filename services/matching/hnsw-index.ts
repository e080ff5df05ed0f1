/**
 * hnswlib behind our interface: it speaks integer labels and distances, we speak ids and similarities.
 *
 * Approximate: it may miss a neighbour that the exact index finds (recall is measured in test/services/matching). The
 * same entries give the same graph, byte for byte, whatever order they come in: rows are sorted by id and the seed is
 * fixed. `ef` is not part of a saved graph and is set on every opening.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import hnswlib from 'hnswlib-node';
import { toSimilarity } from '../domain/units.ts';
import { groupIdentical } from './group-identical.ts';
import { byLargestValue } from './top-rows.ts';
import { byMostSimilar, type VectorIndex } from './vector-index.ts';
import {
  checkQuery,
  isZero,
  rowOf,
  toVectorTable,
  vectorFinder,
  type VectorEntries,
  type VectorTable,
} from './vector-table.ts';

export interface HnswOptions {
  /** Links of a point; more: better recall, more memory. */
  m: number;
  /** Candidates looked at while building; more: better graph, slower build. */
  efConstruction: number;
  /** Candidates looked at while searching; more: better recall, slower search. May differ from build to search. */
  ef: number;
  seed: number;
}

/** 14,000 vectors of 384 dimensions: about 6 s to build, .2 ms a query, recall@10 above .95. */
export const DEFAULT_HNSW: HnswOptions = { m: 16, efConstruction: 200, ef: 64, seed: 100 };

/** Building blocks the event loop for this many points at a time (about a tenth of a second). */
const POINTS_PER_TURN = 250;

export interface HnswIndex extends VectorIndex {
  /** Saves the graph; ids are not part of it. */
  writeGraph(file: string): void;
}

/** @param entries unit vectors @throws InvalidInputError when entries do not fit `dimensions` */
export async function buildHnswIndex(
  entries: VectorEntries,
  dimensions: number,
  options: HnswOptions = DEFAULT_HNSW,
): Promise<HnswIndex> {
  return hnswIndexOf(toVectorTable(entries, dimensions), options);
}

/** Builds the graph of a table. */
export async function hnswIndexOf(table: VectorTable, options: HnswOptions): Promise<HnswIndex> {
  const groups = groupIdentical(table);
  const graph = new hnswlib.HierarchicalNSW('ip', table.dimensions);
  graph.initIndex({
    maxElements: Math.max(1, groups.length),
    m: options.m,
    efConstruction: options.efConstruction,
    randomSeed: options.seed,
  });
  for (const [label, [row]] of groups.entries()) {
    // hnswlib-node refuses typed arrays.
    if (row !== undefined) graph.addPoint(Array.from(rowOf(table, row)), label);
    if (label % POINTS_PER_TURN === POINTS_PER_TURN - 1) await nextTurn();
  }
  return wrap(graph, table, groups, options);
}

/**
 * Opens a graph that was built from exactly this table. The file must have been checked: hnswlib trusts what it reads.
 */
export function readHnswIndex(file: string, table: VectorTable, options: HnswOptions): HnswIndex {
  const graph = new hnswlib.HierarchicalNSW('ip', table.dimensions);
  graph.readIndexSync(file);
  return wrap(graph, table, groupIdentical(table), options);
}

function wrap(
  graph: hnswlib.HierarchicalNSW,
  table: VectorTable,
  groups: readonly (readonly number[])[],
  options: HnswOptions,
): HnswIndex {
  const { ids, dimensions } = table;
  graph.setEf(options.ef);
  return {
    size: ids.length,
    nearest(query, limit) {
      checkQuery(query, dimensions);
      if (groups.length === 0 || limit <= 0 || isZero(query)) return [];
      // hnswlib breaks ties as they come: all candidates it looked at are taken, so that ours is the last word. More
      // than it holds would throw.
      const found = graph.searchKnn(Array.from(query), Math.min(Math.max(limit, options.ef), groups.length));
      return found.neighbors
        .flatMap((label, rank) => {
          const value = 1 - (found.distances[rank] ?? 1);
          return (groups[label] ?? []).slice(0, limit).map((row) => ({ row, value }));
        })
        .sort(byLargestValue)
        .slice(0, limit)
        .map(({ row, value }) => ({ id: ids[row] ?? '', similarity: toSimilarity(value) }))
        .sort(byMostSimilar);
    },
    vectorOf: vectorFinder(table),
    writeGraph: (file) => {
      graph.writeIndexSync(file);
    },
  };
}

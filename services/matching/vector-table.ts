/**
 * Vectors with ids in flat form: row i of `vectors` belongs to `ids[i]`, rows in the order of their ids.
 *
 * One Float32Array holds all rows; an object for each of some 100,000 vectors would cost more than the vectors. The
 * order makes an index independent of the order in which its entries were read.
 */
import { compareIds } from '../domain/units.ts';
import { InvalidInputError } from '../errors.ts';
import type { VectorEntry } from './vector-index.ts';

export interface VectorTable {
  readonly ids: readonly string[];
  /** `ids.length x dimensions` numbers, one row after the other. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

/** What an index is built from: single entries, or ids and their vectors one after the other. */
export type VectorEntries =
  readonly VectorEntry[] | { readonly ids: readonly string[]; readonly vectors: Float32Array };

/**
 * Vectors one after the other in the order of their ids are used where they are, without a copy.
 * @throws InvalidInputError when an id comes twice, a length is wrong or a number is not finite
 */
export function toVectorTable(entries: VectorEntries, dimensions: number): VectorTable {
  const ids = isList(entries) ? entries.map((entry) => entry.id) : entries.ids;
  const rowAt = isList(entries) ? rowsOfList(entries, dimensions) : rowsOfFlat(entries, dimensions);
  const order = ids.map((_, position) => position).sort((a, b) => compareIds(ids[a] ?? '', ids[b] ?? ''));

  const sortedIds = order.map((position) => ids[position] ?? '');
  const twice = sortedIds.find((id, position) => position > 0 && id === sortedIds[position - 1]);
  if (twice !== undefined)
    throw new InvalidInputError(`The id "${twice}" comes twice in one vector index; ids are unique.`);

  const isInOrder = order.every((position, row) => position === row);
  const vectors = !isList(entries) && isInOrder ? entries.vectors : new Float32Array(ids.length * dimensions);
  if (isList(entries) || !isInOrder) {
    for (const [row, position] of order.entries()) vectors.set(rowAt(position), row * dimensions);
  }
  const broken = vectors.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0) {
    const id = sortedIds[Math.floor(broken / dimensions)] ?? '';
    throw new InvalidInputError(`The vector of "${id}" has a number that is not finite; embed that text again.`);
  }
  return { ids: sortedIds, vectors, dimensions };
}

/** Row `row` without copying. */
export function rowOf({ vectors, dimensions }: VectorTable, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions);
}

function isList(entries: VectorEntries): entries is readonly VectorEntry[] {
  return Array.isArray(entries);
}

function rowsOfList(entries: readonly VectorEntry[], dimensions: number): (position: number) => Float32Array {
  for (const { id, vector } of entries) {
    if (vector.length === dimensions) continue;
    throw new InvalidInputError(`The vector of "${id}" has ${vector.length} numbers, the index has ${dimensions}.`);
  }
  return (position) => entries[position]?.vector ?? new Float32Array();
}

function rowsOfFlat(
  { ids, vectors }: { ids: readonly string[]; vectors: Float32Array },
  dimensions: number,
): (position: number) => Float32Array {
  if (vectors.length !== ids.length * dimensions) {
    throw new InvalidInputError(`${ids.length} vectors of ${dimensions} numbers were expected, not ${vectors.length}.`);
  }
  return (position) => vectors.subarray(position * dimensions, (position + 1) * dimensions);
}

/** @throws InvalidInputError when the query was embedded by a model of other dimensions */
export function checkQuery(query: Float32Array, dimensions: number): void {
  if (query.length === dimensions) return;
  throw new InvalidInputError(
    `The query vector has ${query.length} numbers, the index has ${dimensions}; embed it with the model of the index.`,
  );
}

/** The vector of blank text is zero: it is like nothing, so nothing is near it. */
export function isZero(vector: Float32Array): boolean {
  return vector.every((value) => value === 0);
}

/** The vector of an id, without copying. */
export function vectorFinder(table: VectorTable): (id: string) => Float32Array | undefined {
  const rowById = new Map(table.ids.map((id, row) => [id, row]));
  return (id) => {
    const row = rowById.get(id);
    return row === undefined ? undefined : rowOf(table, row);
  };
}

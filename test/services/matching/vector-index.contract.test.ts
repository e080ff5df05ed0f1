import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import { buildHnswIndex } from '../../../services/matching/hnsw-index.ts';
import type { VectorEntry, VectorIndex } from '../../../services/matching/vector-index.ts';
import type { VectorEntries } from '../../../services/matching/vector-table.ts';
import { clusteredVectors, toUnit } from './clustered-vectors.ts';

const DIMENSIONS = 16;
const vectors = clusteredVectors(200, DIMENSIONS, 12, 1);
const entries = vectors.map((vector, position): VectorEntry => ({ id: `skill-${position}`, vector }));
const directions = [
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 0],
  [3, 4],
].map(toUnit);

describe.each([
  ['exact', (given: VectorEntries, size: number) => Promise.resolve(buildExactIndex(given, size))],
  ['hnsw', (given: VectorEntries, size: number) => buildHnswIndex(given, size)],
])('VectorIndex contract: %s', (_name, build: (given: VectorEntries, size: number) => Promise<VectorIndex>) => {
  it('finds a vector as its own nearest neighbour', async () => {
    const index = await build(entries, DIMENSIONS);
    for (const entry of entries) {
      const [nearest] = index.nearest(entry.vector, 1);
      expect(nearest?.id).toBe(entry.id);
      expect(nearest?.similarity).toBeCloseTo(1, 5);
    }
  });

  it('returns at most limit and never more than it holds', async () => {
    const index = await build(entries, DIMENSIONS);
    expect(index.size).toBe(200);
    for (const [limit, length] of [
      [0, 0],
      [1, 1],
      [7, 7],
      [199, 199],
      [200, 200],
      [9999, 200],
    ] as const) {
      expect(index.nearest(vectors[0]!, limit)).toHaveLength(length);
    }
  });

  it('puts the most similar first', async () => {
    const index = await build(entries, DIMENSIONS);
    const found = index.nearest(vectors[0]!, 50).map((neighbour) => neighbour.similarity);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(found[0]).toBeGreaterThan(found[49]!);
  });

  it('gives the cosine of the angle as similarity, -1 for the opposite', async () => {
    const index = await build([{ id: 'east', vector: toUnit([1, 0]) }], 2);
    const similarityTo = (x: number, y: number) => index.nearest(toUnit([x, y]), 1)[0]?.similarity;
    expect(similarityTo(3, 4)).toBeCloseTo(0.6);
    expect(similarityTo(0, 1)).toBeCloseTo(0);
    expect(similarityTo(-1, 0)).toBeCloseTo(-1);
  });

  it('breaks ties on the id, also where the limit cuts through them', async () => {
    const tied = ['e', 'c', 'a', 'd', 'b'].map((id) => ({ id, vector: toUnit([1, 2]) }));
    const index = await build([...tied, { id: '0', vector: toUnit([1, -2]) }], 2);
    expect(index.nearest(toUnit([1, 2]), 3).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(index.nearest(toUnit([1, 2]), 6).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', '0']);
  });

  it('agrees with sorting all pairs, whatever the order of the entries', async () => {
    // Few directions, so that ties happen.
    const direction = fc.constantFrom(...directions);
    const given = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), vector: direction }),
      {
        selector: (entry) => entry.id,
      },
    );
    await fc.assert(
      fc.asyncProperty(given, direction, fc.nat(9), async (some, query, limit) => {
        const cosine = (vector: Float32Array) => vector[0]! * query[0]! + vector[1]! * query[1]!;
        const expected = some
          .toSorted((a, b) => cosine(b.vector) - cosine(a.vector) || (a.id < b.id ? -1 : 1))
          .slice(0, limit);
        const found = (await build(some, 2)).nearest(query, limit);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect((await build(some.toReversed(), 2)).nearest(query, limit)).toEqual(found);
      }),
    );
  });

  it('takes flat vectors as well as single entries', async () => {
    const flat = Float32Array.from(vectors.flatMap((vector) => [...vector]));
    const ids = entries.map((entry) => entry.id);
    const fromFlat = await build({ ids, vectors: flat }, DIMENSIONS);
    const fromEntries = await build(entries, DIMENSIONS);
    for (const vector of vectors.slice(0, 20)) {
      expect(fromFlat.nearest(vector, 5)).toEqual(fromEntries.nearest(vector, 5));
    }
  });

  it('finds neighbours beyond a crowd of equal vectors', async () => {
    const crowd = Array.from({ length: 500 }, (_, position) => ({ id: `crowd-${position}`, vector: vectors[0]! }));
    const index = await build([...crowd, ...entries.slice(1)], DIMENSIONS);
    for (const entry of entries.slice(1, 50)) expect(index.nearest(entry.vector, 1)[0]?.id).toBe(entry.id);
    const found = index.nearest(vectors[0]!, 510).map(({ id }) => id);
    expect(found.slice(0, 500).every((id) => id.startsWith('crowd-'))).toBe(true);
    expect(found.slice(500).some((id) => id.startsWith('crowd-'))).toBe(false);
  });

  it('finds nothing in an empty index, and nothing near the vector of blank text', async () => {
    expect((await build([], 2)).nearest(toUnit([1, 0]), 5)).toEqual([]);
    expect((await build(entries, DIMENSIONS)).nearest(new Float32Array(DIMENSIONS), 5)).toEqual([]);
  });

  it('refuses a query of another model', async () => {
    const index = await build(entries, DIMENSIONS);
    expect(() => index.nearest(toUnit([1, 0]), 5)).toThrow(/2 numbers, the index has 16/u);
  });

  it('refuses entries that do not belong into one index', async () => {
    const broken = Float32Array.of(1, Number.NaN);
    await expect(async () => build([{ id: 'a', vector: broken }], 2)).rejects.toThrow(/"a".*not finite/u);
    await expect(async () => build([{ id: 'a', vector: toUnit([1]) }], 2)).rejects.toThrow(/"a" has 1 numbers/u);
    await expect(async () => build({ ids: ['a'], vectors: broken }, 3)).rejects.toThrow(/1 vectors of 3 numbers/u);
    const twice = ['a', 'b', 'a'].map((id) => ({ id, vector: toUnit([1, 0]) }));
    await expect(async () => build(twice, 2)).rejects.toThrow(/"a" comes twice/u);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import { buildHnswIndex, DEFAULT_HNSW, readHnswIndex } from '../../../services/matching/hnsw-index.ts';
import { toVectorTable } from '../../../services/matching/vector-table.ts';
import { clusteredVectors } from './clustered-vectors.ts';

const DIMENSIONS = 64;
const count = 3000;
const all = clusteredVectors(count + 200, DIMENSIONS, 60, 7);
const entries = all.slice(0, count).map((vector, position) => ({ id: `outcome-${position}`, vector }));
const queries = all.slice(count);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hnsw-index-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const graphFile = (name: string) => path.join(folder, name);

describe('hnsw index', () => {
  it('finds at least .95 of the ten nearest that exact search finds', async () => {
    const hnsw = await buildHnswIndex(entries, DIMENSIONS);
    const exact = buildExactIndex(entries, DIMENSIONS);
    let found = 0;
    for (const query of queries) {
      const truth = new Set(exact.nearest(query, 10).map(({ id }) => id));
      found += hnsw.nearest(query, 10).filter(({ id }) => truth.has(id)).length;
    }
    expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  it('gives similarities that exact search gives', async () => {
    const hnsw = await buildHnswIndex(entries.slice(0, 300), DIMENSIONS);
    const exact = buildExactIndex(entries.slice(0, 300), DIMENSIONS);
    const similarityById = new Map(exact.nearest(queries[0]!, 300).map((found) => [found.id, found.similarity]));
    for (const { id, similarity } of hnsw.nearest(queries[0]!, 10)) {
      expect(similarity).toBeCloseTo(similarityById.get(id)!, 5);
    }
  });

  it('writes the same bytes for the same entries in any order', async () => {
    const some = entries.slice(0, 600);
    const shuffled = some.map((_, position) => some[(position * 7 + 3) % some.length]!);
    expect(new Set(shuffled).size).toBe(600);
    (await buildHnswIndex(some, DIMENSIONS)).writeGraph(graphFile('in-order'));
    (await buildHnswIndex(shuffled, DIMENSIONS)).writeGraph(graphFile('shuffled'));
    expect(readFileSync(graphFile('in-order')).equals(readFileSync(graphFile('shuffled')))).toBe(true);
  });

  it('answers as before when it is read back', async () => {
    const crowd = Array.from({ length: 30 }, (_, position) => ({ id: `same-${position}`, vector: queries[0]! }));
    const some = [...entries.slice(0, 600), ...crowd];
    const built = await buildHnswIndex(some, DIMENSIONS);
    built.writeGraph(graphFile('saved'));
    const read = readHnswIndex(graphFile('saved'), toVectorTable(some, DIMENSIONS), DEFAULT_HNSW);
    expect(read.size).toBe(630);
    for (const query of queries.slice(0, 50)) expect(read.nearest(query, 10)).toEqual(built.nearest(query, 10));
  });

  it('searches with the ef it is opened with, not with the library’s own 10', async () => {
    const built = await buildHnswIndex(entries, DIMENSIONS);
    built.writeGraph(graphFile('ef'));
    const table = toVectorTable(entries, DIMENSIONS);
    const exact = buildExactIndex(entries, DIMENSIONS);
    const recall = (ef: number) => {
      const index = readHnswIndex(graphFile('ef'), table, { ...DEFAULT_HNSW, ef });
      return queries.filter((query) => index.nearest(query, 1)[0]?.id === exact.nearest(query, 1)[0]?.id).length;
    };
    expect(recall(200)).toBeGreaterThan(recall(10));
    expect(recall(10)).toBeGreaterThan(recall(1));
  });
});

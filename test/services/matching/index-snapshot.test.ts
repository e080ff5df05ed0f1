import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../../services/errors.ts';
import { DEFAULT_HNSW } from '../../../services/matching/hnsw-index.ts';
import {
  buildSnapshot,
  hashEntryTexts,
  openOrBuildSnapshot,
  openSnapshot,
} from '../../../services/matching/index-snapshot.ts';
import type { SnapshotIdentity } from '../../../services/matching/snapshot-manifest.ts';
import { clusteredVectors } from './clustered-vectors.ts';

const DIMENSIONS = 8;
const vectors = clusteredVectors(60, DIMENSIONS, 5, 3);
const entries = vectors.map((vector, position) => ({ id: `skill-${position}`, vector }));
const hnsw: SnapshotIdentity = {
  kind: 'skills',
  modelId: 'toy@1/fp32',
  dimensions: DIMENSIONS,
  textTemplate: '{preferredLabel}',
  taxonomy: 'esco 1.1.1',
  entriesHash: hashEntryTexts(entries.map(({ id }) => ({ id, texts: [`label of ${id}`] }))),
  parameters: DEFAULT_HNSW,
};
const exact: SnapshotIdentity = { ...hnsw, parameters: null };

let folder: string;
const skills = () => path.join(folder, 'skills');
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'index-snapshot-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['hnsw', hnsw],
  ['exact', exact],
])('index snapshot: %s', (name, identity) => {
  it('answers as before when it is opened again', async () => {
    const built = await buildSnapshot(folder, identity, entries);
    const opened = await openSnapshot(folder, identity);
    expect(opened.manifest).toEqual(built.manifest);
    expect(opened.manifest).toMatchObject({ ...identity, count: 60 });
    for (const vector of vectors) expect(opened.index.nearest(vector, 9)).toEqual(built.index.nearest(vector, 9));
  });

  it('writes ids, vectors, manifest, and a graph only where there is one', async () => {
    await buildSnapshot(folder, identity, entries);
    const files = await readdir(path.join(skills(), '00000001'));
    const expected = ['graph.bin', 'ids.json', 'manifest.json', 'vectors.f32'];
    expect(files.sort()).toEqual(name === 'hnsw' ? expected : expected.slice(1));
  });

  it('is the same, byte for byte, for entries in another order', async () => {
    await buildSnapshot(folder, identity, entries);
    const first = await readdir(path.join(skills(), '00000001'));
    const before = await Promise.all(first.map((file) => readFile(path.join(skills(), '00000001', file))));
    await buildSnapshot(folder, identity, entries.toReversed());
    const after = await Promise.all(first.map((file) => readFile(path.join(skills(), '00000002', file))));
    expect(after).toEqual(before);
  });

  it('holds no entries as well as many', async () => {
    await buildSnapshot(folder, identity, []);
    const { index } = await openSnapshot(folder, identity);
    expect(index.size).toBe(0);
    expect(index.nearest(vectors[0]!, 3)).toEqual([]);
  });

  it('is refused, with the command that rebuilds it, when any file is damaged', async () => {
    await buildSnapshot(folder, identity, entries);
    const version = path.join(skills(), '00000001');
    for (const file of await readdir(version)) {
      const whole = await readFile(path.join(version, file));
      await truncate(path.join(version, file), whole.length - 3);
      await expect(openSnapshot(folder, identity)).rejects.toThrow(UnavailableError);
      await expect(openSnapshot(folder, identity)).rejects.toThrow(/index of skills.*`skillgap link`/u);
      await rm(path.join(version, file));
      await expect(openSnapshot(folder, identity)).rejects.toThrow(UnavailableError);
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(whole.length >> 1) ^ 1, whole.length >> 1);
      await writeFile(path.join(version, file), altered);
      await expect(openSnapshot(folder, identity)).rejects.toThrow(UnavailableError);
      await writeFile(path.join(version, file), whole);
    }
    expect((await openSnapshot(folder, identity)).index.size).toBe(60);
  });
});

describe('a snapshot of something else', () => {
  const changes: [string, Partial<SnapshotIdentity>, RegExp][] = [
    ['another model', { modelId: 'toy@2/fp32' }, /modelId "toy@1\/fp32", now it is "toy@2\/fp32"/u],
    ['other dimensions', { dimensions: 9 }, /dimensions "8", now it is "9"/u],
    ['another wording', { textTemplate: '{description}' }, /textTemplate/u],
    ['another taxonomy', { taxonomy: 'esco 1.2.0' }, /taxonomy "esco 1.1.1"/u],
    ['no taxonomy', { taxonomy: null }, /now it is "none"/u],
    ['other entries', { entriesHash: 'f'.repeat(64) }, /entries have changed/u],
    ['exact search', { parameters: null }, /now exact search is asked for/u],
    ['another graph', { parameters: { ...DEFAULT_HNSW, m: 8 } }, /m 16.*m 8/u],
    ['another seed', { parameters: { ...DEFAULT_HNSW, seed: 1 } }, /seed 1\)/u],
    ['a graph built with less care', { parameters: { ...DEFAULT_HNSW, efConstruction: 50 } }, /efConstruction 50/u],
  ];
  it.each(changes)('is refused: %s', async (_what, change, reason) => {
    await buildSnapshot(folder, hnsw, entries);
    const opening = openSnapshot(folder, { ...hnsw, ...change });
    await expect(opening).rejects.toThrow(UnavailableError);
    await expect(opening).rejects.toThrow(reason);
  });

  it('is refused under the name of another kind', async () => {
    await buildSnapshot(folder, hnsw, entries);
    await cp(skills(), path.join(folder, 'outcomes'), { recursive: true });
    await expect(openSnapshot(folder, { ...hnsw, kind: 'outcomes' })).rejects.toThrow(/kind "skills"/u);
  });

  it('is accepted with another ef, which belongs to the search', async () => {
    await buildSnapshot(folder, hnsw, entries);
    const identity = { ...hnsw, parameters: { ...DEFAULT_HNSW, ef: 10 } };
    expect((await openSnapshot(folder, identity)).index.size).toBe(60);
  });

  it('is refused when there is none', async () => {
    await expect(openSnapshot(folder, hnsw)).rejects.toThrow(/not been built yet.*`skillgap link`/u);
  });
});

describe('a crash while a snapshot is built', () => {
  it('before the rename leaves the last snapshot in use', async () => {
    await buildSnapshot(folder, hnsw, entries);
    // Everything but the manifest was written, as a kill just before the end leaves it.
    const temporary = path.join(skills(), '.building-abc123');
    await cp(path.join(skills(), '00000001'), temporary, { recursive: true });
    await rm(path.join(temporary, 'manifest.json'));
    expect((await openSnapshot(folder, hnsw)).index.size).toBe(60);
    await buildSnapshot(folder, hnsw, entries.slice(0, 10));
    expect((await openSnapshot(folder, hnsw)).index.size).toBe(10);
  });

  it('before the first rename leaves none', async () => {
    await mkdir(path.join(skills(), '.building-abc123'), { recursive: true });
    await expect(openSnapshot(folder, hnsw)).rejects.toThrow(/not been built yet/u);
  });

  it('after the rename, with the old one half removed, leaves the new one in use', async () => {
    await buildSnapshot(folder, hnsw, entries);
    await cp(path.join(skills(), '00000001'), path.join(folder, 'old'), { recursive: true });
    await buildSnapshot(folder, hnsw, entries.slice(0, 10));
    await cp(path.join(folder, 'old'), path.join(skills(), '00000001'), { recursive: true });
    await rm(path.join(skills(), '00000001', 'vectors.f32'));
    expect((await openSnapshot(folder, hnsw)).index.size).toBe(10);
    await buildSnapshot(folder, hnsw, entries.slice(0, 20));
    expect(await readdir(skills())).toEqual(['00000003']);
  });

  it('leaves nothing for ever: old temporary folders go with the next build, recent ones stay', async () => {
    const [recent, old] = [path.join(skills(), '.building-abc123'), path.join(skills(), '.building-def456')];
    await mkdir(recent, { recursive: true });
    await mkdir(old);
    await utimes(old, new Date(0), new Date(0));
    await buildSnapshot(folder, hnsw, entries);
    expect((await readdir(skills())).sort()).toEqual(['.building-abc123', '00000001']);
  });

  it('leaves no temporary folder when writing fails', async () => {
    const twice = [entries[0]!, entries[0]!];
    await expect(buildSnapshot(folder, hnsw, twice)).rejects.toThrow(/comes twice/u);
    await expect(openSnapshot(folder, hnsw)).rejects.toThrow(/not been built yet/u);
  });
});

describe('openOrBuildSnapshot', () => {
  it('builds what is missing or out of date, and only that', async () => {
    let reads = 0;
    const openOrBuild = (identity: SnapshotIdentity) =>
      openOrBuildSnapshot(folder, identity, () => {
        reads++;
        return Promise.resolve(entries);
      });
    expect((await openOrBuild(hnsw)).wasRebuilt).toBe(true);
    expect((await openOrBuild(hnsw)).wasRebuilt).toBe(false);
    expect((await openOrBuild({ ...hnsw, modelId: 'toy@2/fp32' })).wasRebuilt).toBe(true);
    expect((await openOrBuild({ ...hnsw, modelId: 'toy@2/fp32' })).wasRebuilt).toBe(false);
    await truncate(path.join(skills(), '00000002', 'vectors.f32'), 8);
    expect((await openOrBuild({ ...hnsw, modelId: 'toy@2/fp32' })).wasRebuilt).toBe(true);
    expect(reads).toBe(3);
  });

  it('ends well when two build at once', async () => {
    const build = () => openOrBuildSnapshot(folder, hnsw, () => Promise.resolve(entries));
    const [first, second] = await Promise.all([build(), build()]);
    expect([first.index.size, second.index.size]).toEqual([60, 60]);
    expect((await openSnapshot(folder, hnsw)).index.size).toBe(60);
    expect(await readdir(skills())).toHaveLength(1);
  });
});

describe('hashEntryTexts', () => {
  it('tells ids from texts, and one order from another', () => {
    const hash = (...pairs: [string, ...string[]][]) => hashEntryTexts(pairs.map(([id, ...texts]) => ({ id, texts })));
    const all = [
      hash(['a', 'b']),
      hash(['ab', '']),
      hash(['', 'ab']),
      hash(['a', 'b'], ['c', 'd']),
      hash(['c', 'd'], ['a', 'b']),
      hash(['a', 'b","c'], ['d', '']),
      hash(),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(hash(['a', 'b'])).toBe(all[0]);
  });
});

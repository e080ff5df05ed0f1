import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNewestVersion, publishVersion } from '../../../services/matching/whole-folder.ts';

let parent: string;
beforeEach(async () => {
  parent = path.join(await mkdtemp(path.join(tmpdir(), 'whole-folder-')), 'skills');
});
afterEach(async () => {
  await rm(path.dirname(parent), { recursive: true, force: true });
});
const publish = (content: string) =>
  publishVersion(parent, (folder) => writeFile(path.join(folder, 'content'), content));

describe('publishVersion', () => {
  it('counts versions up and keeps the last', async () => {
    for (let version = 1; version <= 11; version++) await publish(`version ${version}`);
    expect(await readdir(parent)).toEqual(['00000011']);
    const newest = await findNewestVersion(parent);
    expect(await readFile(path.join(newest!, 'content'), 'utf8')).toBe('version 11');
  });

  it('leaves the last version when writing the next one fails', async () => {
    await publish('good');
    const failing = publishVersion(parent, async (folder) => {
      await writeFile(path.join(folder, 'content'), 'half');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await readdir(parent)).toEqual(['00000001']);
  });

  it('lets writers that meet all end well and leaves a whole version', async () => {
    for (let round = 0; round < 10; round++) {
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(publish));
      const newest = await findNewestVersion(parent);
      expect(await readFile(path.join(newest!, 'content'), 'utf8')).toMatch(/^[a-h]$/u);
    }
  });
});

describe('findNewestVersion', () => {
  it('finds none in a folder that is missing or holds other things', async () => {
    expect(await findNewestVersion(parent)).toBeUndefined();
    await publish('good');
    await rm(path.join(parent, '00000001'), { recursive: true });
    await writeFile(path.join(parent, 'notes.txt'), '');
    expect(await findNewestVersion(parent)).toBeUndefined();
  });
});

/**
 * Publishes a folder as a whole: a reader finds the last version or the new one, never half of either.
 *
 * Versions are numbered folders (`00000007`) in one parent. A new version is written under a temporary name, synced to
 * disk and renamed to the next number; older versions go afterwards. The highest number is the one that counts, so a
 * crash at any point leaves a whole folder. One writer at a time is meant; a second one gets the number after.
 */
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const VERSION = /^\d{8}$/u;
const TEMPORARY_PREFIX = '.building-';
/** Writing takes seconds; a temporary folder this old was left by a killed process. */
const LEFT_OVER_AFTER_MS = 60 * 60_000;

/** @returns the path of the newest version, or undefined when there is none */
export async function findNewestVersion(parent: string): Promise<string | undefined> {
  const newest = (await listVersions(parent)).at(-1);
  return newest === undefined ? undefined : path.join(parent, newest);
}

/**
 * @param parent made when missing
 * @param write fills the empty folder it is given; when it throws, nothing is published
 * @returns the path of the published version
 */
export async function publishVersion(parent: string, write: (folder: string) => Promise<void>): Promise<string> {
  await mkdir(parent, { recursive: true });
  const temporary = await mkdtemp(path.join(parent, TEMPORARY_PREFIX));
  try {
    await write(temporary);
    await chmod(temporary, 0o755); // mkdtemp makes it private to this user
    await syncFolder(temporary);
    const published = await renameToNextVersion(parent, temporary);
    await removeOthers(parent, published);
    return published;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function renameToNextVersion(parent: string, temporary: string): Promise<string> {
  for (;;) {
    const next = Number((await listVersions(parent)).at(-1) ?? 0) + 1;
    const target = path.join(parent, String(next).padStart(8, '0'));
    try {
      await rename(temporary, target);
      await syncPath(parent);
      return target;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

/** Older versions, and what killed processes left behind. */
async function removeOthers(parent: string, published: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name);
    const isOlder = VERSION.test(name) && name < path.basename(published);
    if (isOlder || (name.startsWith(TEMPORARY_PREFIX) && (await isLeftOver(folder)))) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function listVersions(parent: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.filter((name) => VERSION.test(name)).sort();
}

async function isLeftOver(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_OVER_AFTER_MS;
}

/** Every file of the folder, then the folder itself. */
async function syncFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await syncPath(path.join(folder, name));
  await syncPath(folder);
}

async function syncPath(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Another writer was first: renaming onto a folder that is not empty. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
}

/**
 * The page as `serve` finds it: built already, built now because it is missing or older than its sources, or not there.
 * Without the build tools (an installation without development packages) a page that was built before is served as it is.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = path.join(ROOT, 'services/web');
const BUILT = path.join(ROOT, 'dist/web');

/** Never throws: without a page the API answers all the same. */
export async function buildPageWhenStale(say: (line: string) => void): Promise<void> {
  const builtAt = await changedAt(path.join(BUILT, 'index.html'));
  const bundler = findBundler();
  if (bundler !== undefined && builtAt < (await newestIn(SOURCES))) {
    say(builtAt === 0 ? 'Building the page (once) ...' : 'The page is older than its sources: building it again ...');
    try {
      await promisify(execFile)(process.execPath, [bundler, 'build', '--logLevel', 'error'], { cwd: ROOT });
    } catch (error) {
      say(`The page could not be built: ${reasonOf(error)} Try npm run build:web.`);
    }
  }
  if (!existsSync(path.join(BUILT, 'index.html')))
    say('There is no page at /: run npm ci (with development packages) and npm run build:web. The API answers.');
}

function findBundler(): string | undefined {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return undefined;
  }
}

/** Milliseconds since the epoch; 0 for what is not there. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

async function newestIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return Math.max(0, ...(await Promise.all(names.map((name) => changedAt(path.join(folder, name))))));
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.split('\n').find((line) => line.trim() !== '') ?? 'no reason given'}.`;
}

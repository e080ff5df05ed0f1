import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '../../../services/errors.ts';
import { holdFolder } from '../../../services/store/folder-lock.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const { folder: root, write } = temporaryFolder();
let made = 0;

function emptyFolder(): string {
  const folder = path.join(root, `folder-${made++}`);
  mkdirSync(folder);
  return folder;
}

function writeLock(folder: string, content: string): Promise<string> {
  return write(path.join(path.basename(folder), 'in-use'), content);
}

describe('holding a folder', () => {
  it('refuses a second holder while the first one lives, and says what to do', () => {
    const folder = emptyFolder();
    const release = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(UnavailableError);
    expect(() => holdFolder(folder)).toThrow(`in use by process ${process.pid}: wait for it or stop it`);
    release();
  });

  it('frees the folder on release, and leaves no file behind', () => {
    const folder = emptyFolder();
    holdFolder(folder)();
    expect(existsSync(path.join(folder, 'in-use'))).toBe(false);
    holdFolder(folder)();
  });

  it('refuses while another process holds the folder', async () => {
    const folder = emptyFolder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    await writeLock(folder, String(other.pid));
    expect(() => holdFolder(folder)).toThrow(`in use by process ${other.pid}`);
    other.kill();
  });

  it('takes over from a process that was killed', async () => {
    const folder = emptyFolder();
    const dead = spawnSync(process.execPath, ['-e', ''], { stdio: 'ignore' });
    const file = await writeLock(folder, `${dead.pid} 12345`);
    const release = holdFolder(folder);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
    release();
  });

  it.skipIf(!existsSync('/proc/self/stat'))(
    'takes over when the id now names a process that started at another time (needs /proc)',
    async () => {
      const folder = emptyFolder();
      await writeLock(folder, `${process.pid} 1`);
      holdFolder(folder)();
    },
  );

  it.each(['', 'not a number', '-1', '0'])('takes over a lock file that names nobody: "%s"', async (content) => {
    const folder = emptyFolder();
    await writeLock(folder, content);
    holdFolder(folder)();
  });

  it('never shows a lock without its holder, however fast it comes and goes', async () => {
    const folder = emptyFolder();
    const lock = new URL('../../../services/store/folder-lock.ts', import.meta.url).href;
    const script = `import { holdFolder } from ${JSON.stringify(lock)};
      process.send('ready');
      for (let turn = 0; turn < 4000; turn++) holdFolder(${JSON.stringify(folder)})();`;
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(other, 'exit');
    await once(other, 'message');
    const seen = new Set<string>();
    while (other.exitCode === null && other.signalCode === null) {
      for (let look = 0; look < 200; look++) seen.add(contentOf(path.join(folder, 'in-use')));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toEqual([0, null]);
    expect(seen).not.toContain('');
    expect(readdirSync(folder)).toEqual([]);
  });
});

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'no lock';
  }
}

/** `skillgap serve` on an empty home, as `npm start` does it: the sample pack, linked, with the page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from '../cli/run-cli.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SampleServer {
  url: string;
  close: () => Promise<void>;
}

/** @throws when it ends before it listens, with what it said */
export async function startSampleServer(): Promise<SampleServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'skillgap-e2e-'));
  const server = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'services/cli/main.ts',
      'serve',
      '--home',
      home,
      '--port',
      '0',
      '--now',
      '2026-11-01T00:00:00Z',
    ],
    // Without the settings of the caller: a queue on a shared Redis would have its jobs taken by other tests.
    { cwd: ROOT, env: inheritedEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const close = async () => {
    if (server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const [found] = /http:\/\/[\w.:]+/u.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    server.on('exit', () => {
      reject(new Error(`serve ended: ${said.join(' / ')}`));
    });
  });
  return { url, close };
}

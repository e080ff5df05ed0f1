/**
 * Arguments in, the real command line run as a process of its own, what it wrote and how it ended out.
 *
 * The environment is the caller's without every setting of Skillgap: a test says what it needs.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SETTINGS = /^(SKILLGAP_|DATABASE_URL$|REDIS_URL$|PORT$|HOST$|CHROMIUM_PATH$|VITEST|NODE_ENV$|NODE_OPTIONS$)/;

export interface CliRun {
  /** Null when a signal ended the process. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  home: string;
  environment?: Record<string, string>;
  /** Modules loaded before the command line: `--import` of node. */
  preload?: readonly string[];
}

/** With small parameters of this test's own, so that nothing depends on what was trained last. */
export const TEST_PARAMETERS = new URL('./test-parameters.ts', import.meta.url).href;

export async function runCli(args: readonly string[], options: RunOptions): Promise<CliRun> {
  const { home, environment = {}, preload = [] } = options;
  const imports = ['tsx', ...preload].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, 'services/cli/main.ts', ...args, '--home', home], {
    cwd: PROJECT,
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}

/** Runs to a good end, or throws what the command said. */
export async function runCliWell(args: readonly string[], options: RunOptions): Promise<CliRun> {
  const run = await runCli(args, options);
  if (run.exitCode !== 0) throw new Error(`skillgap ${args.join(' ')} ended with ${run.exitCode}: ${run.stderr}`);
  return run;
}

export function inheritedEnvironment(): NodeJS.ProcessEnv {
  // eslint-disable-next-line no-restricted-properties -- a child process needs PATH and the like; nothing is read here
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));
}

/**
 * `npm run bench -- api-load HOME [SECONDS]`: a server of its own over a home folder, asked 200 mixed questions a second.
 *
 * First every address once, alone: what an answer costs when nothing is kept. Then all of them at the rate, each again and again
 * as people share a page, and one in a hundred with a seed that nobody asked before, so that answers go on being worked out.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { seededRandom } from '../../services/gaps/seeded-random.ts';
import { mixedAddresses } from './mixed-addresses.ts';

const RATE = 200;
const SECONDS = 600;
const CONNECTIONS = 20;
const SAMPLE_EVERY_MS = 5000;
const NEW_QUESTIONS = 0.01;

export async function benchApiLoad([home, seconds = String(SECONDS)]: readonly string[]): Promise<void> {
  if (home === undefined) throw new Error('Whose data? npm run bench -- api-load HOME [SECONDS]');
  const { server, url } = await startServer(home);
  try {
    const addresses = await mixedAddresses(url);
    const cold = await askEach(url, addresses);
    const memory: number[] = [];
    const sampling = setInterval(() => memory.push(residentMegabytes(server)), SAMPLE_EVERY_MS);
    const load = await underLoad(url, addresses, Number(seconds));
    clearInterval(sampling);
    const third = Math.floor(memory.length / 3);
    const report = {
      addresses: addresses.length,
      alone: { ms: percentiles(cold) },
      load: {
        seconds: Number(seconds),
        requests: load.times.length,
        perSecond: Number((load.times.length / Number(seconds)).toFixed(1)),
        errors: load.errors,
        notOk: load.notOk,
        ms: percentiles(load.times),
      },
      residentMegabytes: {
        start: memory[0],
        most: Math.max(...memory),
        end: memory.at(-1),
        meanOfThirds: [0, 1, 2].map((part) => mean(memory.slice(part * third, (part + 1) * third))),
      },
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (load.errors > 0 || load.notOk > 0 || report.load.ms.p95 > 100) process.exitCode = 1;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

function startServer(home: string): Promise<{ server: ChildProcess; url: string }> {
  const args = ['--import', 'tsx', 'services/cli/main.ts', 'serve', '--home', home, '--port', '0'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    // Read to the end: a server whose words nobody takes any more would be stopped by them.
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-10_000);
      const [, url] = /answers at (http:\S+)/u.exec(said) ?? [];
      if (url !== undefined) resolve({ server, url });
    });
    server.once('exit', () => {
      reject(new Error(`The server did not start, or ended: ${said}`));
    });
  });
}

async function askEach(url: string, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const address of addresses) {
    const began = performance.now();
    const reply = await fetch(`${url}${address}`);
    await reply.arrayBuffer();
    if (!reply.ok) throw new Error(`${address} answered ${reply.status}`);
    times.push(performance.now() - began);
    if (times.length % 100 === 0) process.stderr.write(`${times.length} of ${addresses.length} asked once\n`);
  }
  return times;
}

function underLoad(url: string, addresses: readonly string[], duration: number) {
  const random = seededRandom(7);
  let seed = 1000;
  const draw = () => {
    const address = addresses[Math.floor(random() * addresses.length)] ?? '/v1/overview';
    if (random() >= NEW_QUESTIONS || !/^\/v1\/(?:gaps|rank)\?/u.test(address)) return address;
    seed += 1;
    return `${address}&seed=${seed}`;
  };
  const found = { times: [] as number[], errors: 0, notOk: 0 };
  return new Promise<typeof found>((resolve, reject) => {
    const running = autocannon(
      {
        url,
        connections: CONNECTIONS,
        overallRate: RATE,
        duration,
        requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: draw() }) }],
      },
      (error, result) => {
        if (error !== null && error !== undefined) reject(error as Error);
        else resolve({ ...found, errors: result.errors + result.timeouts });
      },
    );
    running.on('response', (_client, status, _bytes, ms) => {
      found.times.push(ms);
      if (status !== 200) found.notOk += 1;
    });
  });
}

/** Linux says it in /proc; elsewhere nothing is said. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

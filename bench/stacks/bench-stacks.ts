/**
 * Plans of random catalogues (up to 60 skills and 500 credentials) measured: how long the search takes, how far its
 * plans are from the optimum of HiGHS, and whether every limit and every bound holds. Exit code 1 when one does not.
 */
import { parseArgs } from 'node:util';
import { solveWithHighs } from '../../services/credentials/highs-solver.ts';
import { optimiseStack } from '../../services/credentials/optimise-stack.ts';
import { optimiseStackExactly } from '../../services/credentials/optimise-stack-exactly.ts';
import { mean } from '../../services/evaluate/metrics.ts';
import { violations } from '../../test/services/credentials/stack-instances.ts';
import { randomStack } from './random-stack.ts';

const DEFAULT_COUNT = 1000;
/** Per instance; what is not proven by then still has a plan and a bound. */
const EXACT_SECONDS = 20;
/** Shares of gaps, a thousand times finer than anybody reads. */
const TOLERANCE = 1e-6;

export interface StackMeasurement {
  /** Wall clock of the search with its bound, frontier and free plan. */
  searchMs: number;
  /** The same in processor time, which other work on the machine does not stretch. */
  searchCpuMs: number;
  exactMs: number;
  /** (optimum - plan) / optimum, where the optimum was proven; else null. */
  gap: number | null;
  violations: string[];
  /** A bound below a plan that exists. */
  falseBounds: string[];
}

export async function measureStack(seed: number): Promise<StackMeasurement> {
  const request = randomStack(seed);
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const greedy = optimiseStack(request);
  const searchMs = performance.now() - before;
  const cpu = process.cpuUsage(cpuBefore);
  const exact = await optimiseStackExactly(request, { solve: solveWithHighs, timeLimitSeconds: EXACT_SECONDS });
  const exactMs = performance.now() - before - searchMs;
  const isProven = exact.optimal.gap <= TOLERANCE;
  const broken = [greedy, exact].flatMap(({ steps }) =>
    violations(
      request,
      steps.map(({ credentialId }) => credentialId),
    ),
  );
  const falseBounds = [greedy, exact].flatMap(({ optimal }) =>
    optimal.bound < exact.gapClosed - TOLERANCE ? [`${optimal.method} ${optimal.bound} < ${exact.gapClosed}`] : [],
  );
  return {
    searchMs,
    searchCpuMs: (cpu.user + cpu.system) / 1000,
    exactMs,
    gap: isProven ? (exact.gapClosed === 0 ? 0 : 1 - greedy.gapClosed / exact.gapClosed) : null,
    violations: broken.map((text) => `seed ${seed}: ${text}`),
    falseBounds: falseBounds.map((text) => `seed ${seed}: ${text}`),
  };
}

export async function benchStacks(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [count = DEFAULT_COUNT, first = 1] = positionals.map(Number);
  const measured: StackMeasurement[] = [];
  for (let seed = first; seed < first + count; seed += 1) measured.push(await measureStack(seed));
  const proven = measured.flatMap(({ gap }) => gap ?? []);
  const broken = measured.flatMap((one) => one.violations);
  const falseBounds = measured.flatMap((one) => one.falseBounds);
  const lines = [
    `${count} instances, seeds ${first} to ${first + count - 1}, up to 60 skills and 500 credentials`,
    `search, wall clock ms:     ${spread(measured.map(({ searchMs }) => searchMs))}`,
    `search, processor ms:      ${spread(measured.map(({ searchCpuMs }) => searchCpuMs))}`,
    `exact, wall clock ms:      ${spread(measured.map(({ exactMs }) => exactMs))}`,
    `optimum proven in ${EXACT_SECONDS} s:    ${proven.length} of ${count}`,
    `search below the optimum:  mean ${percent(mean(proven))}, worst ${percent(Math.max(0, ...proven))}, none in ${proven.filter((gap) => gap <= TOLERANCE).length}`,
    `limits broken:             ${broken.length}`,
    `false bounds:              ${falseBounds.length}`,
    ...broken,
    ...falseBounds,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (broken.length + falseBounds.length > 0) process.exitCode = 1;
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)} %`;
}

/**
 * Gaps, rankings and plans of regions in a simulated store of 100,000 postings and 1.2 million links, and 5,000
 * credentials: how long each takes once the process is warm, and whether the counts equal a recount from the rows. Exit
 * code 1 when a count differs or an answer takes too long.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerGaps } from '../../services/answers/answer-gaps.ts';
import { answerPlan } from '../../services/answers/answer-plan.ts';
import { answerRank } from '../../services/answers/answer-rank.ts';
import { DEFAULT_OPTIONS, type AnswerDeps } from '../../services/answers/answer-deps.ts';
import { composeSystem, type System } from '../../services/compose.ts';
import { openIndex } from '../../services/compose/open-index.ts';
import { outcomeEntries, outcomeIndexOptions } from '../../services/compose/search-outcomes.ts';
import { readConfig } from '../../services/config.ts';
import type { Scope } from '../../services/domain/scope.ts';
import { WHOLE_SCOPE } from '../../test/services/store/store-fixture.ts';
import { employerKeyOf, LINKS_PER_POSTING, REGIONS, simulateStore } from './simulate-store.ts';

const CREDENTIAL_COUNT = 5000;
const DEFAULT_POSTING_COUNT = 100_000;
const MOST_MS = 150;
/** Each region is asked for this often; the first round only warms. */
const ROUNDS = 6;
const ASKED = ['GB', ...REGIONS];

export async function benchScale([home, count]: readonly string[]): Promise<void> {
  const homeFolder = home ?? mkdtempSync(path.join(tmpdir(), 'skillgap-scale-'));
  const isFilled = existsSync(path.join(homeFolder, 'store'));
  const system = await composeSystem(readConfig({ home: homeFolder, model: 'hashing' }), { taxonomy: 'own' });
  try {
    if (!isFilled) await fill(system, Number(count ?? DEFAULT_POSTING_COUNT));
    print(`${JSON.stringify(await system.store.postings.counts())}, ${LINKS_PER_POSTING} links a posting`);
    const deps = await system.answers();
    const firstMs = await timed(() => system.store.demand.counts(WHOLE_SCOPE));
    print(`first count of a process, which reads every posting: ${firstMs.wallMs.toFixed(0)} ms`);
    const isEqual = await compareWithRecount(system);
    const isFast = await measureAnswers(deps);
    print(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
    if (!isEqual || !isFast) process.exitCode = 1;
  } finally {
    await system.close();
    if (home === undefined) rmSync(homeFolder, { recursive: true });
  }
}

async function fill(system: System, postingCount: number): Promise<void> {
  const start = performance.now();
  const size = { postingCount, credentialCount: CREDENTIAL_COUNT };
  await simulateStore(system.store, size, (done) => {
    if (done % 10_000 === 0) print(`simulated ${done} postings, ${seconds(start)} s`);
  });
  const models = await system.models();
  const entries = outcomeEntries(await system.store.credentials.all());
  await openIndex(outcomeIndexOptions(system.config, models, { framework: 'own', version: '1' }, entries));
  print(`simulated and indexed in ${seconds(start)} s`);
}

/** Scopes of every kind and of several kinds at once. */
const COMPARED: [string, Partial<Scope>][] = [
  ['everything', {}],
  ...['GB', 'UKH', 'FR', 'FR-OCC'].map((code): [string, Partial<Scope>] => [code, { region: { code, name: code } }]),
  ['an employer', { employer: { key: employerKeyOf(0), name: employerKeyOf(0) } }],
  ['ISCO 2', { occupation: { ids: [], iscoCode: '2', label: 'ISCO 2' } }],
  [
    'ISCO 11 in the UK from March to August 2024',
    {
      region: { code: 'GB', name: 'GB' },
      occupation: { ids: [], iscoCode: '11', label: 'ISCO 11' },
      since: '2024-03-01',
      until: '2024-08-31',
    },
  ],
  ['an employer in London', { region: { code: 'UKI', name: 'London' }, employer: { key: employerKeyOf(1), name: '' } }],
];

async function compareWithRecount({ store }: System): Promise<boolean> {
  let isEqual = true;
  for (const [label, part] of COMPARED) {
    const scope = { ...WHOLE_SCOPE, ...part };
    const counted = await timed(() => store.demand.counts(scope));
    const recounted = await timed(() => store.demand.recount(scope));
    const same = JSON.stringify(counted.result) === JSON.stringify(recounted.result);
    isEqual &&= same;
    print(
      `${label}: ${counted.result.n} postings, ${counted.result.skills.length} skills, ${counted.wallMs.toFixed(0)} ms; ` +
        `recount ${recounted.wallMs.toFixed(0)} ms, ${same ? 'equal to the last bit' : 'DIFFERENT'}`,
    );
  }
  return isEqual;
}

async function measureAnswers(deps: AnswerDeps): Promise<boolean> {
  const plan = { constraints: { budget: { amount: 800, currency: 'EUR' }, hours: 200 }, deadline: null };
  const questions: [string, (region: string) => Promise<unknown>][] = [
    ['gaps', (region) => answerGaps({ region }, deps, DEFAULT_OPTIONS)],
    ['rank', (region) => answerRank({ region, today: '2026-01-01' }, deps, DEFAULT_OPTIONS)],
    ['plan', (region) => answerPlan({ region, ...plan }, deps, DEFAULT_OPTIONS)],
  ];
  let isFast = true;
  for (const [name, ask] of questions) {
    const taken: { wallMs: number; processorMs: number }[] = [];
    const first: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const region of ASKED) {
        const { wallMs, processorMs } = await timed(() => ask(region));
        if (round === 0) first.push(wallMs);
        else taken.push({ wallMs, processorMs });
      }
    }
    const wall = spread(taken.map(({ wallMs }) => wallMs));
    const processor = spread(taken.map(({ processorMs }) => processorMs));
    print(
      `${name} of a region asked for the first time: p50 ${spread(first).p50.toFixed(0)}, p95 ${spread(first).p95.toFixed(0)} ms`,
    );
    isFast &&= wall.p95 <= MOST_MS;
    print(
      `${name} of ${ASKED.length} regions: p50 ${wall.p50.toFixed(0)}, p95 ${wall.p95.toFixed(0)}, max ${wall.max.toFixed(0)} ms; ` +
        `in processor time p50 ${processor.p50.toFixed(0)}, p95 ${processor.p95.toFixed(0)} ms (at most ${MOST_MS} at p95)`,
    );
  }
  return isFast;
}

async function timed<Result>(work: () => Promise<Result>) {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const result = await work();
  const wallMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, wallMs, processorMs: (user + system) / 1000 };
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The API on a port of its own over a small linked market; what it logged is kept for the tests to read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { openKeyRing } from '../../../services/api/api-keys.ts';
import { createApp, type ApiDeps } from '../../../services/api/app.ts';
import { createJobs } from '../../../services/api/jobs.ts';
import { startServer, type RunningServer } from '../../../services/api/server.ts';
import { apiDeps } from '../../../services/cli/api-deps.ts';
import { runLink } from '../../../services/cli/link.ts';
import { composeSystem, type System } from '../../../services/compose.ts';
import { readConfig } from '../../../services/config.ts';
import { UnavailableError } from '../../../services/errors.ts';
import { createMetrics } from '../../../services/metrics.ts';
import { fillWithSmallMarket, NOW } from '../../small-market.ts';

export interface LinkedMarket {
  system: System;
  close: () => Promise<void>;
}

export async function openLinkedMarket(): Promise<LinkedMarket> {
  const home = mkdtempSync(path.join(tmpdir(), 'skillgap-api-'));
  await fillWithSmallMarket(home);
  const system = await composeSystem(readConfig({ home, model: 'hashing' }, {}));
  await runLink(system);
  return {
    system,
    close: async () => {
      await system.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface RunningApi extends RunningServer {
  logged: string[];
}

/** Everything that is not given is of a system that cannot answer. */
export async function startApi(deps: Partial<ApiDeps>): Promise<RunningApi> {
  const logged: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(line) });
  const unavailable = () => Promise.reject(new UnavailableError('Start it first.'));
  const now = () => new Date(NOW);
  const refuse = (): never => {
    throw new UnavailableError('Start it first.');
  };
  const app = createApp({
    answers: unavailable,
    emerging: unavailable,
    readTexts: unavailable,
    storeOf: refuse,
    findSkill: unavailable,
    relinkPostings: unavailable,
    importFile: unavailable,
    link: unavailable,
    jobs: createJobs(now, log),
    checkReady: () => Promise.resolve(),
    dataVersion: () => Promise.resolve('1'),
    keys: openKeyRing({ activeKeys: () => Promise.resolve([]) }, undefined),
    record: () => Promise.resolve(),
    limits: { requestsPerMinute: 1000 },
    origins: [],
    webFolder: 'no such folder',
    metrics: createMetrics(),
    now,
    ...deps,
    log,
  });
  return { ...(await startServer(app, '127.0.0.1', 0, false)), logged };
}

/** The API as `skillgap serve` makes it, over a linked market. */
export function startMarketApi({ system }: LinkedMarket, deps: Partial<ApiDeps> = {}): Promise<RunningApi> {
  return startApi({ ...apiDeps(system, () => new Date(NOW)), ...deps });
}

export interface Answer {
  status: number;
  type: string | null;
  headers: Headers;
  body: unknown;
}

export async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const reply = await fetch(url, init);
  const { status, headers } = reply;
  return { status, headers, type: headers.get('content-type'), body: await reply.json() };
}

export function post(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

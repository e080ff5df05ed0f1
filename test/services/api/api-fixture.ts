/** The API on a port of its own over a small linked market; what it logged is kept for the tests to read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { createApp, type ApiDeps } from '../../../services/api/app.ts';
import { startServer, type RunningServer } from '../../../services/api/server.ts';
import { runLink } from '../../../services/cli/link.ts';
import { composeSystem, type System } from '../../../services/compose.ts';
import { readConfig } from '../../../services/config.ts';
import { postingOfText, postingsOfRecords } from '../../../services/imports/handed-in-texts.ts';
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

export async function startApi(deps: Pick<ApiDeps, 'answers'> & Partial<ApiDeps>): Promise<RunningApi> {
  const logged: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(line) });
  const app = createApp({
    emerging: () => Promise.reject(new Error('nobody asked for emerging terms')),
    readTexts: ({ ...handedIn }, now) =>
      Promise.resolve(
        'text' in handedIn ? [postingOfText(handedIn.text, 'text', now)] : postingsOfRecords(handedIn.postings, now),
      ),
    checkReady: () => Promise.resolve(),
    now: () => new Date(NOW),
    apiKey: undefined,
    log,
    ...deps,
  });
  return { ...(await startServer(app, '127.0.0.1', 0, false)), logged };
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

import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { openKeyRing } from '../../../services/api/api-keys.ts';
import { startServer } from '../../../services/api/server.ts';
import { ConfigError, UnavailableError } from '../../../services/errors.ts';
import { ask, post, startApi, type RunningApi } from './api-fixture.ts';

const KEY = 'a key of thirty-two characters!!';
const running: RunningApi[] = [];

async function start(deps: Partial<Parameters<typeof startApi>[0]> = {}): Promise<RunningApi> {
  const api = await startApi({ answers: () => Promise.reject(new UnavailableError('Start it first.')), ...deps });
  running.push(api);
  return api;
}

afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

describe('an API with a key', () => {
  const bearer = (key: string): RequestInit => ({ headers: { authorization: `Bearer ${key}` } });

  it.each([
    ['no key', undefined],
    ['a wrong key', bearer('another key')],
    ['the start of the key', bearer(KEY.slice(0, -1))],
    ['the key without its scheme', { headers: { authorization: KEY } }],
  ])('answers 401 to %s', async (_name, init) => {
    const api = await start({ keys: openKeyRing({ activeKeys: () => Promise.resolve([]) }, KEY) });
    const answer = await ask(`${api.url}/v1/gaps?region=IE`, init);
    expect(answer).toMatchObject({
      status: 401,
      type: 'application/problem+json; charset=utf-8',
      body: { type: '/problems/unauthorised', status: 401 },
    });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.stringify(answer.body)).not.toContain(KEY);
  });

  it('lets the key in', async () => {
    const api = await start({ keys: openKeyRing({ activeKeys: () => Promise.resolve([]) }, KEY) });
    expect(await ask(`${api.url}/v1/gaps?region=IE`, bearer(KEY))).toMatchObject({ status: 503 });
  });

  it('asks for the key before it reads a body of any size', async () => {
    const api = await start({ keys: openKeyRing({ activeKeys: () => Promise.resolve([]) }, KEY) });
    expect(await ask(`${api.url}/v1/gaps`, post({ learner: 'x'.repeat(1_200_000) }))).toMatchObject({ status: 401 });
  });

  it('needs none to say that it is alive and what it can do', async () => {
    const api = await start({ keys: openKeyRing({ activeKeys: () => Promise.resolve([]) }, KEY) });
    expect(await ask(`${api.url}/healthz`)).toMatchObject({ status: 200 });
    expect(await ask(`${api.url}/openapi.json`)).toMatchObject({ status: 200 });
  });
});

describe('an API that cannot answer', () => {
  it('says 503 and what to start when something is not there', async () => {
    const api = await start();
    expect(await ask(`${api.url}/v1/gaps?region=IE`)).toMatchObject({
      status: 503,
      type: 'application/problem+json; charset=utf-8',
      body: { detail: 'Start it first.' },
    });
  });

  it('is not ready while the store does not answer, and alive all the same', async () => {
    const api = await start({ checkReady: () => Promise.reject(new UnavailableError('Start PostgreSQL.')) });
    expect(await ask(`${api.url}/readyz`)).toMatchObject({ status: 503, body: { detail: 'Start PostgreSQL.' } });
    expect(await ask(`${api.url}/healthz`)).toMatchObject({ status: 200 });
  });

  it('keeps the reason of an unexpected error to its log, and the learner out of both', async () => {
    const api = await start({ answers: () => Promise.reject(new Error('disk on fire')) });
    const { status, body } = await ask(`${api.url}/v1/gaps`, post({ region: 'IE', learner: 'My aunt Philomena.' }));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('fire');
    expect(api.logged.join()).toContain('disk on fire');
    expect(api.logged.join()).not.toContain('Philomena');
  });
});

describe('the server', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1'])('refuses to listen on %s without a key', async (host) => {
    await expect(startServer(express(), host, 0, false)).rejects.toThrow(ConfigError);
  });

  it('listens on every address with a key', async () => {
    const server = await startServer(express(), '0.0.0.0', 0, true);
    expect(server.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
    await server.close();
  });

  it('is quiet when nobody is being answered, and stops waiting for that when told', async () => {
    const app = express();
    let answer: (() => void) | undefined;
    app.get('/', (_, response) => {
      answer = () => response.end('done');
    });
    const server = await startServer(app, '127.0.0.1', 0, false);
    const stop = new AbortController();
    const waiting = server.quiet(60_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow(/abort/i);

    const asked = fetch(server.url);
    await expect.poll(() => answer).toBeDefined();
    let isQuiet = false;
    const quiet = server.quiet(1).then(() => {
      isQuiet = true;
    });
    await setTimeout(50);
    expect(isQuiet).toBe(false);
    answer?.();
    await asked;
    await quiet;
    await server.close();
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const starting = startServer(express(), '127.0.0.1', port, false);
    await expect(starting).rejects.toThrow(UnavailableError);
    await expect(starting).rejects.toThrow(String(port));
    other.close();
  });
});

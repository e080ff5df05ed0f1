import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashKey, newKey, openKeyRing } from '../../../services/api/api-keys.ts';
import type { ApiKey } from '../../../services/store/store.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { ask, post, startApi, type RunningApi } from './api-fixture.ts';

const running: RunningApi[] = [];
const start = async (deps: Parameters<typeof startApi>[0] = {}) => {
  const api = await startApi(deps);
  running.push(api);
  return api;
};
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

function stored(rest: Partial<ApiKey> = {}) {
  const { key, id, keyHash } = newKey();
  const row = {
    id,
    role: 'reader' as const,
    organisation: null,
    label: null,
    createdAt: '',
    revokedAt: null,
    keyHash,
    ...rest,
  };
  return { key, row };
}
const bearer = (key: string): RequestInit => ({ headers: { authorization: `Bearer ${key}` } });

describe('a ring of keys', () => {
  it('knows who a key is by its hash alone, and nobody by another one', async () => {
    const { key, row } = stored({ role: 'provider', organisation: 'acme', label: 'catalogue office' });
    const ring = openKeyRing({ activeKeys: () => Promise.resolve([stored().row, row]) }, undefined);
    expect(JSON.stringify(row)).not.toContain(key.slice(-20));
    expect(await ring.callerOf(key)).toEqual({
      role: 'provider',
      organisation: 'acme',
      keyId: row.id,
      name: 'catalogue office',
      seesAll: false,
    });
    expect(await ring.callerOf(`${key}x`)).toBeNull();
    expect(await ring.callerOf(row.keyHash)).toBeNull();
  });

  it('is open without keys, and asks for one as soon as there is one', async () => {
    expect(await openKeyRing({ activeKeys: () => Promise.resolve([]) }, undefined).isLocked()).toBe(false);
    expect(await openKeyRing({ activeKeys: () => Promise.resolve([stored().row]) }, undefined).isLocked()).toBe(true);
    expect(await openKeyRing({ activeKeys: () => Promise.resolve([]) }, 'of the settings').isLocked()).toBe(true);
  });

  it('stops taking a revoked key within seconds, and asks the store again after it failed', async () => {
    const { key, row } = stored();
    let keys = [row];
    let time = 0;
    const ring = openKeyRing({ activeKeys: () => Promise.resolve(keys) }, undefined, () => time);
    expect(await ring.callerOf(key)).not.toBeNull();
    keys = [];
    time = 5001;
    expect(await ring.callerOf(key)).toBeNull();
    let isDown = true;
    const shaky = openKeyRing(
      { activeKeys: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve([row])) },
      undefined,
    );
    await expect(shaky.callerOf(key)).rejects.toThrow('down');
    isDown = false;
    expect(await shaky.callerOf(key)).not.toBeNull();
  });

  it('makes a new key every time, long enough that nobody guesses it', () => {
    const keys = Array.from({ length: 50 }, () => newKey().key);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key.length).toBeGreaterThan(50);
    expect(hashKey('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  });
});

describe('the door', () => {
  it('lets only operators read the metrics, which name routes and not addresses', async () => {
    const reader = stored();
    const operator = stored({ role: 'operator' });
    const keys = openKeyRing({ activeKeys: () => Promise.resolve([reader.row, operator.row]) }, undefined);
    const api = await start({ keys });
    await ask(`${api.url}/v1/skills/my%20secret`, bearer(reader.key));
    expect(await ask(`${api.url}/metrics`, bearer(reader.key))).toMatchObject({ status: 403 });
    const text = await (await fetch(`${api.url}/metrics`, bearer(operator.key))).text();
    expect(text).toMatch(/skillgap_request_seconds_count\{route="\/v1\/skills\/\{id\}",method="GET",status="503"\} 1/u);
    expect(text).not.toContain('secret');
  });

  it('counts the requests of each key by itself, and says how long to wait', async () => {
    const [one, other] = [stored(), stored()];
    const keys = openKeyRing({ activeKeys: () => Promise.resolve([one.row, other.row]) }, undefined);
    const api = await start({ keys, limits: { requestsPerMinute: 2 } });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await ask(`${api.url}/v1/none`, bearer(one.key))).status);
    expect(statuses).toEqual([404, 404, 429]);
    const limited = await ask(`${api.url}/v1/none`, bearer(one.key));
    expect(limited).toMatchObject({
      type: 'application/problem+json; charset=utf-8',
      body: { type: '/problems/rate-limited' },
    });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ask(`${api.url}/v1/none`, bearer(other.key))).toMatchObject({ status: 404 });
    const guesses = [];
    for (let turn = 0; turn < 3; turn += 1)
      guesses.push((await ask(`${api.url}/v1/none`, bearer(`guess ${turn}`))).status);
    expect(guesses).toEqual([401, 401, 429]);
  });

  it('lets no page of another host ask, but those that are named', async () => {
    const origin = 'https://campus.example';
    const silent = await ask(`${(await start()).url}/healthz`, { headers: { origin } });
    expect(silent.headers.get('access-control-allow-origin')).toBeNull();
    const api = await start({ origins: [origin] });
    expect((await ask(`${api.url}/healthz`, { headers: { origin } })).headers.get('access-control-allow-origin')).toBe(
      origin,
    );
    const other = await ask(`${api.url}/healthz`, { headers: { origin: 'https://evil.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gives every reply an id and headers that let nothing foreign in', async () => {
    const { headers } = await ask(`${(await start()).url}/healthz`);
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/u);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('keeps the id of a proxy that looks like one, and writes down neither address nor body', async () => {
    const api = await start();
    const headers = { 'x-request-id': 'proxy-1234' };
    expect((await ask(`${api.url}/v1/search?text=Philomena`, { headers })).headers.get('x-request-id')).toBe(
      'proxy-1234',
    );
    await ask(`${api.url}/v1/gaps`, {
      ...post({ learner: 'Philomena' }),
      headers: { ...headers, 'content-type': 'application/json' },
    });
    const forged = { 'x-request-id': 'x"}{' };
    expect((await ask(`${api.url}/healthz`, { headers: forged })).headers.get('x-request-id')).not.toContain('"');
    expect(api.logged.join()).toContain('proxy-1234');
    expect(api.logged.join()).toContain('"route":"/v1/search"');
    expect(api.logged.join()).not.toContain('Philomena');
  });
});

describe('problems', () => {
  it.each([
    ['a method that is not taken', '/v1/gaps', { method: 'DELETE' }, 405, '/problems/wrong-method'],
    ['a method nobody knows the page by', '/nothing.txt', {}, 404, '/problems/not-found'],
    [
      'a body that is no JSON',
      '/v1/gaps',
      { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } },
      415,
      '/problems/not-json',
    ],
    ['an address that is not UTF-8', '/v1/skills/%E0%A4%A', {}, 400, '/problems/invalid-address'],
    ['a job nobody began', '/v1/jobs/none', {}, 404, '/problems/not-found'],
    ['the events of a job nobody began', '/v1/jobs/none/events', {}, 404, '/problems/not-found'],
  ] as const)('say what %s is', async (_name, address, init, status, type) => {
    expect(await ask(`${(await start()).url}${address}`, init)).toMatchObject({
      status,
      type: 'application/problem+json; charset=utf-8',
      body: { type, status },
    });
  });

  it('name the methods that are taken', async () => {
    const { headers } = await ask(`${(await start()).url}/v1/plan`, { method: 'PUT' });
    expect(headers.get('allow')).toBe('GET, POST');
  });
});

describe('the page', () => {
  const { folder } = temporaryFolder();

  it('says how it is built where it is not', async () => {
    const reply = await fetch((await start()).url);
    expect(await reply.text()).toContain('npm run build:web');
  });

  it('is served at every address of a view, its assets for ever and itself never without asking', async () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>the page</title>');
    writeFileSync(path.join(folder, 'assets/index-3f2a.js'), 'export {};');
    const { url } = await start({ webFolder: folder });
    for (const address of ['/', '/region/IE-G?top=5', '/skill']) {
      const reply = await fetch(`${url}${address}`, { headers: { accept: 'text/html' } });
      expect(await reply.text()).toContain('the page');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await fetch(`${url}/assets/index-3f2a.js`);
    expect(asset.headers.get('cache-control')).toMatch(/immutable/u);
    expect(asset.headers.get('content-type')).toMatch(/javascript/u);
    for (const missing of ['/assets/gone.js', '/favicon.png', '/v1/region', '/assets/..%2f..%2fpackage.json'])
      expect(await ask(`${url}${missing}`)).toMatchObject({ status: 404 });
  });

  it('has documentation of every endpoint without a script or another host', async () => {
    const { url } = await start();
    const text = await (await fetch(`${url}/docs`)).text();
    expect(text).toContain('/v1/credentials/{id}');
    expect(text).not.toMatch(/<script|https?:\/\//u);
    expect((await fetch(`${url}/docs/style.css`)).headers.get('content-type')).toMatch(/css/u);
  });
});

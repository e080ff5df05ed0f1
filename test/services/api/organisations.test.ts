/**
 * Two organisations on one server. What one of them hands in changes no byte of any answer to the other, or to anybody without an
 * organisation: questions are drawn from the schemas of all routes and asked before and after.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { validRequest, type DrawnRequest } from '../../../bench/api/arbitrary-requests.ts';
import { knownValues } from '../../../bench/api/known-values.ts';
import { describedEndpoints } from '../../../services/api/api-endpoints.ts';
import { newKey } from '../../../services/api/api-keys.ts';
import type { Role } from '../../../services/api/caller.ts';
import { createClient } from '../../../services/api/client.ts';
import { NOW } from '../../small-market.ts';
import { openLinkedMarket, startMarketApi, type LinkedMarket, type RunningApi } from './api-fixture.ts';

// Nothing here depends on what was trained last.
vi.mock(import('../../../models/read-parameters.ts'), async () => {
  const { handWrittenParameters } = await import('../../cli/hand-written-parameters.ts');
  return { readParameters: handWrittenParameters };
});

const QUESTIONS = 300;

/** Postings of an employer nobody else has, in words nobody else has, with a repeat of itself. */
function postingsOf(organisation: string, mark: string): string {
  return Array.from({ length: 14 }, (_, at) =>
    JSON.stringify({
      id: `p${at % 13}${at === 13 ? 'again' : ''}`,
      title: `${mark} data analyst ${at % 13}`,
      employer: `${mark} ${organisation}`,
      region: 'Galway',
      country: 'IE',
      date_posted: '2026-10-01',
      description: `You know SQL queries, Docker and ${mark} ledgers. Experience with project planning number ${at % 13}.`,
    }),
  ).join('\n');
}

function catalogueOf(mark: string): string {
  return [
    {
      id: 'c1',
      title: `${mark} SQL queries`,
      provider: `${mark} School`,
      learningOutcomes: ['Write SQL queries'],
      workloadHours: 5,
    },
    {
      id: 'c2',
      title: `${mark} Docker`,
      provider: `${mark} School`,
      learningOutcomes: ['Pack with Docker'],
      prerequisites: ['c1'],
    },
  ]
    .map((record) => JSON.stringify(record))
    .join('\n');
}

describe('two organisations on one server', () => {
  let market: LinkedMarket;
  let api: RunningApi;
  const keys: Record<string, string> = {};

  const addKey = async (name: string, role: Role, organisation: string | null) => {
    const { key, id, keyHash } = newKey();
    await market.system.store.access.addKey({ id, role, organisation, label: name, createdAt: NOW }, keyHash);
    keys[name] = key;
  };
  const as = (name: string) => createClient({ base: api.url, key: keys[name]! });
  const untilDone = async (name: string, id: string) => {
    for (;;) {
      const job = await as(name)('get /v1/jobs/{id}', { id });
      if (job.endedAt !== null) return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const handIn = async (organisation: string, mark: string) => {
    const sent = { text: postingsOf(organisation, mark), fileName: 'postings.jsonl' };
    const postings = await as(`${organisation} employer`)('post /v1/imports/postings', sent);
    expect(await untilDone(`${organisation} employer`, postings.id)).toMatchObject({
      state: 'done',
      imported: { added: 14 },
    });
    const credentials = await as(`${organisation} provider`)('post /v1/imports/credentials', {
      text: catalogueOf(mark),
      fileName: 'catalogue.jsonl',
    });
    expect(await untilDone(`${organisation} provider`, credentials.id)).toMatchObject({
      state: 'done',
      imported: { added: 2 },
    });
    const found = await as(`${organisation} employer`)('get /v1/search', { text: mark, limit: 50 });
    const [first] = found.postings;
    await as(`${organisation} employer`)('post /v1/corrections', { kind: 'reject', skill: 'SQL', posting: first!.id });
    await as(`${organisation} employer`)('post /v1/gap-reports', { employer: `${mark} ${organisation}` });
    return found;
  };
  const send = async (name: string, { method, address, headers, body }: DrawnRequest) => {
    const reply = await fetch(`${api.url}${address}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${keys[name]!}` },
      ...(body === undefined ? {} : { body }),
    });
    return { status: reply.status, body: await reply.text() };
  };

  beforeAll(async () => {
    market = await openLinkedMarket();
    for (const organisation of ['acme', 'zenith']) {
      for (const role of ['reader', 'provider', 'employer'] as const)
        await addKey(`${organisation} ${role}`, role, organisation);
    }
    await addKey('stranger', 'reader', null);
    await addKey('operator', 'operator', null);
    api = await startMarketApi(market, { limits: { requestsPerMinute: 1_000_000 } });
  });

  afterAll(async () => {
    await api.close();
    await market.close();
  });

  it('see what they handed in, and no answer to anybody else changes by a byte', async () => {
    const own = await handIn('acme', 'Quillfeather');
    expect(own).toMatchObject({ credentials: [{}, {}], employers: [{ postingCount: 13 }] });
    const known = await knownValues(api.url, keys['acme employer']);
    const marked = { employer: ['Quillfeather acme', 'Zanzibrook zenith'], text: ['Quillfeather', 'Zanzibrook'] };
    const guessed = {
      ...known,
      employer: [...known['employer']!, ...marked.employer],
      provider: [...known['provider']!, 'Zanzibrook School'],
      text: [...known['text']!, ...marked.text],
      id: [...known['id']!, '~zenith:catalogue:c1', '~zenith:postings:p1', 'catalogue:c1', 'postings:p1'],
      posting: [...known['posting']!, '~zenith:postings:p1'],
    };
    const asked = describedEndpoints().filter(({ roles, isFresh }) => roles === undefined && isFresh !== true);
    const questions = fc.sample(fc.oneof(...asked.map((endpoint) => validRequest(endpoint, guessed))), {
      numRuns: QUESTIONS,
      seed: 11,
    });
    const askAll = async () => {
      const answers = [];
      for (const question of questions) {
        for (const name of ['acme reader', 'stranger'])
          answers.push({ name, question, ...(await send(name, question)) });
      }
      return answers;
    };
    const before = await askAll();
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(QUESTIONS / 2);
    expect(before.filter(({ status }) => status >= 500)).toEqual([]);

    await handIn('zenith', 'Zanzibrook');
    const after = await askAll();
    for (const [at, answer] of after.entries()) expect(answer).toEqual(before[at]);
    const unasked = after.filter(({ question, body }) => {
      const said = `${decodeURIComponent(question.address.replaceAll('+', ' '))}${question.body ?? ''}`;
      return body.includes('Zanzibrook') && !said.includes('Zanzibrook');
    });
    expect(unasked).toEqual([]);
  });

  it('find what is theirs under every route, and a 404 under the other key', async () => {
    const { postings, credentials } = await as('zenith reader')('get /v1/search', { text: 'Zanzibrook', limit: 50 });
    const [posting] = postings;
    const [credential] = credentials;
    expect(await as('zenith reader')('get /v1/postings/{id}', { id: posting!.id })).toMatchObject({ isLinked: true });
    expect(
      (await as('zenith reader')('get /v1/credentials/{id}', { id: credential!.id })).coverage.length,
    ).toBeGreaterThan(0);
    for (const other of ['acme reader', 'stranger', 'operator']) {
      const missing = { problem: { status: 404 } };
      await expect(as(other)('get /v1/postings/{id}', { id: posting!.id })).rejects.toMatchObject(missing);
      await expect(as(other)('get /v1/credentials/{id}', { id: credential!.id })).rejects.toMatchObject(missing);
      const employer = 'Zanzibrook zenith';
      await expect(as(other)('get /v1/gaps', { employer })).rejects.toMatchObject({ problem: { status: 400 } });
    }
    const gaps = await as('zenith reader')('get /v1/gaps', { employer: 'Zanzibrook zenith' });
    expect(gaps.postings).toMatchObject({ n: 13, duplicatesRemoved: 1 });
    const page = await as('zenith reader')('get /v1/credentials/{id}', {
      id: credentials.find(({ title }) => title.endsWith('Docker'))!.id,
    });
    expect(page.details.prerequisiteIds).toEqual([credentials.find(({ title }) => title.endsWith('queries'))!.id]);
  });

  it('keep their corrections, reports and jobs to themselves', async () => {
    const { corrections } = await as('zenith employer')('get /v1/corrections', {});
    expect(corrections).toMatchObject([{ kind: 'reject', organisation: 'zenith', by: 'zenith employer' }]);
    const [{ id } = { id: 0 }] = corrections;
    expect((await as('acme employer')('get /v1/corrections', {})).corrections.map((one) => one.organisation)).toEqual([
      'acme',
    ]);
    expect((await as('operator')('get /v1/corrections', {})).corrections).toEqual([]);
    await expect(as('acme employer')('post /v1/corrections/{id}/undo', { id })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect(await as('zenith employer')('post /v1/corrections/{id}/undo', { id })).toMatchObject({ postingCount: 1 });

    const report = await as('acme employer')('post /v1/gap-reports', { region: 'IE' });
    expect(await as('acme reader')('get /v1/gap-reports/{id}', { id: report.id })).toEqual(report);
    await expect(as('zenith reader')('get /v1/gap-reports/{id}', { id: report.id })).rejects.toMatchObject({
      problem: { status: 400 },
    });
    const job = await as('acme employer')('post /v1/imports/postings', { text: 'not a posting' });
    await expect(as('zenith employer')('get /v1/jobs/{id}', { id: job.id })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const failed = await untilDone('acme employer', job.id);
    expect(failed).toMatchObject({ state: 'failed', imported: null });
    expect(failed.failure).toMatch(/^upload\b/u);
  });

  it('may not change what is shared, nor do what their role does not do', async () => {
    const forbidden = { problem: { status: 403, type: '/problems/forbidden' } };
    const { postings } = await as('stranger')('get /v1/search', { text: 'data' });
    const shared = { kind: 'reject', skill: 'SQL', posting: postings[0]!.id } as const;
    await expect(as('acme employer')('post /v1/corrections', shared)).rejects.toMatchObject(forbidden);
    const alias = { kind: 'alias', skill: 'SQL', words: 'queer queries' } as const;
    await expect(as('acme employer')('post /v1/corrections', alias)).rejects.toMatchObject(forbidden);
    await expect(as('acme reader')('post /v1/corrections', alias)).rejects.toMatchObject(forbidden);
    await expect(as('acme employer')('post /v1/imports/credentials', { text: '{}' })).rejects.toMatchObject(forbidden);
    await expect(as('acme provider')('post /v1/imports/postings', { text: '{}' })).rejects.toMatchObject(forbidden);
    await expect(as('acme provider')('post /v1/link', {})).rejects.toMatchObject(forbidden);
    expect(await as('operator')('post /v1/corrections', alias)).toMatchObject({ corrections: [{ isNew: true }] });
  });

  it('leaves a line for each thing that was written, with the key and without the words', async () => {
    const entries = await market.system.store.access.auditEntries(100);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'post /v1/imports/postings', role: 'employer', organisation: 'zenith' }),
        expect.objectContaining({ action: 'post /v1/corrections', role: 'operator', organisation: null }),
      ]),
    );
    expect(entries.every(({ keyId, requestId }) => keyId !== null && requestId !== null)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/Zanzibrook|queer/u);
    expect(api.logged.join()).not.toMatch(/Zanzibrook|Quillfeather/u);
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describedEndpoints } from '../../../services/api/api-endpoints.ts';
import { GapsReply, PlanReply, RankReply } from '../../../services/domain/reply.ts';
import { ask, openLinkedMarket, post, startMarketApi, type LinkedMarket, type RunningApi } from './api-fixture.ts';

// Nothing here depends on what was trained last.
vi.mock(import('../../../models/read-parameters.ts'), async () => {
  const { handWrittenParameters } = await import('../../cli/hand-written-parameters.ts');
  return { readParameters: handWrittenParameters };
});

const SECRET = 'I nursed my aunt Philomena for six years and know SQL queries.';

describe('the API over a linked market', () => {
  let market: LinkedMarket;
  let api: RunningApi;

  beforeAll(async () => {
    market = await openLinkedMarket();
    api = await startMarketApi(market);
  });

  afterAll(async () => {
    await api.close();
    await market.close();
  });

  it('answers gaps in the published form, with quotes that hold the skill where they say', async () => {
    const { status, type, body } = await ask(`${api.url}/v1/gaps?region=IE&top=5`);
    expect({ status, type }).toEqual({ status: 200, type: 'application/json; charset=utf-8' });
    const reply = GapsReply.parse(body);
    expect(reply.scope.region).toEqual({ code: 'IE', name: 'Ireland' });
    expect(reply).toMatchObject({ suppressed: null, taxonomy: { name: 'own' } });
    expect(reply.postings.n).toBeGreaterThan(50);
    expect(reply.gaps).toHaveLength(5);
    const sizes = reply.gaps.map(({ gapShare }) => gapShare);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const { evidence } of reply.gaps) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { quote, start, end } of evidence) expect(quote.slice(start, end).trim()).not.toBe('');
    }
  });

  it('answers a ranking in the published form, the parts summing to the score', async () => {
    const { status, body } = await ask(`${api.url}/v1/rank?region=IE&top=3&language=en`);
    expect(status).toBe(200);
    const reply = RankReply.parse(body);
    expect(reply.credentials).toHaveLength(3);
    for (const { gapClosed, contributions } of reply.credentials) {
      expect(contributions.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(gapClosed, 9);
    }
  });

  it('proves a plan where asked, by query and by body, and refuses a time limit that holds others up', async () => {
    const { body } = await ask(`${api.url}/v1/plan?region=IE&budget=500&currency=EUR&exact=true&timeLimit=5`);
    expect(PlanReply.parse(body).optimal).toMatchObject({ method: 'exact', gap: 0 });
    const posted = await ask(`${api.url}/v1/plan`, post({ region: 'IE', exact: true }));
    expect(PlanReply.parse(posted.body).optimal).toMatchObject({ method: 'exact', gap: 0 });
    expect((await ask(`${api.url}/v1/plan?region=IE&exact=true&timeLimit=3600`)).status).toBe(400);
  });

  it('answers a plan in the published form, within its limits', async () => {
    const { status, body } = await ask(
      `${api.url}/v1/plan?region=IE&budget=500&currency=EUR&hours=120&deadline=2027-06-01`,
    );
    expect(status).toBe(200);
    const reply = PlanReply.parse(body);
    expect(reply.stack.length).toBeGreaterThan(0);
    expect(reply).toMatchObject({ violations: [], constraints: { deadline: '2027-06-01' } });
    expect(reply.price?.amount).toBeLessThanOrEqual(500);
    expect(reply.hours).toBeLessThanOrEqual(120);
  });

  it.each(['gaps', 'rank', 'plan'])(
    'answers %s for a learner and logs nothing of what the learner wrote',
    async (question) => {
      const { status, body } = await ask(`${api.url}/v1/${question}`, post({ region: 'IE', learner: SECRET }));
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('The profile shows');
      expect(JSON.stringify(body)).not.toContain('Philomena');
      expect(api.logged.join()).not.toContain('Philomena');
    },
  );

  it('takes a JSON Resume, whose target is the scope', async () => {
    const learner = { skills: [{ name: 'SQL' }], meta: { target: 'data analyst' } };
    const { status, body } = await ask(`${api.url}/v1/gaps`, post({ learner }));
    expect(status).toBe(200);
    expect(GapsReply.parse(body).scope.occupation).toMatchObject({ label: 'data analyst' });
  });

  it('takes badges, one or a list', async () => {
    const achievement = { name: 'SQL queries', description: 'Writes SQL queries.' };
    const badge = { type: ['OpenBadgeCredential'], credentialSubject: { achievement } };
    const replies = await Promise.all(
      [badge, [badge]].map((learner) => ask(`${api.url}/v1/gaps`, post({ learner, occupation: 'data analyst' }))),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
  });

  it('gives the same bytes to the same question', async () => {
    const url = `${api.url}/v1/rank?region=IE&seed=7`;
    expect((await ask(url)).body).toEqual((await ask(url)).body);
  });

  it.each([
    ['no scope', 'gaps', /No scope is named/],
    ['nothing to show', 'gaps?region=IE&top=0', /^top: /],
    ['a day that is none', 'gaps?region=IE&since=2026-02-30', /^since: /],
    [
      'a window that ends before it starts',
      'gaps?region=IE&since=2026-03-01&until=2026-02-01',
      /^since 2026-03-01 is after until 2026-02-01: swap them\.$/,
    ],
    ['two regions at once', 'gaps?region=IE&region=FR', /^region: /],
    ['a misspelt region', 'rank?region=Gallway', /did you mean .*Galway/],
    ['an unknown employer', 'rank?employer=Nobody', /Unknown employer "Nobody"/],
    ['a budget without a currency', 'plan?region=IE&budget=5', /needs its currency/],
    ['a deadline in the past', 'plan?region=IE&deadline=2020-01-01', /not after today/],
    ['no hours a week', 'plan?region=IE&weeklyHours=0', /^weeklyHours: /],
  ])('refuses %s as a problem that says what to do', async (_name, question, detail) => {
    const { status, type, body } = await ask(`${api.url}/v1/${question}`);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect({ status, body }).toMatchObject({ status: 400, body: { type: '/problems/invalid-input', status: 400 } });
    expect((body as { detail: string }).detail).toMatch(detail);
  });

  it.each([
    ['broken JSON', `{"learner": "${SECRET}`, '/problems/invalid-body', 400],
    ['a list', '[1]', '/problems/invalid-input', 400],
    ['a broken résumé', { region: 'IE', learner: `{"work": "${SECRET}` }, '/problems/invalid-input', 400],
    ['a body over the limit', { learner: SECRET.repeat(20_000) }, '/problems/invalid-body', 413],
  ])('refuses %s, and logs nothing of it', async (_name, body, type, status) => {
    const answer = await ask(`${api.url}/v1/gaps`, post(body));
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: { type, status } });
    expect(api.logged.join()).not.toContain('Philomena');
  });

  it('answers 404 for what is not part of it', async () => {
    expect(await ask(`${api.url}/v1/nothing`)).toMatchObject({
      status: 404,
      type: 'application/problem+json; charset=utf-8',
      body: { type: '/problems/not-found', detail: expect.stringContaining('/openapi.json') as string },
    });
  });

  it('is alive and ready', async () => {
    expect(await ask(`${api.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask(`${api.url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('describes every endpoint in OpenAPI 3.1', async () => {
    const { body } = await ask(`${api.url}/openapi.json`);
    const document = body as {
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    const endpoints = describedEndpoints();
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(described).toEqual(expect.arrayContaining(['get /v1/gaps', 'post /v1/rank', 'post /v1/plan']));
    const operations = Object.values(document.paths).flatMap((each) => Object.values(each));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { responses } of operations) {
      const { content } = (responses['200'] ?? responses['202'])!;
      const { $ref } = content['application/json']!.schema as { $ref: string };
      expect(document.components.schemas[$ref.replace('#/components/schemas/', '')]).toMatchObject({ type: 'object' });
      expect(responses['400']?.content).toHaveProperty(['application/problem+json']);
    }
    expect(document.paths['/v1/gaps']?.['get']?.parameters?.map(({ name }) => name)).toContain('region');
    expect(document.paths['/v1/gaps']?.['post']).toHaveProperty('requestBody');
  });
});

interface Operation {
  operationId: string;
  parameters?: { name: string }[];
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
}

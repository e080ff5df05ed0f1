/** Every question the page asks, through the typed client, on a small linked market: each reply in its published form. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describedEndpoints } from '../../../services/api/api-endpoints.ts';
import { createClient, ProblemError, type Client } from '../../../services/api/client.ts';
import { openLinkedMarket, startMarketApi, type LinkedMarket, type RunningApi } from './api-fixture.ts';

// Nothing here depends on what was trained last.
vi.mock(import('../../../models/read-parameters.ts'), async () => {
  const { handWrittenParameters } = await import('../../cli/hand-written-parameters.ts');
  return { readParameters: handWrittenParameters };
});

describe('the routes the page reads', () => {
  let market: LinkedMarket;
  let api: RunningApi;
  let ask: Client;

  beforeAll(async () => {
    market = await openLinkedMarket();
    api = await startMarketApi(market);
    const endpoints = describedEndpoints();
    const client = createClient({ base: api.url });
    // Whatever is asked below comes back in the form that is published.
    const checked = async (name: string, ...rest: never[]) => {
      const reply: unknown = await (client as (...all: unknown[]) => Promise<unknown>)(name, ...rest);
      const [method, path] = name.split(' ');
      endpoints.find((one) => one.method === method && one.path === path)!.reply.parse(reply);
      return reply;
    };
    ask = Object.assign(checked as never, { text: client.text }) as Client;
  });

  afterAll(async () => {
    await api.close();
    await market.close();
  });

  it('counts what is there, and does not take an own taxonomy for the sample pack', async () => {
    const overview = await ask('get /v1/overview', {});
    expect(overview).toMatchObject({ isSamplePack: false, taxonomy: { name: 'own' }, concepts: { skills: 10 } });
    expect(overview.postings.n).toBeGreaterThan(50);
    expect(overview.window.since! < overview.window.until!).toBe(true);
    expect(overview.postingSources[0]).toMatchObject({ source: 'skillgap-sample' });
  });

  it('offers regions, employers and occupations with postings, and what is offered can be asked about', async () => {
    for (const kind of ['region', 'employer', 'occupation'] as const) {
      const { scopes } = await ask('get /v1/scopes', { kind, limit: 50 });
      expect(scopes.length).toBeGreaterThan(0);
      const counts = scopes.map(({ postingCount }) => postingCount);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(counts.at(-1)).toBeGreaterThan(0);
      const [first] = scopes;
      const gaps = await ask('get /v1/gaps', { [kind]: first!.value });
      expect(gaps.scopeLabel).toContain(first!.label);
    }
  });

  it('finds a scope by the beginnings of its words, and says which region a region lies in', async () => {
    const { scopes } = await ask('get /v1/scopes', { kind: 'region', text: 'gal' });
    expect(scopes).toEqual([
      expect.objectContaining({ value: 'IE-G', label: 'Galway', within: expect.anything() as unknown }),
    ]);
    expect((await ask('get /v1/scopes', { kind: 'region', text: 'IE' })).scopes[0]).toMatchObject({ within: null });
    expect((await ask('get /v1/scopes', { kind: 'employer', text: 'zzz' })).scopes).toEqual([]);
  });

  it('finds skills by any label, credentials, employers and postings by the beginnings of words', async () => {
    const { skills } = await ask('get /v1/search', { text: 'scripting pyt' });
    expect(skills).toEqual([
      {
        skill: expect.objectContaining({ id: 'own:python', label: 'Python' }) as unknown,
        alias: 'Python scripting',
        postingCount: expect.any(Number) as number,
      },
    ]);
    const found = await ask('get /v1/search', { text: 'data' });
    expect(found.occupations.map(({ label }) => label)).toContain('data analyst');
    expect(found.credentials.every(({ title, provider }) => /\bdata/iu.test(`${title} ${provider ?? ''}`))).toBe(true);
    expect(found.credentials.length).toBeGreaterThan(0);
    expect(found.postings.length).toBeGreaterThan(0);
    expect(found.postings.every(({ title, employer }) => /\bdata/iu.test(`${title} ${employer ?? ''}`))).toBe(true);
    expect(await ask('get /v1/search', { text: '&|!:*' })).toMatchObject({ skills: [], employers: [], postings: [] });
  });

  it('says what its words mean, in plain text', async () => {
    const { terms } = await ask('get /v1/glossary', {});
    expect(terms.find(({ term }) => term === 'gap share')?.meaning).toBe('demand share x (1 - supply share)');
    expect(terms.length).toBeGreaterThan(40);
    expect(terms.every(({ term, meaning }) => !/[|`*]|\]\(|^-+$/u.test(term + meaning) && meaning !== '')).toBe(true);
  });

  it('gives the weeks behind a trend only where they are asked for', async () => {
    const plain = await ask('get /v1/gaps', { region: 'IE', top: 3 });
    expect(plain).not.toHaveProperty('weeks');
    const { weeks, gaps } = await ask('get /v1/gaps', { region: 'IE', top: 3, series: true });
    expect(weeks!.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(plain.postings.n);
    for (const { weekly, demandShare } of gaps) {
      expect(weekly).toHaveLength(weeks!.length);
      const expected = weekly!.reduce((sum, one) => sum + one, 0);
      expect(Math.abs(expected / plain.postings.n - demandShare)).toBeLessThan(0.2);
    }
  });

  it('shows a skill as the gaps do, with places that are not suppressed, teachers, neighbours and quotes', async () => {
    const [gap] = (await ask('get /v1/gaps', { region: 'IE', top: 1 })).gaps;
    const page = await ask('get /v1/skills/{id}', { id: gap!.skill.id, region: 'IE' });
    expect(page.demand).toMatchObject({ share: gap!.demandShare, interval: gap!.demandInterval, rank: 1 });
    expect(page.teacherCount).toBe(gap!.taughtBy);
    expect(page.taughtBy.map(({ coverage }) => coverage)[0]).toBe(gap!.catalogueCoverage);
    for (const place of [...page.regions, ...page.employers]) expect(place.n).toBeGreaterThanOrEqual(10);
    expect(page.regions.map(({ value }) => value)).toContain('IE');
    expect(page.neighbours.every(({ strength, skill }) => strength > 1 && skill.id !== gap!.skill.id)).toBe(true);
    for (const { quote, start, end } of page.evidence) expect(quote.slice(start, end).trim()).not.toBe('');
  });

  it('shows a posting with the words of each link where they stand in the text', async () => {
    const [gap] = (await ask('get /v1/gaps', { region: 'IE', top: 1 })).gaps;
    const [quoted] = gap!.evidence;
    const { posting, links, isLinked } = await ask('get /v1/postings/{id}', { id: quoted!.postingId });
    expect(isLinked).toBe(true);
    const link = links.find(({ skill, confidence }) => skill.id === gap!.skill.id && confidence === quoted!.confidence);
    expect(posting.description.slice(link!.start, link!.end)).toBe(quoted!.quote.slice(quoted!.start, quoted!.end));
    expect(posting).not.toHaveProperty('employerKey');
  });

  it('pages through the catalogue without losing or repeating a credential', async () => {
    const all = await ask('get /v1/credentials', { limit: 200 });
    const pages = [];
    for (let offset = 0; offset < all.total; offset += 7)
      pages.push(...(await ask('get /v1/credentials', { offset, limit: 7 })).credentials);
    expect(pages).toEqual(all.credentials);
    const { provider } = all.providers[0]!;
    const own = await ask('get /v1/credentials', { provider, limit: 200 });
    expect(own.total).toBe(all.providers[0]!.count);
    expect(own.credentials.every((one) => one.provider === provider)).toBe(true);
  });

  it('shows a credential with its outcomes, the eleven European elements and a scorecard', async () => {
    const [first] = (await ask('get /v1/rank', { region: 'IE', top: 1 })).credentials;
    const page = await ask('get /v1/credentials/{id}', { id: first!.credential.id });
    expect(page.credential).toEqual(first!.credential);
    expect(page.lint).toHaveLength(11);
    for (const { isStated, stated, remedy } of page.lint) {
      expect(stated !== null).toBe(isStated);
      expect(remedy === null).toBe(isStated);
    }
    expect(page.scorecard.characteristics.map(({ id }) => id).join('')).toBe('ABCDEF');
    expect(page.coverage.map(({ skill }) => skill.id)).toEqual(
      expect.arrayContaining(first!.contributions.map(({ skill }) => skill.id)),
    );
  });

  it('lays a catalogue over the gaps of a scope', async () => {
    const whole = await ask('get /v1/catalogue', { region: 'IE', top: 10 });
    const { gaps } = await ask('get /v1/gaps', { region: 'IE', top: 10 });
    expect(whole.skills.map(({ skill, gapShare }) => [skill.id, gapShare])).toEqual(
      gaps.map(({ skill, gapShare }) => [skill.id, gapShare]),
    );
    for (const [column, { coverage, taughtBy }] of whole.skills.entries()) {
      const cells = whole.cells.filter((cell) => cell.column === column);
      expect(Math.max(0, ...cells.map((cell) => cell.coverage))).toBe(coverage);
      expect(cells).toHaveLength(taughtBy);
    }
    const { provider } = whole.credentials[0]!.credential;
    const own = await ask('get /v1/catalogue', { region: 'IE', top: 10, provider: provider! });
    expect(own.credentials.every(({ credential }) => credential.provider === provider)).toBe(true);
    expect(own.missing.length).toBeGreaterThanOrEqual(whole.missing.length);
    for (const { rows, overlap } of whole.overlaps) {
      expect(rows[0]).toBeLessThan(rows[1]);
      expect(overlap).toBeGreaterThan(0);
    }
  });

  it('draws the map, also as a file that VOSviewer opens', async () => {
    const map = await ask('get /v1/map', { region: 'IE', minPostings: 1 });
    const file = JSON.parse(await ask.text('get /v1/map', { region: 'IE', minPostings: 1, format: 'vosviewer' })) as {
      network: { items: unknown[] };
    };
    expect(file.network.items).toHaveLength(map.skills.length);
  });

  it('writes the briefs of the three users as JSON and as documents', async () => {
    const design = { region: 'IE', top: 1, economics: { price: 100, currency: 'EUR' } };
    expect((await ask('post /v1/briefs/design', design)).taxonomy.name).toBe('own');
    expect(await ask.text('post /v1/briefs/design', { ...design, format: 'md' })).toMatch(/^# What to teach/u);
    const text = 'Data clerk\nYou know SQL queries and Python scripting.';
    const employer = await ask('post /v1/briefs/employer', { text });
    expect(employer.competencies.map(({ skill }) => skill.label)).toEqual(expect.arrayContaining(['SQL', 'Python']));
    const record = { title: 'Data clerk', description: 'You know SQL queries.', employer: 'Lantern' };
    expect(await ask('post /v1/briefs/employer', { postings: [record] })).toMatchObject({ employer: 'Lantern' });
    const learner = { learner: 'I know SQL queries.', occupation: 'data analyst', wage: 10 };
    expect((await ask('post /v1/briefs/learner', learner)).cost.opportunityWage).toBe(10);
    expect(await ask.text('post /v1/briefs/learner', { ...learner, format: 'html' })).toMatch(/^<!doctype html>/u);
  });

  it('says what is emerging', async () => {
    expect((await ask('get /v1/emerging', { region: 'IE' })).read.postings).toBeGreaterThan(0);
  });

  it.each([
    ['get /v1/skills/{id}', { id: 'own:skill/../none' }, 404],
    ['get /v1/postings/{id}', { id: 'none' }, 404],
    ['get /v1/credentials/{id}', { id: 'ü%2F?#' }, 404],
    ['get /v1/gaps', { region: 'IE', framework: 'onet' }, 400],
    ['post /v1/briefs/employer', { text: 'x', employer: 'y' }, 400],
    ['get /v1/credentials', { maxPrice: 3 }, 400],
  ] as const)('answers %s for what is not there with a problem', async (name, request, status) => {
    const asked = (createClient({ base: api.url }) as (...all: unknown[]) => Promise<unknown>)(name, request);
    await expect(asked).rejects.toThrow(ProblemError);
    await expect(asked).rejects.toMatchObject({ problem: { status } });
  });
});

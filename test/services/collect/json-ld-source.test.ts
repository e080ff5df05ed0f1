import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonLdSourceConfig } from '../../../services/collect/collect-config.ts';
import { createJsonLdSource } from '../../../services/collect/json-ld-source.ts';
import { createPoliteFetch } from '../../../services/collect/polite-fetch.ts';
import type { CollectedPage } from '../../../services/collect/posting-source.ts';
import { RateLimitedError, TransientError } from '../../../services/errors.ts';
import { datasetsFolder } from '../../datasets.ts';
import { pageWithJsonLd, startSite, type LoopbackSite } from './loopback-site.ts';

const never = new AbortController().signal;
let site: LoopbackSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const posting = (identifier: string) => ({
  '@type': 'JobPosting',
  title: `Welder ${identifier}`,
  description: '<p>Welds.</p>',
  identifier,
});

type SourceSettings = Partial<Omit<JsonLdSourceConfig, 'id' | 'kind'>>;

function sourceOf(settings: SourceSettings) {
  const config = JsonLdSourceConfig.parse({ id: 'site', kind: 'json-ld', ...settings });
  return createJsonLdSource(config, createPoliteFetch({ delayMs: 0, allowPrivateAddresses: true, maxBytes: 100_000 }));
}

/** All pages of a source, as the jobs would ask for them. */
async function collectAll(
  settings: SourceSettings,
): Promise<{ ids: string[]; problems: string[]; calls: CollectedPage[] }> {
  const source = sourceOf(settings);
  const calls: CollectedPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await source.collect(cursor, never);
    calls.push(page);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return {
    ids: calls.flatMap(({ postings }) => postings.map(({ id }) => id)),
    problems: calls.flatMap(({ problems }) => problems.map(({ message }) => message)),
    calls,
  };
}

describe('JSON-LD source', () => {
  it('reads start pages and follows the links that match, on its own hosts', async () => {
    site.pages['/jobs'] = `<a href="/job/1">1</a><a href="/job/2#x">2</a><a href="/about">us</a>
      <a href="http://elsewhere.example/job/3">3</a><a href="/jobs">here</a>`;
    site.pages['/job/1'] = pageWithJsonLd(posting('1')).replace('</body>', '<a href="/job/2">next</a></body>');
    site.pages['/job/2'] = pageWithJsonLd(posting('2'));
    const { ids, problems } = await collectAll({
      startUrls: [`${site.origin}/jobs`],
      followLinksMatching: '/job/\\d+$',
    });
    expect(ids).toEqual(['site:1', 'site:2']);
    expect(problems).toEqual([]);
    expect(site.requests).toEqual(['/robots.txt', '/jobs', '/job/1', '/job/2']);
  });

  it('reads a sitemap, and the sitemaps an index names', async () => {
    site.pages['/sitemap.xml'] =
      `<?xml version="1.0"?><sitemapindex><sitemap><loc>${site.origin}/s1.xml</loc></sitemap></sitemapindex>`;
    site.pages['/s1.xml'] = `<?xml version="1.0"?><urlset><url><loc>${site.origin}/job/1</loc></url>
      <url><loc>http://elsewhere.example/job/9</loc></url></urlset>`;
    site.pages['/job/1'] = pageWithJsonLd({ '@graph': [posting('1')] });
    const { ids, problems } = await collectAll({ sitemapUrl: `${site.origin}/sitemap.xml` });
    expect(ids).toEqual(['site:1']);
    expect(problems).toEqual([]);
  });

  it('goes on where the cursor says, on a new instance, and reads no page twice', async () => {
    const urls = Array.from({ length: 45 }, (_, number) => {
      site.pages[`/job/${number}`] = pageWithJsonLd(posting(String(number)));
      return `${site.origin}/job/${number}`;
    });
    const first = await sourceOf({ startUrls: urls }).collect(undefined, never);
    const second = await sourceOf({ startUrls: urls }).collect(first.nextCursor, never);
    const third = await sourceOf({ startUrls: urls }).collect(second.nextCursor, never);
    expect([first, second, third].map(({ postings }) => postings.length)).toEqual([20, 20, 5]);
    expect(third.nextCursor).toBeUndefined();
    expect(site.requests.filter((request) => request !== '/robots.txt')).toEqual(
      urls.map((url) => new URL(url).pathname),
    );
    expect(await sourceOf({ startUrls: urls }).collect(first.nextCursor, never)).toEqual(second);
  });

  it('stops at maxPages', async () => {
    for (let number = 0; number < 10; number += 1) site.pages[`/${number}`] = `<a href="/${number + 1}">next</a>`;
    await collectAll({ startUrls: [`${site.origin}/0`], maxPages: 4, followLinksMatching: '.' });
    expect(site.requests).toEqual(['/robots.txt', '/0', '/1', '/2', '/3']);
  });

  it('reports pages that cannot be read and broken JSON-LD, and keeps the rest', async () => {
    site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /closed';
    site.pages['/broken'] = pageWithJsonLd('{"@type":"JobPosting",', posting('1'));
    site.pages['/none'] = '<p>No posting here.';
    site.pages['/long'] = pageWithJsonLd(posting('2')) + 'x'.repeat(200_000);
    const startUrls = ['/closed', '/missing', '/broken', '/none', '/long'].map((at) => site.origin + at);
    const { ids, problems } = await collectAll({ startUrls });
    expect(ids).toEqual(['site:1', 'site:2']);
    expect(problems).toEqual([
      expect.stringContaining('/closed is closed to us'),
      expect.stringContaining('/missing answered 404'),
      expect.stringContaining('/broken, JSON-LD 1 is not JSON'),
      expect.stringContaining('/none holds no schema.org JobPosting'),
      expect.stringContaining('/long is too long'),
    ]);
    expect(site.requests).not.toContain('/closed');
  });

  it('comes back at the end to a page that was out of order, once', async () => {
    let requestCount = 0;
    site.pages['/shaky'] = (_request, response) => {
      requestCount += 1;
      response.writeHead(requestCount === 1 ? 500 : 200, { 'content-type': 'text/html' });
      response.end(pageWithJsonLd(posting('shaky')));
    };
    site.pages['/dead'] = (_request, response) => response.writeHead(502).end();
    site.pages['/good'] = pageWithJsonLd(posting('good'));
    const { ids, problems } = await collectAll({
      startUrls: ['/shaky', '/dead', '/good'].map((at) => site.origin + at),
    });
    expect(ids).toEqual(['site:good', 'site:shaky']);
    expect(problems).toEqual([expect.stringContaining('/dead answered 502')]);
    expect(site.requests.filter((request) => request === '/dead')).toHaveLength(2);
  });

  it('fails in passing when nothing of the site can be read', async () => {
    site.pages['/robots.txt'] = (_request, response) => response.writeHead(503).end();
    await expect(collectAll({ startUrls: [`${site.origin}/a`] })).rejects.toThrow(TransientError);
  });

  it('keeps what it has when the site asks it to wait, and asks for that page first the next time', async () => {
    let isBusy = true;
    site.pages['/1'] = pageWithJsonLd(posting('1'));
    site.pages['/2'] = (_request, response) => {
      response.writeHead(isBusy ? 429 : 200, { 'content-type': 'text/html', 'retry-after': '9' });
      response.end(pageWithJsonLd(posting('2')));
    };
    site.pages['/3'] = pageWithJsonLd(posting('3'));
    const source = sourceOf({ startUrls: ['/1', '/2', '/3'].map((at) => site.origin + at) });
    const first = await source.collect(undefined, never);
    expect(first.postings.map(({ id }) => id)).toEqual(['site:1']);
    await expect(source.collect(first.nextCursor, never)).rejects.toThrow(RateLimitedError);
    isBusy = false;
    const second = await source.collect(first.nextCursor, never);
    expect(second.postings.map(({ id }) => id)).toEqual(['site:2', 'site:3']);
  });

  it('keeps the postings of a page on whose links the pattern takes too long', async () => {
    const evil = `/${'a'.repeat(60)}!`;
    site.pages['/jobs'] = pageWithJsonLd(posting('1')) + `<a href="${evil}">x</a>`;
    const { ids, problems } = await collectAll({ startUrls: [`${site.origin}/jobs`], followLinksMatching: '(a+)+$' });
    expect(ids).toEqual(['site:1']);
    expect(problems).toEqual([expect.stringContaining('followLinksMatching')]);
  });

  it('refuses a cursor it did not write, and hears the caller', async () => {
    const source = sourceOf({ startUrls: [`${site.origin}/a`] });
    await expect(source.collect('{"pending":1}', never)).rejects.toThrow(/cursor/);
    await expect(source.collect(undefined, AbortSignal.abort(new Error('Enough.')))).rejects.toThrow('Enough.');
  });
});

const datasets = datasetsFolder();

describe.skipIf(!datasets)('JSON-LD source on NHS Jobs pages (skipped: SKILLGAP_DATASETS is not set)', () => {
  it('reads all ten, with employer, country, description as HTML and their own addresses', async () => {
    const folder = path.join(datasets ?? '', 'postings/nhs-uk/raw_jsonld_fixtures');
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files).toHaveLength(10);
    for (const file of files) site.pages[`/${file}`] = pageWithJsonLd(readFileSync(path.join(folder, file), 'utf8'));
    const { calls, problems } = await collectAll({ startUrls: files.map((file) => `${site.origin}/${file}`) });
    const postings = calls.flatMap((call) => call.postings);
    expect(problems).toEqual([]);
    expect(new Set(postings.map(({ id }) => id)).size).toBe(10);
    for (const { id, url, payload } of postings) {
      expect(id).toMatch(/^site:/);
      expect(url).toMatch(/^https:\/\/www\.jobs\.nhs\.uk\//);
      expect(payload).toMatchObject({ country: 'GB', employer: expect.stringMatching(/./) as string });
      expect(payload['description']).toMatch(/<|&lt;/);
    }
  });
});

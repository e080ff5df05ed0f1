import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCollectConfig } from '../../../services/collect/collect-config.ts';
import { InvalidInputError } from '../../../services/errors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'collect-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(content: unknown): string {
  const file = path.join(folder, 'CONFIG.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const source = (fields: Record<string, unknown> = {}) => ({
  id: 'acme',
  kind: 'json-ld',
  startUrls: ['https://acme.example/jobs'],
  ...fields,
});

describe('readCollectConfig', () => {
  it('fills in what is not said', async () => {
    expect(await readCollectConfig(write({ sources: [source()] }))).toEqual({
      sources: [
        {
          id: 'acme',
          kind: 'json-ld',
          startUrls: ['https://acme.example/jobs'],
          maxPages: 200,
          delayMs: 1000,
          allowPrivateAddresses: false,
          licence: null,
        },
      ],
    });
  });

  it('takes a sitemap in place of start pages', async () => {
    const config = source({
      startUrls: [],
      sitemapUrl: 'https://acme.example/sitemap.xml',
      followLinksMatching: '/job/',
    });
    await expect(readCollectConfig(write({ sources: [config] }))).resolves.toMatchObject({ sources: [config] });
  });

  it.each([
    ['no sources', {}, 'field sources: '],
    ['an empty list', { sources: [] }, 'field sources: holds no source'],
    ['an id with a colon', { sources: [source({ id: 'a:b' })] }, 'field sources.0.id: is not made of letters'],
    [
      'an unknown kind',
      { sources: [source({ kind: 'rss' })] },
      'field sources.0.kind: is not a kind of source we know',
    ],
    ['no page at all', { sources: [source({ startUrls: [] })] }, 'field sources.0.startUrls: is empty and'],
    [
      'a file address',
      { sources: [source({ startUrls: ['file:///x'] })] },
      'sources.0.startUrls.0: is not an http or https',
    ],
    ['a broken sitemap', { sources: [source({ sitemapUrl: 'sitemap.xml' })] }, 'field sources.0.sitemapUrl: '],
    ['too many pages', { sources: [source({ maxPages: 1001 })] }, 'field sources.0.maxPages: '],
    ['no pages', { sources: [source({ maxPages: 0 })] }, 'field sources.0.maxPages: '],
    ['a negative delay', { sources: [source({ delayMs: -1 })] }, 'field sources.0.delayMs: '],
    [
      'a broken pattern',
      { sources: [source({ followLinksMatching: '(' })] },
      'followLinksMatching: is not a regular expression',
    ],
    [
      'a long pattern',
      { sources: [source({ followLinksMatching: 'a'.repeat(201) })] },
      'followLinksMatching: is longer than 200',
    ],
    [
      'a misspelt setting',
      { sources: [source({ maxpages: 3 })] },
      'field sources.0.maxpages: is not a setting we know',
    ],
    ['one id twice', { sources: [source(), source()] }, 'field sources: holds one id twice'],
    ['a list', [], 'field (the whole file): '],
    [
      'fewer pages than start pages',
      { sources: [source({ maxPages: 1, startUrls: ['https://a.example', 'https://b.example'] })] },
      'field sources.0.maxPages: is smaller than the number of startUrls',
    ],
  ])('refuses %s in one sentence with file and field', async (_what, content, message) => {
    const file = write(content);
    const failure: unknown = await readCollectConfig(file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidInputError);
    expect((failure as Error).message).toContain(`${file}, `);
    expect((failure as Error).message).toContain(message);
    expect((failure as Error).message).not.toContain('\n');
  });

  it('names the file that is missing or not JSON', async () => {
    await expect(readCollectConfig(path.join(folder, 'none.json'))).rejects.toThrow(/none\.json cannot be read/);
    await expect(readCollectConfig(write('{"sources": ['))).rejects.toThrow(/CONFIG\.json, line 1: is not valid JSON/);
  });
});

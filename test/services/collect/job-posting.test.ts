import { describe, expect, it } from 'vitest';
import { readJobPostings } from '../../../services/collect/job-posting.ts';
import { PostingPayload } from '../../../services/domain/posting.ts';

const pageUrl = 'https://jobs.example/vacancy/17';
const origin = { source: 'example', licence: 'CC-BY-4.0', pageUrl };
const read = (...values: unknown[]) =>
  readJobPostings(
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    origin,
  );

const posting = (fields: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Welder',
  description: '<p>Welds <b>pipes</b>.</p>',
  ...fields,
});

describe('readJobPostings', () => {
  it('translates every field and keeps the original', () => {
    const original = posting({
      identifier: { '@type': 'PropertyValue', name: 'Acme', value: 'W-17' },
      url: '/vacancy/17?lang=en',
      hiringOrganization: { '@type': 'Organization', name: 'Acme', sameAs: 'https://acme.example' },
      jobLocation: {
        '@type': 'Place',
        address: {
          '@type': 'PostalAddress',
          addressLocality: 'Cork',
          addressRegion: 'County Cork',
          addressCountry: { '@type': 'Country', name: 'IE' },
        },
      },
      datePosted: '2026-03-14T09:00:00Z',
      validThrough: '2026-04-11',
      employmentType: ['FULL_TIME', 'CONTRACTOR'],
      industry: 'Manufacturing',
      baseSalary: { '@type': 'MonetaryAmount', currency: 'EUR', value: { minValue: 42000, maxValue: 48000 } },
      inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en' },
    });
    const { postings, problems } = read(original);
    expect(problems).toEqual([]);
    expect(postings).toEqual([
      {
        id: 'example:W-17',
        source: 'example',
        url: 'https://jobs.example/vacancy/17?lang=en',
        licence: 'CC-BY-4.0',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        payload: {
          title: 'Welder',
          description: '<p>Welds <b>pipes</b>.</p>',
          employer: 'Acme',
          place: 'Cork',
          region: 'County Cork',
          country: 'IE',
          language: 'en',
          postedOn: '2026-03-14T09:00:00Z',
          validUntil: '2026-04-11',
          employmentType: 'FULL_TIME, CONTRACTOR',
          industry: 'Manufacturing',
          salary: original['baseSalary' as keyof typeof original],
          raw: original,
        },
      },
    ]);
    expect(PostingPayload.safeParse(postings[0]?.payload).success).toBe(true);
  });

  it('leaves null what a posting does not say', () => {
    const [found] = read(posting()).postings;
    expect(found?.payload).toMatchObject({ employer: null, place: null, country: null, language: null, salary: null });
    expect(found).toMatchObject({ id: `example:${pageUrl}`, url: pageUrl });
  });

  it.each([
    ['an array', (one: object) => [{ '@type': 'WebPage' }, one]],
    ['@graph', (one: object) => ({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, one] })],
    ['another object', (one: object) => ({ '@type': 'WebPage', mainEntity: one })],
    ['a list of items', (one: object) => ({ '@type': 'ItemList', itemListElement: [{ item: one }] })],
  ])('finds a posting inside %s', (_where, wrap) => {
    expect(read(wrap(posting())).postings).toHaveLength(1);
  });

  it.each([
    'JobPosting',
    'http://schema.org/JobPosting',
    'https://schema.org/JobPosting',
    'schema:JobPosting',
    ['Thing', 'JobPosting'],
  ])('knows the type %j', (type) => {
    expect(read(posting({ '@type': type })).postings).toHaveLength(1);
  });

  it.each(['Product', 'NotAJobPosting', 'https://evil.example/JobPosting', undefined, 7])(
    'passes over the type %j',
    (type) => {
      expect(read(posting({ '@type': type }))).toEqual({ postings: [], problems: [] });
    },
  );

  it('puts what is referred to in its place', () => {
    const graph = [
      posting({ hiringOrganization: { '@id': '#acme' }, jobLocation: { '@id': '#gone' } }),
      { '@id': '#acme', '@type': 'Organization', name: 'Acme' },
    ];
    expect(read({ '@graph': graph }).postings[0]?.payload['employer']).toBe('Acme');
  });

  it.each([
    ['a number', 4711, 'example:4711'],
    ['a text', ' A/1 ', 'example:A/1'],
    ['a list', [{ value: 'first' }, 'second'], 'example:first'],
    ['only a name, which is not its own', { '@type': 'PropertyValue', name: 'Acme' }, `example:${pageUrl}`],
    ['too long to be one', 'x'.repeat(201), `example:${pageUrl}`],
  ])('takes an identifier that is %s', (_what, identifier, id) => {
    expect(read(posting({ identifier })).postings[0]?.id).toBe(id);
  });

  it('prefers the url of the posting to that of the page, if it is one of the web', () => {
    expect(read(posting({ url: 'https://jobs.example/x' })).postings[0]?.id).toBe('example:https://jobs.example/x');
    expect(read(posting({ url: 'javascript:alert(1)' })).postings[0]).toMatchObject({ url: pageUrl });
  });

  it('tells two postings of one page apart that have no id, and keeps one of two with the same', () => {
    const ids = read([posting({ title: 'A' }), posting({ title: 'B' })]).postings.map(({ id }) => id);
    expect(ids).toEqual([`example:${pageUrl}`, `example:${pageUrl}#2`]);
    expect(read([posting({ identifier: 1 })], [posting({ identifier: 1 })]).postings).toHaveLength(1);
  });

  it('changes its hash with its content only', () => {
    const hashOf = (fields: Record<string, unknown>) => read(posting(fields)).postings[0]?.contentHash;
    expect(hashOf({ industry: 'A', url: 'https://a.example/' })).toBe(
      hashOf({ url: 'https://a.example/', industry: 'A' }),
    );
    expect(hashOf({ industry: 'A' })).not.toBe(hashOf({ industry: 'B' }));
  });

  it('repairs line ends in strings, byte order marks and wrappings for old browsers', () => {
    const written = JSON.stringify(posting({ description: 'one LINE two' }));
    for (const text of [
      written.replace(' LINE ', '\n\t'),
      `\uFEFF${written}`,
      `<!-- ${written} -->`,
      `//<![CDATA[\n${written}\n//]]>`,
    ]) {
      expect(read(text)).toMatchObject({ problems: [], postings: [{ payload: { title: 'Welder' } }] });
    }
  });

  it('reports what is broken and keeps the rest', () => {
    const { postings, problems } = read('{"@type": "JobPosting", "title": "Cut of', posting(), [
      posting({ title: '' }),
      posting({ title: { '@type': 'Thing' } }),
      posting({ description: null }),
      posting({ identifier: 2 }),
    ]);
    expect(postings.map(({ id }) => id)).toEqual([`example:${pageUrl}`, 'example:2']);
    expect(problems.map(({ message }) => message)).toEqual([
      `${pageUrl}, JSON-LD 1 is not JSON that can be read, so its postings are left out.`,
      expect.stringMatching(/field title/) as string,
      expect.stringMatching(/field title/) as string,
      expect.stringMatching(/field description/) as string,
    ]);
  });

  it.each([
    ['deep nesting', '['.repeat(100_000)],
    ['deep nesting that closes', '['.repeat(5000) + ']'.repeat(5000)],
    ['a very long list', `[${'1,'.repeat(400_000)}1]`],
    ['a prototype', '{"__proto__":{"@type":"JobPosting"},"constructor":{"prototype":{}}}'],
    ['an id that is no text', '{"@type":"JobPosting","title":"x","hiringOrganization":{"@id":{"toString":1}}}'],
    ['an empty text', ''],
  ])('survives %s', (_what, text) => {
    expect(read(text, posting()).postings).toHaveLength(1);
    expect(({} as Record<string, unknown>)['@type']).toBeUndefined();
  });

  it('stops at 1,000 postings of one page, and says so', () => {
    const many = Array.from({ length: 1200 }, (_, identifier) => posting({ identifier }));
    const { postings, problems } = read(many);
    expect(postings).toHaveLength(1000);
    expect(problems).toHaveLength(1);
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPostingFile } from '../../../services/collect/read-posting-file.ts';
import type { PostingFile, PostingLine } from '../../../services/collect/read-posting-file.ts';
import { readPostingMap } from '../../../services/collect/read-posting-map.ts';
import { PostingPayload, RawPosting } from '../../../services/domain/posting.ts';
import { datasetsFolder } from '../../datasets.ts';
import { collect, temporaryFolder } from '../files/temporary-folder.ts';

const { write } = temporaryFolder();
type Options = Partial<Omit<PostingFile, 'file'>>;

async function read(content: string | Uint8Array, options: Options = {}): Promise<PostingLine[]> {
  return collect(readPostingFile({ file: await write('Jobs 1.data', content), format: 'auto', ...options }));
}

async function readOne(record: unknown, options?: Options) {
  const [first] = await read(JSON.stringify(record), options);
  if (!first?.rawPosting) throw new Error(first?.rejected);
  return first.rawPosting;
}

describe('a posting', () => {
  it('is translated from the names of the exports people have', async () => {
    const record = {
      id: 'x-1',
      source: 'board',
      title: ' Tea brewer ',
      employer: 'Leaf & Co',
      employer_sector: 'Drinks',
      location: 'Cork',
      region: null,
      country: 'IE',
      lang: 'en',
      date_posted: '2026-01-02',
      valid_through: '2026-02-02',
      contract: 'permanent',
      salary: ['1', '2'],
      remote: '',
      description: 'Brew tea.',
      url: 'https://example.org/1',
      licence: 'CC0',
    };
    const posting = await readOne(record);
    expect(posting).toEqual({
      id: 'board:x-1',
      source: 'board',
      url: 'https://example.org/1',
      licence: 'CC0',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      payload: {
        title: 'Tea brewer',
        description: 'Brew tea.',
        employer: 'Leaf & Co',
        place: 'Cork',
        region: null,
        country: 'IE',
        language: 'en',
        postedOn: '2026-01-02',
        validUntil: '2026-02-02',
        employmentType: 'permanent',
        industry: 'Drinks',
        salary: ['1', '2'],
        raw: { remote: '' },
      },
    });
    expect(RawPosting.safeParse({ ...posting, receivedAt: '2026-01-01T00:00:00Z' }).success).toBe(true);
  });

  it('is translated from schema.org, the objects kept whole in raw', async () => {
    const hiringOrganization = { '@type': 'Organization', name: 'Leaf & Co', url: 'https://example.org' };
    const jobLocation = [
      {
        '@type': 'Place',
        address: { addressLocality: 'Cork', addressRegion: 'Munster', addressCountry: { name: 'IE' } },
      },
      { address: { addressLocality: 'Galway' } },
    ];
    const posting = await readOne(
      {
        '@context': 'https://schema.org',
        '@type': 'JobPosting',
        identifier: { '@type': 'PropertyValue', value: 'A7' },
        title: 'Tea brewer',
        description: '<p>Brew tea.</p>',
        hiringOrganization,
        jobLocation,
        employmentType: ['FULL_TIME', 'TEMPORARY'],
        datePosted: '2026-01-02',
        validThrough: '2026-02-02',
        baseSalary: { currency: 'EUR' },
        experienceRequirements: { monthsOfExperience: 12 },
      },
      { source: 'web' },
    );
    expect(posting.id).toBe('web:A7');
    expect(posting.payload).toMatchObject({
      employer: 'Leaf & Co',
      place: 'Cork',
      region: 'Munster',
      country: 'IE',
      employmentType: 'FULL_TIME, TEMPORARY',
      salary: { currency: 'EUR' },
      raw: {
        '@type': 'JobPosting',
        employer: hiringOrganization,
        place: jobLocation,
        experience: { monthsOfExperience: 12 },
      },
    });
  });

  it('keeps a region of its own beside the one of the address', async () => {
    const jobLocation = { address: { addressLocality: 'Cork', addressRegion: 'Munster', addressCountry: 'IE' } };
    const posting = await readOne({ id: 1, title: 'T', description: 'D', region: 'South', country: 'GB', jobLocation });
    expect(posting.payload).toMatchObject({ place: 'Cork', region: 'South', country: 'GB' });
  });

  it('has requirements that stand apart in front of its description, as bullets', async () => {
    const record = { id: '1', title: 'T', ksa_statements: ['Knows tea', ' Reads <leaves> '], skills: 'Patience' };
    expect((await readOne({ ...record, description: 'Question 1' })).payload['description']).toBe(
      'Requirements\n- Knows tea\n- Reads <leaves>\n\nSkills\n- Patience\n\nQuestion 1',
    );
    expect((await readOne(record)).payload['description']).toBe(
      'Requirements\n- Knows tea\n- Reads <leaves>\n\nSkills\n- Patience',
    );
    expect((await readOne({ ...record, description: '<p>Q</p>' })).payload['description']).toBe(
      '<h3>Requirements</h3><ul><li>Knows tea</li><li>Reads &lt;leaves&gt;</li></ul><h3>Skills</h3><ul><li>Patience</li></ul><p>Q</p>',
    );
    expect((await readOne({ id: '1', title: 'T', skills: 'P', description: '&lt;p&gt;Q&lt;/p&gt;' })).payload['description']).toBe(
      '&lt;h3&gt;Skills&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;P&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Q&lt;/p&gt;',
    ); // prettier-ignore
  });

  it('has the hash of its content, which no order of fields and no file changes', async () => {
    const first = await readOne({ id: '1', title: 'T', description: 'D', extra: 1 });
    const again = await readOne({ extra: 1, description: 'D', title: 'T', id: '1' });
    const other = await readOne({ id: '1', title: 'T', description: 'D', extra: 2 });
    expect(again.contentHash).toBe(first.contentHash);
    expect(other.contentHash).not.toBe(first.contentHash);
  });

  it('is named by its source and id, by the file and its hash where it has none', async () => {
    const nameless = await readOne({ title: 'T', description: 'D' });
    expect(nameless.source).toBe('jobs-1');
    expect(nameless.id).toBe(`jobs-1:${nameless.contentHash}`);
    expect((await readOne({ id: 7, source: 'board', title: 'T', description: 'D' })).id).toBe('board:7');
    expect((await readOne({ id: 7, source: 'board', title: 'T', description: 'D' }, { source: 'mine' })).id).toBe(
      'mine:7',
    );
  });

  it('loses an address that is no web address', async () => {
    expect((await readOne({ id: 1, title: 'T', description: 'D', url: 'javascript:alert(1)' })).url).toBeNull();
  });
});

describe('a file of postings', () => {
  it('is the same as JSON Lines, a JSON array, CSV and gzipped', async () => {
    const records = [
      { id: '1', title: 'Brewer', description: 'Line one\n"two"', employer: 'A; B' },
      { id: '2', title: 'Taster', description: 'D', employer: '' },
    ];
    const csv = 'id;title;description;employer\n1;Brewer;"Line one\n""two""";"A; B"\n2;Taster;D;\n';
    const expected = await read(records.map((record) => JSON.stringify(record)).join('\n'));
    expect(expected.map(({ rejected }) => rejected)).toEqual([undefined, undefined]);
    const postings = expected.map(({ rawPosting }) => rawPosting);
    for (const content of [JSON.stringify(records), csv, gzipSync(csv)]) {
      expect((await read(content)).map(({ rawPosting }) => rawPosting)).toEqual(postings);
    }
    expect((await read(csv, { format: 'csv' })).map(({ line }) => line)).toEqual([2, 4]);
  });

  it('goes on after a record that is wrong, and says where and why', async () => {
    const good = { id: '1', title: 'T', description: 'D' };
    const records = [good, { ...good, id: '2', title: ' ' }, { ...good, id: '3', title: 5 }, { id: '4', title: 'T' }, 12, { ...good, id: '5', place: ['Cork'], country: 7 }, { ...good, title: 'again' }, { ...good, id: '6' }]; // prettier-ignore
    const lines = await read(records.map((record) => JSON.stringify(record)).join('\n'));
    expect(lines.map(({ line, rejected }) => [line, rejected?.replace(/^.*Jobs 1.data, /, '')])).toEqual([
      [1, undefined],
      [2, 'line 2, field title: is missing or empty; give every record one.'],
      [3, 'line 3, field title: should be text but is the number 5; write it as text.'],
      [4, 'line 4, field description: is missing or empty; give every posting one.'],
      [5, 'line 5: should be a JSON object but is the number 12; write { ... }.'],
      [6, 'line 6, field country: should be text but is the number 7; write it as text.'],
      [7, 'line 7, field id: jobs-1:1 is already the id of line 1; give each posting its own.'],
      [8, undefined],
    ]);
  });

  it('ends with an error at a line that is broken, after the records before it', async () => {
    const file = await write('broken.jsonl', '{"id":"1","title":"T","description":"D"}\n{"id":\n');
    const reading = readPostingFile({ file, format: 'auto' });
    expect((await reading.next()).value).toMatchObject({ line: 1 });
    await expect(reading.next()).rejects.toThrow(`${file}, line 2: is not valid JSON`);
    await expect(read('id,title,description\n1,T\n')).rejects.toThrow(/line 2: has 2 cells where the header names 3/);
  });

  it('ends with one sentence where CSV has no title or description, or nothing at all', async () => {
    await expect(read('id,Stelle,description\n1,T,D\n')).rejects.toThrow(
      /Jobs 1.data, line 1: has no column for title among id, Stelle, description; name it with a map/,
    );
    await expect(read('id,label\n1,T\n')).rejects.toThrow(/has no column for title and description among/);
    await expect(read('id,title,description\n')).rejects.toThrow(/holds no posting/);
    await expect(read('\n \n', { format: 'jsonl' })).rejects.toThrow(/holds no posting/);
    await expect(read('')).rejects.toThrow(/is empty/);
  });

  it('follows a map', async () => {
    const map = await readPostingMap(await write('map.json', '{ "title": "Stelle", "description": "text.lang" }'));
    const posting = await readOne({ id: 1, Stelle: 'Brüher', text: { lang: 'Tee' }, title: 'no' }, { map });
    expect(posting.payload).toMatchObject({ title: 'Brüher', description: 'Tee', raw: { title: 'no' } });
    await expect(read('id,Stellen,description\n1,T,D\n', { map })).rejects.toThrow(
      /line 1: lacks the column "Stelle" that the map names for title/,
    );
  });

  it('reports how much of it is read', async () => {
    const file = await write('progress.jsonl', '{"id":"1","title":"T","description":"D"}\n');
    const reports: [number, number][] = [];
    await collect(readPostingFile({ file, format: 'auto' }, (done, total) => reports.push([done, total])));
    expect(reports.at(-1)).toEqual([41, 41]);
  });
});

describe('a map of columns is refused', () => {
  it.each([
    ['{"titel": "x"}', /map.json, field titel: is no posting field; use id, source,/],
    ['{"title": 3}', /map.json, field title: should name a column as text/],
    ['["title"]', /map.json, line 1: is no JSON object/],
    ['{"title": }', /map.json, line 1: is not valid JSON/],
    ['[]', /map.json, line 1: is no JSON object/],
  ])('for %s', async (content, message) => {
    await expect(readPostingMap(await write('map.json', content))).rejects.toThrow(message);
  });
});

const datasets = datasetsFolder();
describe.skipIf(!datasets)('the real postings (skipped without SKILLGAP_DATASETS)', () => {
  const countByFolder = {
    'fr-adzuna': 1017,
    'fr-wttj': 324,
    'nhs-uk': 2443,
    'pl-hand-coded': 3334,
    'us-federal': 439,
    'us-glassdoor': 778,
    'us-glassdoor-ds': 600,
  };
  it.each(Object.entries(countByFolder))('of %s are all read: %i', async (name, count) => {
    const lines = await collect(
      readPostingFile({ file: `${datasets!}/postings/${name}/postings.jsonl.gz`, format: 'auto' }),
    );
    expect(lines.flatMap(({ rejected }) => rejected ?? [])).toEqual([]);
    const postings = lines.flatMap(({ rawPosting }) => rawPosting ?? []);
    expect(new Set(postings.map(({ id }) => id)).size).toBe(count);
    expect(postings.every(({ payload }) => PostingPayload.safeParse(payload).success)).toBe(true);
    expect(postings.every(({ payload }) => payload['country'] !== null && payload['language'] !== null)).toBe(true);
  });

  it('of the US government start with what they require', async () => {
    const file = `${datasets!}/postings/us-federal/postings.jsonl.gz`;
    for await (const { rawPosting } of readPostingFile({ file, format: 'auto' })) {
      expect(rawPosting?.payload['description']).toMatch(/^Requirements\n- /);
    }
  });

  it('of schema.org pages are read with employer and place', async () => {
    const file = `${datasets!}/postings/nhs-uk/raw_jsonld_fixtures/915976171.json`;
    const [page] = await collect(readPostingFile({ file, format: 'auto', source: 'nhs' }));
    expect(page?.rawPosting?.payload).toMatchObject({
      place: 'Essex',
      country: 'GB',
      employer: 'Essex County Council',
    });
  });
});

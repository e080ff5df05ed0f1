import { describe, expect, it } from 'vitest';
import { readCredentialFile } from '../../../services/credentials/read-credentials.ts';
import type { CredentialLine } from '../../../services/credentials/read-credentials.ts';
import { Credential } from '../../../services/domain/credential.ts';
import { datasetsFolder } from '../../datasets.ts';
import { collect, temporaryFolder } from '../files/temporary-folder.ts';

const { write } = temporaryFolder();

/** Every field of our own format, invented. */
const complete = {
  id: 'c-1',
  source: 'tea-school',
  invented: true,
  title: 'Brewing for Beginners',
  provider: 'Kettle College',
  providerKind: 'university',
  providerCountry: 'IE',
  awardingBody: 'Kettle Board',
  description: 'Water and leaves.',
  learningOutcomes: [
    { text: 'Brew tea', skills: ['sample:skill/brew'] },
    { text: 'Clean a kettle', skills: [] },
  ],
  workloadHours: 25,
  ects: 1,
  eqfLevel: 4,
  assessment: { type: 'practical', description: 'Three cups.' },
  participation: 'blended',
  qualityAssurance: { type: 'accreditation', body: 'Tea Agency' },
  learnerIdentification: 'student number',
  identityVerification: 'supervised',
  issuing: 'signed badge',
  price: { amount: 120, currency: 'EUR', asOf: '2026-09-01' },
  language: 'en',
  entryRequirements: 'None',
  prerequisites: ['c-0'],
  isPartOf: ['c-9'],
  hasPart: [],
  stackable: true,
  integrationMode: 'stackable',
  availableIn: ['IE-CO', 'online'],
  url: 'https://example.org/c-1',
  lastReviewedOn: '2026-08-01',
  outcomeEvidence: null,
};

async function read(content: string): Promise<CredentialLine[]> {
  return collect(readCredentialFile({ file: await write('Catalogue.data', content), format: 'auto' }));
}

async function readOne(record: unknown): Promise<CredentialLine> {
  const [first] = await read(JSON.stringify(record));
  return first!;
}

const change = (values: Record<string, unknown>): Promise<CredentialLine> => readOne({ ...complete, ...values });

describe('a credential in our own format', () => {
  it('is read with every element, and then nothing is missing', async () => {
    const { credential, warnings } = await readOne(complete);
    expect(warnings).toEqual([]);
    expect(credential).toEqual({
      id: 'c-1',
      source: 'tea-school',
      title: 'Brewing for Beginners',
      provider: 'Kettle College',
      providerKind: 'university',
      providerCountry: 'IE',
      awardingBody: 'Kettle Board',
      description: 'Water and leaves.',
      learningOutcomes: [
        { text: 'Brew tea', relatedSkillIds: ['sample:skill/brew'] },
        { text: 'Clean a kettle', relatedSkillIds: [] },
      ],
      workloadHours: 25,
      ects: 1,
      eqfLevel: 4,
      statedLevel: null,
      assessment: { type: 'practical', description: 'Three cups.' },
      participation: 'blended',
      qualityAssurance: { type: 'accreditation', body: 'Tea Agency' },
      learnerIdentification: 'student number',
      identityVerification: 'supervised',
      issuing: 'signed badge',
      price: { amount: 120, currency: 'EUR', asOf: '2026-09-01' },
      language: 'en',
      entryRequirements: 'None',
      prerequisiteIds: ['c-0'],
      partOfIds: ['c-9'],
      hasPartIds: [],
      stackable: true,
      integrationMode: 'stackable',
      availableIn: ['IE-CO', 'online'],
      url: 'https://example.org/c-1',
      lastReviewedOn: '2026-08-01',
      occupationCodes: [],
      raw: { invented: true, outcomeEvidence: null },
    });
  });

  it.each([
    [{ providerCountry: null }, 'country of the issuer'],
    [{ awardingBody: '' }, 'awarding body'],
    [{ learningOutcomes: [] }, 'learning outcomes'],
    [{ workloadHours: null, ects: null }, 'workload'],
    [{ eqfLevel: null }, 'EQF level'],
    [{ assessment: null }, 'type of assessment'],
    [{ participation: null }, 'form of participation'],
    [{ qualityAssurance: null }, 'quality assurance'],
    [{ learnerIdentification: null }, 'identification of the learner'],
    [{ issuing: null }, 'issuing'],
  ])('warns of the European element it lacks: %j', async (values, element) => {
    expect((await change(values)).warnings).toEqual([`The European element "${element}" is not stated.`]);
  });

  it('has a workload when it states either hours or ECTS credits', async () => {
    expect((await change({ workloadHours: null })).warnings).toEqual([]);
    expect((await change({ ects: null })).warnings).toEqual([]);
  });

  it('is the same from CSV, lists separated by | and nested parts by their type', async () => {
    const csv = [
      'id;title;providerKind;learningOutcomes;workloadHours;eqfLevel;assessment;price;currency;prerequisiteIds;stackable;availableIn',
      'c-1;"Tea; more";ngo;Brew tea|Clean a kettle;25.5;EQF level 4;quiz;0;eur;c-0 | c-2;yes;IE-CO|online',
    ].join('\n');
    const [line] = await read(csv);
    expect(line?.credential).toMatchObject({
      source: 'catalogue',
      title: 'Tea; more',
      providerKind: 'ngo',
      learningOutcomes: [
        { text: 'Brew tea', relatedSkillIds: [] },
        { text: 'Clean a kettle', relatedSkillIds: [] },
      ],
      workloadHours: 25.5,
      eqfLevel: 4,
      assessment: { type: 'quiz', description: null },
      price: { amount: 0, currency: 'EUR' },
      prerequisiteIds: ['c-0', 'c-2'],
      stackable: true,
      availableIn: ['IE-CO', 'online'],
    });
    expect(line?.warnings.join('\n')).not.toContain('issuing');
  });
});

describe('a credential', () => {
  it.each([
    [{ title: ' ' }, 'field title: is missing or empty'],
    [{ title: ['x'] }, 'field title: should be text but is a list'],
    [{ price: { amount: -1, currency: 'EUR' } }, 'field price: -1 is negative'],
    [{ price: { amount: 'cheap', currency: 'EUR' } }, 'field price: should be a number but is "cheap"'],
    [{ price: { amount: 1, currency: 'EUR', asOf: 'May' } }, 'field price.asOf: is refused'],
    [{ workloadHours: 'forty' }, 'field workloadHours: should be a number but is "forty"'],
    [{ workloadHours: -1 }, 'field workloadHours: -1 is negative'],
    [{ ects: -0.5 }, 'field ects: -0.5 is negative'],
    [{ eqfLevel: 9 }, 'field eqfLevel: 9 is no EQF level'],
    [{ eqfLevel: 0 }, 'field eqfLevel: 0 is no EQF level'],
    [{ eqfLevel: 4.5 }, 'field eqfLevel: 4.5 is no EQF level'],
    [{ eqfLevel: 'Beginner' }, 'field eqfLevel: should be a number but is "Beginner"'],
    [{ learningOutcomes: [{ skills: [] }] }, 'field learningOutcomes[0]: has no text'],
    [{ learningOutcomes: ['a', { text: 'b', skills: 'c' }] }, 'field learningOutcomes[1].skills: should be a list'],
    [{ assessment: { description: 'x' } }, 'field assessment.type: is missing'],
    [{ qualityAssurance: { type: 'x', body: 1 } }, 'field qualityAssurance.body: should be text'],
    [{ stackable: 'maybe' }, 'field stackable: should be true or false'],
    [{ lastReviewedOn: '2026-02-30' }, 'field lastReviewedOn: is refused'],
    [{ prerequisites: [1] }, 'field prerequisites: should be a list of text'],
  ])('is rejected with line, field and reason: %j', async (values, reason) => {
    const { rejected, credential, warnings } = await change(values);
    expect(rejected).toContain(`Catalogue.data, line 1, ${reason}`);
    expect([credential, warnings]).toEqual([undefined, []]);
  });

  it.each([
    [{ price: { amount: 5, currency: 'TEA' } }, { price: null }, 'The price 5 is in "TEA", which is no currency code and was left out.'],
    [{ price: 5 }, { price: null }, 'The price 5 has no currency and was left out.'],
    [{ providerKind: 'guild' }, { providerKind: 'unspecified' }, 'The providerKind "guild" is none of university, ngo'],
    [{ providerCountry: 'Ireland' }, { providerCountry: null }, 'The providerCountry "Ireland" is no two-letter country code'],
    [{ participation: 'by mail' }, { participation: 'unspecified' }, 'The form of participation "by mail" is unknown'],
    [{ integrationMode: 'loose' }, { integrationMode: null }, 'The integrationMode "loose" is none of curricular'],
    [{ url: 'javascript:alert(1)' }, { url: null }, 'The url is no http or https address'],
  ])('is kept without a value nobody can use, and says so: %j', async (values, expected, warning) => {
    const { credential, warnings } = await change(values);
    expect(credential).toMatchObject(expected);
    expect(warnings[0]).toContain(warning);
  }); // prettier-ignore

  it('understands other words for the same', async () => {
    expect((await change({ participation: 'On-site', providerCountry: 'UK' })).credential).toMatchObject({ participation: 'onsite', providerCountry: 'GB' }); // prettier-ignore
    expect((await change({ participation: 'self-paced' })).credential?.participation).toBe('self-paced online');
  });

  it.each([1, 8])('may be of the lowest and of the highest EQF level: %d', async (eqfLevel) => {
    expect((await change({ eqfLevel })).credential?.eqfLevel).toBe(eqfLevel);
  });

  it('takes 0 hours as unknown and a price of 0 as free', async () => {
    const { credential } = await change({ workloadHours: 0, price: { amount: 0, currency: 'EUR' } });
    expect(credential).toMatchObject({ workloadHours: null, price: { amount: 0, currency: 'EUR' } });
  });

  it('is translated from the names catalogues use', async () => {
    const { credential } = await readOne({
      id: 7,
      title: 'Tea',
      provider: { name: 'Kettle College' },
      level: 'Beginner',
      short_description: 'Short.',
      description: 'Long.',
      features: 'Free cup.',
      learning_outcomes: null,
      prerequisites: 'A cup of one’s own',
      hours: 40,
      cost: 100.5,
      currency: 'USD',
      soc_codes: [{ soc: '35-3023', title: 'x' }, { soc: '35-3023' }],
      native_skills: ['brewing'],
      state: 'NJ',
      zip: '7018',
      lang: 'en',
    });
    expect(credential).toMatchObject({
      id: '7',
      source: 'catalogue',
      provider: 'Kettle College',
      statedLevel: 'Beginner',
      eqfLevel: null,
      description: 'Short.\n\nLong.\n\nFree cup.',
      learningOutcomes: [],
      entryRequirements: 'A cup of one’s own',
      prerequisiteIds: [],
      workloadHours: 40,
      price: { amount: 100.5, currency: 'USD' },
      occupationCodes: ['35-3023'],
      providerCountry: 'US',
      availableIn: ['US-NJ'],
      raw: { nativeSkills: ['brewing'], state: 'NJ' },
    });
  });

  it('does not say the same twice where a summary repeats the description', async () => {
    const { credential } = await readOne({ id: 1, title: 'T', short_description: 'Long', description: 'Long story.' });
    expect(credential?.description).toBe('Long story.');
  });

  it('is not placed in the United States by a state alone', async () => {
    const { credential } = await readOne({ id: 1, title: 'T', state: 'NJ', currency: 'USD' });
    expect(credential).toMatchObject({ providerCountry: null, availableIn: [] });
  });

  it('is named by source and content where it has no id', async () => {
    expect((await readOne({ title: 'T' })).credential?.id).toMatch(/^catalogue:[0-9a-f]{64}$/);
  });
});

describe('a catalogue', () => {
  it('goes on after a record that is wrong, a repeated id included', async () => {
    const lines = await read([complete, { id: 'c-2' }, complete, 3, { ...complete, id: 'c-3' }].map((record) => JSON.stringify(record)).join('\n')); // prettier-ignore
    expect(lines.map(({ line, credential }) => [line, credential?.id])).toEqual([[1, 'c-1'], [2, undefined], [3, undefined], [4, undefined], [5, 'c-3']]); // prettier-ignore
    expect(lines[2]?.rejected).toContain('line 3, field id: c-1 is already the id of line 1');
    expect(lines[3]?.rejected).toContain('line 4: should be a JSON object but is the number 3');
  });

  it('may be one JSON array or object', async () => {
    expect(await read(JSON.stringify([complete], null, 2))).toMatchObject([{ line: 2, credential: { id: 'c-1' } }]);
    expect(await read(JSON.stringify(complete, null, 2))).toMatchObject([{ line: 1, credential: { id: 'c-1' } }]);
  });

  it('ends with an error when it is broken or holds nothing', async () => {
    await expect(read(`${JSON.stringify(complete)}\n{"id"\n`)).rejects.toThrow(
      /Catalogue.data, line 2: is not valid JSON/,
    );
    await expect(read('[]')).rejects.toThrow(/holds no credential/);
    await expect(read('id,title\n')).rejects.toThrow(/holds no credential/);
  });
});

const datasets = datasetsFolder();
describe.skipIf(!datasets)('the real catalogues (skipped without SKILLGAP_DATASETS)', () => {
  it.each([
    ['edx', 720],
    ['udacity', 263],
    ['nj-etpl', 586],
  ])('%s: all %i credentials are read', async (name, count) => {
    const lines = await collect(readCredentialFile({ file: `${datasets!}/credentials/${name}/credentials.jsonl.gz`, format: 'auto' })); // prettier-ignore
    expect(lines.flatMap(({ rejected }) => rejected ?? [])).toEqual([]);
    expect(lines).toHaveLength(count);
    expect(lines.every(({ credential }) => Credential.safeParse(credential).success)).toBe(true);
    expect(lines.every(({ warnings }) => warnings.some((warning) => warning.includes('quality assurance')))).toBe(true);
  });

  it('nj-etpl keeps hours, prices and occupations', async () => {
    const file = `${datasets!}/credentials/nj-etpl/credentials.jsonl.gz`;
    const credentials = (await collect(readCredentialFile({ file, format: 'auto' }))).flatMap(
      ({ credential }) => credential ?? [],
    );
    expect(credentials.filter(({ workloadHours }) => workloadHours !== null)).toHaveLength(586 - 14);
    expect(credentials.every(({ price }) => price?.currency === 'USD')).toBe(true);
    expect(credentials.filter(({ occupationCodes }) => occupationCodes.length > 0)).toHaveLength(586 - 65);
  });
});

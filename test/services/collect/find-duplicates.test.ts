import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../services/collect/find-duplicates.ts';
import type { DuplicateCandidate } from '../../../services/collect/find-duplicates.ts';
import { jaccard, shinglesOf, signatureOf, wordsOf } from '../../../services/collect/min-hash.ts';

/** Eighty different words, so that one changed word changes five of 76 shingles. */
const text = Array.from({ length: 80 }, (_, at) => `word${at}`).join(' ');
const otherWord = (position: number, from = text) => from.replace(`word${position} `, `other${position} `);

function posting(id: string, changes: Partial<DuplicateCandidate> = {}): DuplicateCandidate {
  return {
    id,
    title: 'Welder',
    description: text,
    employerKey: 'orchard steel',
    place: 'Leeds',
    country: 'GB',
    regionCode: 'UKE',
    postedOn: '2024-03-01',
    ...changes,
  };
}

async function pairs(...postings: DuplicateCandidate[]): Promise<string[]> {
  return (await findDuplicates(postings)).map((found) => `${found.duplicateId} ${found.kind} ${found.originalId}`);
}

describe('findDuplicates', () => {
  it('finds the same text again, whatever its case and layout', async () => {
    expect(
      await pairs(posting('a'), posting('b', { description: text.toUpperCase().replaceAll(' ', '\n• ') })),
    ).toEqual(['b exact a']);
  });

  it('lets a posting repeat shared ones and those of its own organisation, never another’s, and shared ones nobody’s', async () => {
    const earlier = { postedOn: '2024-01-01' };
    expect(await pairs(posting('b', { organisation: 'acme' }), posting('c', { organisation: 'zenith' }))).toEqual([]);
    expect(await pairs(posting('b', { organisation: 'acme' }), posting('c', { organisation: 'acme' }))).toEqual([
      'c exact b',
    ]);
    expect(await pairs(posting('a'), posting('b', { organisation: 'acme', ...earlier }))).toEqual(['b exact a']);
    const nearly = { organisation: 'zenith', description: otherWord(40) };
    expect(await pairs(posting('b', { organisation: 'acme', ...earlier }), posting('c', nearly))).toEqual([]);
    expect(await pairs(posting('a'), posting('b', { organisation: 'acme', ...earlier }), posting('c', nearly))).toEqual(
      ['b exact a', 'c near a'],
    );
  });

  it('takes the earliest posted for the original, then the smallest id, and an unknown date last', async () => {
    const same = [
      posting('a'),
      posting('b', { postedOn: '2024-02-28' }),
      posting('c', { postedOn: null }),
      posting('d', { postedOn: '2024-02-28' }),
    ];
    expect(await pairs(...same)).toEqual(['d exact b', 'a exact b', 'c exact b']);
  });

  it('lets another employer repeat an exact text, but not a changed one', async () => {
    expect(await pairs(posting('a'), posting('b', { employerKey: 'agency' }))).toEqual(['b exact a']);
    expect(await pairs(posting('a'), posting('b', { employerKey: 'agency', description: otherWord(40) }))).toEqual([]);
  });

  it('finds nearly the same text of the same employer', async () => {
    const [found] = await findDuplicates([posting('a'), posting('b', { description: otherWord(40) })]);
    expect(found).toMatchObject({ duplicateId: 'b', originalId: 'a', kind: 'near' });
    expect(found?.similarity).toBeCloseTo(71 / 81);
  });

  it('does not call less than 0.85 nearly the same', async () => {
    expect(await pairs(posting('a'), posting('b', { description: otherWord(40, otherWord(42)) }))).toEqual([]);
  });

  it('counts one text for another region as another vacancy, and within a region as the same', async () => {
    expect(await pairs(posting('a'), posting('b', { regionCode: 'UKC', place: 'Durham' }))).toEqual([]);
    expect(await pairs(posting('a'), posting('b', { place: 'York' }))).toEqual(['b exact a']);
    expect(await pairs(posting('a'), posting('b', { country: 'IE', regionCode: null }))).toEqual([]);
  });

  it('does not let an unknown or a larger region contradict', async () => {
    expect(await pairs(posting('a'), posting('b', { regionCode: null, country: null }))).toEqual(['b exact a']);
    const paris = { country: 'FR', regionCode: 'FR-75C', place: 'Paris' };
    expect(
      await pairs(posting('a', paris), posting('b', { ...paris, regionCode: 'FR-IDF', place: 'Ile-de-France' })),
    ).toEqual(['b exact a']);
  });

  it('asks a changed text to share the town as well', async () => {
    const description = otherWord(40);
    expect(await pairs(posting('a'), posting('b', { description, place: 'York' }))).toEqual([]);
    expect(await pairs(posting('a'), posting('b', { description, place: 'Seacroft, Leeds' }))).toEqual(['b near a']);
    expect(await pairs(posting('a'), posting('b', { description, place: null }))).toEqual(['b near a']);
  });

  it.each([
    ['Data Scientist', 'Data Engineer'],
    ['Welder', 'Senior Welder'],
    ['Staff Nurse', 'Staff Nurse - Nights'],
  ])('keeps the jobs %s and %s apart under one text', async (one, other) => {
    expect(await pairs(posting('a', { title: one }), posting('b', { title: other }))).toEqual([]);
  });

  it('does not mind how a title is spelt', async () => {
    expect(
      await pairs(
        posting('a', { title: 'Sr. Data Engineer (H/F)' }),
        posting('b', { title: 'senior data engineer - CDI' }),
      ),
    ).toEqual(['b exact a']);
  });

  it('does not unite short texts of different or unknown employers', async () => {
    const description = 'Driving licence B and some experience are welcome';
    expect(await pairs(posting('a', { description }), posting('b', { description }))).toEqual(['b exact a']);
    expect(
      await pairs(posting('a', { description, employerKey: null }), posting('b', { description, employerKey: null })),
    ).toEqual([]);
    expect(await pairs(posting('a', { description: '' }), posting('b', { description: '' }))).toEqual([]);
  });

  it('never names a duplicate as an original, and does not depend on the order of its input', async () => {
    const one = fc.record({
      description: fc.constantFrom(text, otherWord(40), otherWord(20), otherWord(60, otherWord(20))),
      employerKey: fc.constantFrom('orchard steel', 'agency', null),
      regionCode: fc.constantFrom('UKE', 'UKC', null),
      postedOn: fc.constantFrom('2024-03-01', '2024-03-02', null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 8 }), async (changes) => {
        const postings = changes.map((change, at) => posting(`p${at}`, change));
        const found = await findDuplicates(postings);
        const duplicateIds = found.map(({ duplicateId }) => duplicateId);
        expect(new Set(duplicateIds).size).toBe(duplicateIds.length);
        for (const { originalId } of found) expect(duplicateIds).not.toContain(originalId);
        expect(await findDuplicates([...postings].reverse())).toEqual(found);
      }),
    );
  });
});

describe('MinHash', () => {
  it('estimates the similarity it stands for', () => {
    const [a, b] = [shinglesOf(wordsOf(text)), shinglesOf(wordsOf(otherWord(40)))];
    const [left, right] = [signatureOf(a), signatureOf(b)];
    const equalRows = left.filter((value, row) => value === right[row]).length;
    expect(jaccard(a, b)).toBeCloseTo(71 / 81);
    expect(equalRows / left.length).toBeGreaterThan(0.7);
    expect(equalRows / left.length).toBeLessThan(1);
  });

  it('calls two empty sets alike and an empty and a full one not', () => {
    expect(jaccard(new Uint32Array(), new Uint32Array())).toBe(1);
    expect(jaccard(new Uint32Array(), Uint32Array.of(1, 2))).toBe(0);
  });
});

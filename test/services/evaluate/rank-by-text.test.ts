import { describe, expect, it } from 'vitest';
import type { TextEmbedder } from '../../../models/text-embedder.ts';
import { buildBm25 } from '../../../services/evaluate/bm25.ts';
import { buildCharTfidf } from '../../../services/evaluate/char-tfidf.ts';
import { credentialText } from '../../../services/evaluate/credential-text.ts';
import { buildCredentialTextRanker } from '../../../services/evaluate/rank-by-text.ts';
import type { TextRanker } from '../../../services/evaluate/text-ranker.ts';
import { wordVectors } from './word-vectors.ts';

const embedder = wordVectors(['weld', 'steel', 'paint', 'walls', 'teach', 'children']);
const credential = (id: string, title: string, description: string) => ({
  id,
  title,
  description,
  learningOutcomes: [],
});
const catalogue = [
  credential('weld', 'Weld steel', 'You weld steel.'),
  credential('paint', 'Paint walls', 'You paint walls.'),
  credential('teach', 'Teach children', 'You teach children to paint.'),
];
const idsOf = (ranked: readonly { credentialId: string }[]): string[] => ranked.map(({ credentialId }) => credentialId);

it('ranks what the query asks for first', async () => {
  const { rank } = await buildCredentialTextRanker(catalogue, embedder);
  for (const { id, title } of catalogue) expect(idsOf(await rank(title, 1))).toEqual([id]);
});

it('weighs the title of a query, its first sentence, above the rest', async () => {
  const { rank } = await buildCredentialTextRanker(catalogue, embedder);
  const ranked = idsOf(await rank('Teach. Weld, teach.', 3));
  expect(ranked[0]).toBe('teach');
  expect(idsOf(await rank('Weld. Weld, teach.', 3))[0]).toBe('weld');
});

it('holds back what is near to everything', async () => {
  // "a" lies amid its likes; "z" is as near to the query and stands alone.
  const crowd = ['a', 'b', 'c'].map((id) => credential(id, 'Paint', 'Paint walls.'));
  const { rank } = await buildCredentialTextRanker([...crowd, credential('z', 'Paint', 'Paint steel.')], embedder);
  expect(idsOf(await rank('paint', 4))[0]).toBe('z');
});

it('finds words the model does not know by their letters', async () => {
  const more = [...catalogue, credential('go', 'Kubernetes', 'Kubernetes.'), credential('hr', 'Payroll', 'Payroll.')];
  const { rank } = await buildCredentialTextRanker(more, embedder);
  expect(idsOf(await rank('kubernets', 1))).toEqual(['go']);
});

describe('a description and a name', () => {
  const alike = ['a', 'b', 'c'].map((id) => credential(id, 'Weld steel', 'You weld steel.'));
  const others = [credential('paint', 'Paint walls', 'You paint.'), credential('steel', 'Steel', 'About steel.')];

  it('differ: only the description is ranked again by what its best are like', async () => {
    const { rank } = await buildCredentialTextRanker([...alike, ...others], embedder);
    // "steel" shares nothing with the query, but the three best are of steel.
    expect(idsOf(await rank('Those who do it all day long weld.', 5))[3]).toBe('steel');
    const [, , , fourth, fifth] = await rank('weld', 5);
    expect(fourth?.credentialId).toBe('paint');
    expect(fifth?.credentialId).toBe('steel');
  });

  it('differ: only of the name the very words count', async () => {
    const blind: TextEmbedder = {
      modelId: 'blind',
      dimensions: 2,
      embed: (texts) => Promise.resolve(texts.map(() => Float32Array.of(1, 0))),
    };
    const { rank } = await buildCredentialTextRanker([...alike, ...others], blind);
    const documents = [...alike, ...others].map((one) => ({ id: one.id, text: credentialText(one) }));
    const scores = (ranker: TextRanker, query: string) => {
      const values = new Map(ranker.rank(query, 9).map(({ id, value }) => [id, value]));
      const all = documents.map(({ id }) => values.get(id) ?? 0);
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
      const deviation = Math.hypot(...all.map((value) => value - mean)) / Math.sqrt(all.length);
      return new Map(documents.map(({ id }, at) => [id, ((all[at] ?? 0) - mean) / deviation]));
    };
    const expected = (query: string, weight: number) => {
      const [characters, words] = [buildCharTfidf(documents), buildBm25(documents)].map((one) => scores(one, query));
      return new Map(
        documents.map(({ id }) => [id, 0.2 * (characters?.get(id) ?? 0) + weight * (words?.get(id) ?? 0)]),
      );
    };
    for (const [query, weight] of [
      ['paint walls', 0.5],
      ['you will paint many walls every single day', 0],
    ] as const) {
      for (const { credentialId, value } of await rank(query, 9)) {
        expect(value).toBeCloseTo(expected(query, weight).get(credentialId) ?? 0, 9);
      }
    }
  });
});

it('by hand: nearness less half the mean nearness to the other credentials', async () => {
  const vectorByText: Record<string, number[]> = { east: [1, 0], north: [0, 1], between: [Math.SQRT1_2, Math.SQRT1_2] };
  const compass: TextEmbedder = {
    modelId: 'compass',
    dimensions: 2,
    // "->" shares no letters with any credential: only the vectors speak.
    embed: (texts) => Promise.resolve(texts.map((text) => Float32Array.from(vectorByText[text.trim()] ?? [1, 0]))),
  };
  const places = ['east', 'north', 'between'].map((id) => ({ id, title: id, description: null, learningOutcomes: [] }));
  const ranked = await (await buildCredentialTextRanker(places, compass)).rank('->', 3);

  const ends = Math.SQRT1_2 / 2; // mean of 0 and .707
  const raw = { east: 1 - ends / 2, between: Math.SQRT1_2 - Math.SQRT1_2 / 2, north: 0 - ends / 2 };
  const mean = (raw.east + raw.between + raw.north) / 3;
  const deviation = Math.hypot(raw.east - mean, raw.between - mean, raw.north - mean) / Math.sqrt(3);
  expect(idsOf(ranked)).toEqual(['east', 'between', 'north']);
  expect(ranked[0]?.value).toBeCloseTo((raw.east - mean) / deviation, 5);
  expect(ranked[1]?.value).toBeCloseTo((raw.between - mean) / deviation, 5);
});

describe('does not depend on', () => {
  it('the order of the catalogue; ties break on the id', async () => {
    const twins = [...catalogue, credential('a', 'Weld steel', 'You weld steel.')];
    const first = await buildCredentialTextRanker(twins, embedder);
    const second = await buildCredentialTextRanker(twins.toReversed(), embedder);
    expect(idsOf(await first.rank('weld steel', 4))).toEqual(idsOf(await second.rank('weld steel', 4)));
    expect(idsOf(await first.rank('weld steel', 2))).toEqual(['a', 'weld']);
  });

  it('there being several credentials, or any words at all', async () => {
    const [only] = catalogue;
    const { rank } = await buildCredentialTextRanker([only!], embedder);
    expect(idsOf(await rank('paint', 5))).toEqual(['weld']);
    expect((await (await buildCredentialTextRanker(catalogue, embedder)).rank('zzz', 5)).length).toBe(3);
    expect(await (await buildCredentialTextRanker([], embedder)).rank('paint', 5)).toEqual([]);
  });
});

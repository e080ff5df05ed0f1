import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBm25 } from '../../../services/evaluate/bm25.ts';
import { buildCharTfidf, characterGrams } from '../../../services/evaluate/char-tfidf.ts';
import { englishTokens } from '../../../services/evaluate/english-tokens.ts';
import { buildTfidf } from '../../../services/evaluate/tfidf.ts';

const documents = [
  { id: 'weld', text: 'weld steel pipes' },
  { id: 'paint', text: 'paint steel' },
  { id: 'teach', text: 'teach children to paint' },
];
const rankers = [
  ['tfidf', buildTfidf],
  ['bm25', buildBm25],
  ['char-tfidf', buildCharTfidf],
] as const;
const text = fc
  .array(fc.constantFrom('weld', 'paint', 'steel', 'the', 'teach'), { maxLength: 5 })
  .map((words) => words.join(' '));

describe.each(rankers)('every text ranker: %s', (_name, build) => {
  it('finds the document that says the same', () => {
    const ranker = build(documents);
    for (const { id, text: query } of documents) expect(ranker.rank(query, 1)[0]?.id).toBe(id);
  });

  it('leaves out documents that share nothing, and keeps to the limit', () => {
    const ranker = build(documents);
    expect(ranker.rank('steel', 10).map(({ id }) => id)).toEqual(['paint', 'weld']);
    expect(ranker.rank('steel', 1).map(({ id }) => id)).toEqual(['paint']);
    expect(ranker.rank('zzz', 10)).toEqual([]);
    expect(ranker.rank('', 10)).toEqual([]);
    expect(build([]).rank('steel', 10)).toEqual([]);
  });

  it('breaks ties on the id, whatever the order of the documents', () => {
    const twins = ['c', 'a', 'b'].map((id) => ({ id, text: 'paint steel' }));
    expect(
      build(twins)
        .rank('steel', 10)
        .map(({ id }) => id),
    ).toEqual(['a', 'b', 'c']);
  });

  it('ranks an id with several texts by its best', () => {
    const ranked = build([...documents, { id: 'weld', text: 'teach children to paint' }]).rank('paint children', 10);
    expect(ranked.map(({ id }) => id)).toEqual(['teach', 'weld', 'paint']);
    expect(ranked[0]?.value).toBe(ranked[1]?.value);
  });

  it('orders by value and gives no id twice', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, (texts, query) => {
        const ranked = build(texts.map((one, at) => ({ id: `d${at}`, text: one }))).rank(query, 10);
        expect(new Set(ranked.map(({ id }) => id)).size).toBe(ranked.length);
        ranked.forEach(({ value }, at) => {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(ranked[at - 1]?.value ?? Infinity);
        });
      }),
    );
  });
});

describe('by hand', () => {
  it('TF-IDF weighs rare words more and is the cosine of unit vectors', () => {
    // N = 3. idf(steel) = idf(paint) = ln(4 / 3) + 1, df 2; idf(weld) = ln(4 / 2) + 1, df 1.
    const common = Math.log(4 / 3) + 1;
    const rare = Math.log(4 / 2) + 1;
    const [best, second] = buildTfidf(documents).rank('weld steel', 10);
    const query = Math.hypot(rare, common);
    expect(best).toEqual({
      id: 'weld',
      value: expect.closeTo((rare ** 2 + common ** 2) / (query * Math.hypot(rare, common, rare))) as number,
    });
    expect(second?.value).toBeCloseTo(common ** 2 / (query * Math.hypot(common, common)));
  });

  it('TF-IDF counts repetitions', () => {
    const [best] = buildTfidf([
      { id: 'a', text: 'steel steel paint' },
      { id: 'b', text: 'steel paint' },
    ]).rank('steel', 1);
    expect(best).toEqual({ id: 'a', value: expect.closeTo(2 / Math.hypot(2, 1)) as number });
  });

  it('BM25 adds up rarity x saturated count, held back by length', () => {
    // Lengths 3, 2, 3 (stop word "to" is gone), mean 8/3. "steel" is in 2 of 3 documents, "weld" in 1.
    const room = (length: number): number => 1.2 * (1 - 0.75 + (0.75 * length) / (8 / 3));
    const steel = Math.log(1 + 1.5 / 2.5);
    const weld = Math.log(1 + 2.5 / 1.5);
    const ranked = buildBm25(documents).rank('weld steel steel', 10);
    expect(ranked.map(({ id }) => id)).toEqual(['weld', 'paint']);
    expect(ranked[0]?.value).toBeCloseTo(((weld + 2 * steel) * 2.2) / (1 + room(3)));
    expect(ranked[1]?.value).toBeCloseTo((2 * steel * 2.2) / (1 + room(2)));
  });

  it('BM25 stops counting repetitions, TF-IDF does not', () => {
    const twice = [
      { id: 'a', text: 'steel steel paint paint' },
      { id: 'b', text: 'steel paint paint paint' },
    ];
    const room = 1.2;
    const [first] = buildBm25(twice).rank('steel', 10);
    expect(first?.value).toBeCloseTo((Math.log(1 + 0.5 / 2.5) * 2 * 2.2) / (2 + room));
  });

  it('tokens are stems of words that say something', () => {
    expect(englishTokens('Managing the C++ teams')).toEqual(['manag', 'c++', 'team']);
    expect(englishTokens('to be or to have')).toEqual([]);
  });

  it('character grams stay within a word and mark its ends', () => {
    expect(characterGrams('an ox')).toEqual([' an', 'an ', ' an ', ' ox', 'ox ', ' ox ']);
    expect(characterGrams('R')).toEqual([' r ']);
    expect(characterGrams('weld')).toEqual([' we', 'wel', 'eld', 'ld ', ' wel', 'weld', 'eld ', ' weld', 'weld ']);
  });
});

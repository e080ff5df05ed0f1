import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestThree, rankOccupations } from '../../../services/skills/rank-occupations.ts';
import type { LetterMap } from '../../../models/letter-encoder.ts';
import { embedder, OCCUPATIONS, openSpace } from './occupation-fixture.ts';

const WEIGHTS = [1, 0.3, 0.1] as const;
// Few distinct values, so that ties happen.
const cosine = fc.constantFrom(-0.5, 0, 0.25, 0.5, 1);

describe('the three labels nearest in meaning', () => {
  it('count less one after the other, and the last stands in for the missing', () => {
    expect(nearestThree([0.2, 0.9, 0.4, 0.6], 0, 4, WEIGHTS)).toBeCloseTo(0.9 + 0.3 * 0.6 + 0.1 * 0.4);
    expect(nearestThree([0.2, 0.9, 0.4], 0, 2, WEIGHTS)).toBeCloseTo(0.9 + 0.4 * 0.2);
    expect(nearestThree([0.5], 0, 1, WEIGHTS)).toBeCloseTo(1.4 * 0.5);
    expect(nearestThree([0.5], 1, 1, WEIGHTS)).toBe(0);
  });

  it('are the largest of the range, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(cosine, { minLength: 3, maxLength: 8 }), (cosines) => {
        const [first = 0, second = 0, third = 0] = cosines.toSorted((a, b) => b - a);
        const found = nearestThree([9, ...cosines, 9], 1, cosines.length + 1, WEIGHTS);
        expect(found).toBeCloseTo(first + 0.3 * second + 0.1 * third);
      }),
    );
  });
});

describe('occupations in the order of their nearness', () => {
  const idsOf = async (
    title: string,
    language: string | null,
    letterMapOf?: (language: string) => LetterMap | undefined,
  ) =>
    (await rankOccupations([{ title, language }], await openSpace(letterMapOf), embedder))[0]?.map(
      ({ occupationId }) => occupationId,
    );

  it('have an exact label first and say so', async () => {
    const [ranked] = await rankOccupations([{ title: 'data expert', language: 'en' }], await openSpace(), embedder);
    expect(ranked?.map(({ occupationId, isExact }) => [occupationId, isExact])[0]).toEqual(['data', true]);
    expect(ranked?.slice(1).some(({ isExact }) => isExact)).toBe(false);
  });

  it('are all there unless a limit is given, and none is nearer than 1 without an exact label', async () => {
    const titles = [{ title: 'nurse of specialists', language: 'en' }];
    const [all] = await rankOccupations(titles, await openSpace(), embedder);
    expect(all).toHaveLength(OCCUPATIONS.length);
    expect(all?.every(({ nearness }) => nearness >= -1 && nearness <= 1)).toBe(true);
    expect((await rankOccupations(titles, await openSpace(), embedder, { limit: 1 }))[0]).toEqual(all?.slice(0, 1));
  });

  it('are read by the letters of their labels in the language of the title', async () => {
    expect((await idsOf('Krankenpflegehelferin', 'de'))?.[0]).toBe('nurse');
    expect((await idsOf('Schweisserin', 'de'))?.[0]).toBe('welder');
  });

  it('are read in English when the title is English, whatever the posting is written in', async () => {
    expect((await idsOf('Scientist for data', 'de'))?.[0]).toBe('data');
    expect((await idsOf('Scientist for data', 'fr'))?.[0]).toBe('data');
  });

  it('are found by a map from letters to meaning where there is one for the language', async () => {
    const [meaning = new Float32Array()] = await embedder.embed(['data scientist']);
    const always: LetterMap = {
      language: 'de',
      modelId: embedder.modelId,
      dimensions: embedder.dimensions,
      buckets: 1,
      rarities: new Float32Array(1),
      rows: new Int8Array(embedder.dimensions),
      scales: new Float32Array(1),
      offset: meaning,
    };
    expect((await idsOf('Zahlendeuter', 'de', () => always))?.[0]).toBe('data');
  });

  it('tie on the id', async () => {
    expect(await idsOf('Ѫ', 'de')).toEqual(['data', 'nurse', 'welder']);
  });
});

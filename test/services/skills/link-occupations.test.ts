import { describe, expect, it } from 'vitest';
import { linkOccupations } from '../../../services/skills/link-occupations.ts';
import { embedder, openSpace } from './occupation-fixture.ts';

const english = (title: string) => ({ title, language: 'en' });

describe('the occupation of a title', () => {
  it('is the one with that label, in any spelling and in the plural', async () => {
    const titles = ['Senior STAFF NURSE - Band 5', 'Welders'].map(english);
    expect(await linkOccupations(titles, await openSpace(), embedder)).toEqual([
      { occupationId: 'nurse', confidence: 1, iscoCode: '2221' },
      { occupationId: 'welder', confidence: 1, iscoCode: '7212' },
    ]);
  });

  it('is the one with that label in any imported language', async () => {
    const [linked] = await linkOccupations([{ title: 'Krankenpfleger', language: null }], await openSpace(), embedder);
    expect(linked?.occupationId).toBe('nurse');
  });

  it('is the nearest one otherwise, with less than full confidence, and none when nothing is near', async () => {
    const titles = ['Scientist for data', 'Zookeeper'].map(english);
    const [near, far] = await linkOccupations(titles, await openSpace(), embedder);
    expect(near?.occupationId).toBe('data');
    expect(near?.confidence).toBeLessThan(1);
    expect(far).toBeNull();
  });

  it('is the same for a title that comes again, and read by the language of its posting', async () => {
    const titles = [
      english('Scientist for data'),
      { title: 'Schweißerin', language: 'de' },
      english('Scientist for data'),
    ];
    const [first, german, again] = await linkOccupations(titles, await openSpace(), embedder);
    expect(again).toEqual(first);
    expect(german?.occupationId).toBe('welder');
  });

  it('is none without occupations', async () => {
    const space = await openSpace(() => undefined, []);
    expect(await linkOccupations([english('welder')], space, embedder)).toEqual([null]);
  });
});

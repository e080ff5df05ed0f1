import { describe, expect, it } from 'vitest';
import { countWords, cutLongSentence, MAX_WORDS } from '../../../services/skills/cut-long-sentences.ts';

const cut = (text: string, language: string | null = 'en') =>
  cutLongSentence(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));
const run = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

describe('cutLongSentence', () => {
  it('leaves a sentence of sixty words whole and cuts one of sixty-one', () => {
    expect(cut(run(MAX_WORDS))).toEqual([run(MAX_WORDS)]);
    const parts = cut(run(MAX_WORDS + 1));
    expect(parts).toHaveLength(2);
    expect(parts.join(' ')).toBe(run(MAX_WORDS + 1));
  });

  it('cuts at the semicolon before the comma, and at the one nearest to the middle', () => {
    expect(cut(`${run(20)}, ${run(15)}; ${run(30)}`)).toEqual([`${run(20)}, ${run(15)}`, run(30)]);
    expect(cut(`${run(10)}; ${run(25)}; ${run(30)}`)).toEqual([`${run(10)}; ${run(25)}`, run(30)]);
  });

  it('cuts a list that lost its separators at its capitals', () => {
    expect(cut(`${run(35)} Develop ${run(35)}`)).toEqual([run(35), `Develop ${run(35)}`]);
  });

  it('never leaves a part longer than the limit', () => {
    for (const part of cut(`${run(150)}, ${run(90)} and ${run(70)}`))
      expect(countWords(part)).toBeLessThanOrEqual(MAX_WORDS);
  });

  it('parts a run-on Polish list at any length, but not at a name', () => {
    expect(cut('Znajomość metody TIG Doświadczenie w spawaniu Obsługa suwnicy', 'pl')).toEqual([
      'Znajomość metody TIG',
      'Doświadczenie w spawaniu',
      'Obsługa suwnicy',
    ]);
    expect(cut('znajomość pakietu MS Office oraz Windows', 'pl')).toHaveLength(1);
    expect(cut('Znajomość metody TIG Doświadczenie w spawaniu', 'en')).toHaveLength(1);
  });
});

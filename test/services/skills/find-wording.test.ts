import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWording, wordingKey, wordingPiece } from '../../../services/skills/find-wording.ts';

const found = (text: string, wording: string) =>
  findWording(text, wording).map(({ start, end }) => text.slice(start, end));

describe('the places of a wording', () => {
  it('are all of them, in any case and with any blanks', () => {
    expect(found('Care plans. CARE  PLANS, and care-plans', 'care plans')).toEqual([
      'Care plans',
      'CARE  PLANS',
      'care-plans',
    ]);
  });

  it('include inflections of several words, but not other words of the stem', () => {
    expect(found('managing projects', 'manage project')).toEqual(['managing projects']);
    expect(found('management projects', 'manage project')).toEqual([]);
  });

  it('of a single word are the word and its plural only', () => {
    expect(found('plan, plans, planned, planner', 'plan')).toEqual(['plan', 'plans']);
    expect(found('plan, plans', 'Plans')).toEqual(['plan', 'plans']);
  });

  it('are whole words, down to a single letter', () => {
    expect(found('R, RStudio and r', 'R')).toEqual(['R', 'r']);
    expect(found('C++ and C', 'C')).toEqual(['C']);
  });

  it('are none for a wording without a word', () => {
    expect(findWording('anything', ' - ')).toEqual([]);
    expect(wordingKey(' - ')).toBe('');
  });
});

describe('the piece a store searches by', () => {
  it('is short of where inflections part', () => {
    expect(wordingPiece('policies')).toBe(wordingPiece('policy'));
    expect(wordingPiece('é à ü')).toBeNull();
  });

  it('stands in every text the wording is found in', () => {
    const word = fc.constantFrom(
      'policy',
      'policies',
      'Organising',
      'organise',
      'plan',
      'plans',
      'C++',
      'Ärzte',
      'naïve',
      'ﬁre',
      'R',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(words, fc.array(word, { maxLength: 5 }), (wording, others) => {
        const text = [...others, wording, ...others].join(' ');
        const piece = wordingPiece(wording);
        for (const candidate of [text, text.toUpperCase()]) {
          if (findWording(candidate, wording).length > 0 && piece !== null)
            expect(candidate.normalize('NFKC').toLowerCase()).toContain(piece);
        }
        expect(findWording(text, wording).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is one for two wordings of one key', () => {
    expect(wordingKey('Managing  projects')).toBe(wordingKey('manage project'));
    expect(wordingKey('plans')).toBe(wordingKey('Plan'));
    expect(wordingKey('planning')).not.toBe(wordingKey('plan'));
  });
});

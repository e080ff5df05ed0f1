import { describe, expect, it } from 'vitest';
import { confidenceWithHit } from '../../../services/skills/hit-confidence.ts';
import type { LexiconHit } from '../../../services/skills/skill-lexicon.ts';

const hit = (rest: Partial<LexiconHit> = {}): LexiconHit => ({
  skillId: 'plan',
  isPreferred: true,
  isCurated: false,
  isName: false,
  wordCount: 1,
  start: 0,
  end: 4,
  ...rest,
});

describe('the confidence of a word-for-word hit', () => {
  it('is never believed for an everyday word of a public taxonomy, however sure the rest is', () => {
    for (const words of ['plan', 'Plans', 'history']) expect(confidenceWithHit(0.9, hit(), words, 'loose')).toBe(0.3);
    expect(confidenceWithHit(0.1, hit(), 'plan', 'loose')).toBe(0.1);
    expect(confidenceWithHit(0.9, hit({ isPreferred: false }), 'data', 'loose')).toBe(0.3);
  });

  it('is believed for the same word where somebody put it on a list of their own', () => {
    expect(confidenceWithHit(0.9, hit({ isCurated: true }), 'plan', 'loose')).toBe(0.9);
    expect(confidenceWithHit(0.9, hit(), 'plan', 'curated')).toBe(0.9);
  });

  it('is at least that of its kind for names and labels of several words', () => {
    expect(confidenceWithHit(0.1, hit({ isName: true }), 'SQL', 'loose')).toBe(0.84);
    expect(confidenceWithHit(0.1, hit({ wordCount: 2 }), 'care plan', 'loose')).toBe(0.86);
    expect(confidenceWithHit(0.95, hit({ isName: true }), 'SQL', 'loose')).toBe(0.95);
  });

  it('lies between the two for a label of one word, and never below the rest', () => {
    const mixed = confidenceWithHit(0.2, hit(), 'welding', 'loose');
    expect(mixed).toBeGreaterThan(0.2);
    expect(mixed).toBeLessThan(0.55);
  });

  it('is that of the rest where nothing was hit', () => {
    expect(confidenceWithHit(0.42, undefined, 'anything', 'loose')).toBe(0.42);
  });
});

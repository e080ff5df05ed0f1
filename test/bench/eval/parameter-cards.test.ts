import { expect, it } from 'vitest';
import { crossValidatedRows, exposureOf, linkCard, type LinkCard } from '../../../bench/eval/parameter-cards.ts';

const figures = { sentences: 61, mrr: 0.659, rpAt5: 0.644, rpAt10: 0.766 };
const card: LinkCard = {
  trainedOn: 'SkillSkape train (synthetic), HOUSE + TECH validation (real)',
  crossValidated: { house: { ...figures, ece: 0.084 }, tech: figures },
};

it('a set is in-sample when the card names its split, or cross-validates on it', () => {
  expect(exposureOf(card, 'other', /HOUSE( \+ TECH)? validation/)).toBe('trained on');
  expect(exposureOf(card, 'house', /nowhere/)).toBe('trained on');
  expect(exposureOf(card, 'skillskape', /SkillSkape dev/)).toBe('not seen');
  expect(exposureOf(undefined, 'house', /HOUSE/)).toBe('not seen');
});

const all = ['MRR', 'RP@5', 'RP@10', 'ECE, equal width'];

it('the figures of a card are rows of their own, without intervals, and not of sets it lacks', () => {
  expect(crossValidatedRows(card, 'fast', { set: 'HOUSE', split: 'validation' }, all)).toEqual([
    {
      set: 'HOUSE',
      split: 'validation',
      n: 61,
      unit: 'sentences',
      system: 'Skillgap, fast, figures of the card of link-confidence-fast',
      exposure: 'cross-validated',
      measures: [
        { name: 'MRR', value: 0.659, interval: null },
        { name: 'RP@5', value: 0.644, interval: null },
        { name: 'RP@10', value: 0.766, interval: null },
        { name: 'ECE, equal width', value: 0.084, interval: null },
      ],
    },
  ]);
  expect(crossValidatedRows(card, 'fast', { set: 'SkillSkape', split: 'dev' }, all)).toEqual([]);
  const [tech] = crossValidatedRows(card, 'fast', { set: 'TECH', split: 'validation' }, ['ECE, equal width']);
  expect(tech?.measures).toEqual([{ name: 'ECE, equal width', value: null, interval: null }]);
  expect(crossValidatedRows(undefined, 'fast', { set: 'HOUSE', split: 'validation' }, all)).toEqual([]);
});

it.each(['fast', 'accurate'] as const)('the shipped card of the %s mode says what it was trained on', (mode) => {
  expect(linkCard(mode)?.trainedOn).toMatch(/\w/);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestCut,
  measureRequirementBaselines,
  measureRequirements,
} from '../../../services/evaluate/evaluate-requirements.ts';
import { fitNaiveBayes } from '../../../services/evaluate/naive-bayes.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const randomFor = (name: string) => seededRandom(1, name);
const sentence = (text: string, isRequirement: boolean) => ({ text, isRequirement });
const sentences = [sentence('a', true), sentence('b', true), sentence('c', false), sentence('d', false)];

it('keeps sentences from the cut up, and measures what is kept', () => {
  const { values } = measureRequirements(sentences, [0.9, 0.4, 0.5, 0.1], 0.5, randomFor);
  expect(values).toEqual({ auc: 3 / 4, precision: 1 / 2, recall: 1 / 2, keptShare: 1 / 2 });
});

it('puts each figure inside its interval', () => {
  const { values, intervals } = measureRequirements(sentences, [0.9, 0.4, 0.5, 0.1], 0.3, randomFor);
  for (const measure of ['auc', 'precision', 'recall', 'keptShare'] as const) {
    expect(intervals[measure]![0]).toBeLessThanOrEqual(values[measure]!);
    expect(intervals[measure]![1]).toBeGreaterThanOrEqual(values[measure]!);
  }
});

it('has no precision for whoever keeps nothing', () => {
  const { values, intervals } = measureRequirements(sentences, [0, 0, 0, 0], 1, randomFor);
  expect(values).toEqual({ auc: 0.5, precision: null, recall: 0, keptShare: 0 });
  expect(intervals.precision).toBeNull();
});

describe('the baselines', () => {
  const train = [
    sentence('you need welding and painting', true),
    sentence('nice office', false),
    sentence('nice team', false),
  ];
  const dev = [sentence('welding and painting you know', true), sentence('nice town', false)];

  it('learn from the training sentences only', () => {
    const { majority, length, bagOfWords } = measureRequirementBaselines(train, dev, randomFor);
    expect(majority.values).toMatchObject({ auc: 0.5, precision: null, recall: 0 });
    expect(length.values).toMatchObject({ auc: 1, precision: 1, recall: 1, keptShare: 0.5 });
    expect(bagOfWords.values).toMatchObject({ auc: 1, precision: 1, recall: 1 });
  });

  it('answer yes where yes is commoner', () => {
    const { majority } = measureRequirementBaselines([train[0]!, train[0]!, train[1]!], dev, randomFor);
    expect(majority.values).toMatchObject({ precision: 0.5, recall: 1 });
  });
});

describe('the bag of words', () => {
  it('adds the log odds of its words to those of the classes, one more for each', () => {
    const logOdds = fitNaiveBayes([
      { text: 'weld weld', isPositive: true },
      { text: 'sing', isPositive: false },
      { text: 'sing', isPositive: false },
    ]);
    // Two words in all: P(weld | yes) = (2 + 1) / (2 + 2), P(weld | no) = (0 + 1) / (2 + 2).
    expect(logOdds('Weld!')).toBeCloseTo(Math.log(2 / 3) + Math.log(3), 12);
    expect(logOdds('weld weld unheard')).toBeCloseTo(Math.log(2 / 3) + 2 * Math.log(3), 12);
    expect(logOdds('')).toBeCloseTo(Math.log(2 / 3), 12);
  });
});

describe('the best cut', () => {
  it('has no better F1 anywhere', () => {
    const example = fc.tuple(fc.constantFrom(1, 2, 3, 5), fc.boolean());
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 12 }), (examples) => {
        fc.pre(examples.some(([, label]) => label));
        const values = examples.map(([value]) => value);
        const f1 = (cut: number): number => {
          const kept = examples.filter(([value]) => value >= cut);
          const right = kept.filter(([, label]) => label).length;
          return (2 * right) / (kept.length + examples.filter(([, label]) => label).length);
        };
        const best = bestCut(
          values,
          examples.map(([, label]) => label),
        );
        for (const cut of [1, 2, 3, 5]) expect(f1(best)).toBeGreaterThanOrEqual(f1(cut));
      }),
    );
  });
});

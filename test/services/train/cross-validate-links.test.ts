import { describe, expect, it } from 'vitest';
import { UNCALIBRATED, type BlendedClassifier } from '../../../models/blended-classifier.ts';
import {
  answersUnseen,
  calibrated,
  judgedUnseen,
  meanOf,
  partition,
  type RealSentence,
} from '../../../services/train/cross-validate-links.ts';
import type { JudgedExample, SentenceExamples } from '../../../services/train/link-examples.ts';

const example = (skillId: string, value: number, label: 0 | 1) => ({
  skillId,
  values: [value],
  label,
  hit: undefined,
  words: '',
});
const sentences = Array.from({ length: 13 }, (_, at): RealSentence => ({
  set: at < 6 ? 'house' : 'tech',
  relevant: new Set([`right-${at}`]),
  examples: [example(`right-${at}`, 1, 1), example(`wrong-${at}`, at % 4 === 0 ? 2 : -1, 0)],
}));
const judged = Array.from({ length: 9 }, (_, at): JudgedExample => ({
  ...example(`judged-${at}`, at % 3, at % 3 === 0 ? 0 : 1),
  postingId: 'p',
  weight: 1,
}));

/** Says what it was fitted on. */
function recordingFit() {
  const fits: string[][] = [];
  const fit = (some: readonly SentenceExamples[], read: readonly JudgedExample[]): BlendedClassifier => {
    fits.push([...some.flatMap(({ examples }) => examples), ...read].map(({ skillId }) => skillId));
    return {
      features: ['value'],
      logistic: { weights: [1], bias: 0 },
      boosted: { bias: 0, trees: [] },
      calibration: UNCALIBRATED,
    };
  };
  return { fits, fit };
}

describe('cross-validation of the link confidence', () => {
  it.each([2, 5, 7])('shows every sentence and link once to a fit that has not seen it, in %d blocks', (count) => {
    const { fits, fit } = recordingFit();
    const folds = partition(count, sentences, judged, fit);
    folds.forEach((fold, at) => {
      const shown = [...fold.sentences.flatMap(({ examples }) => examples), ...fold.judged];
      for (const { skillId } of shown) expect(fits[at]).not.toContain(skillId);
      expect(shown.length + (fits[at]?.length ?? 0)).toBe(2 * sentences.length + judged.length);
    });
    const asked = answersUnseen(folds).flatMap(({ ranked }) => ranked.map(({ skillId }) => skillId));
    expect(asked.toSorted()).toEqual(
      sentences.flatMap(({ examples }) => examples.map(({ skillId }) => skillId)).toSorted(),
    );
    expect(judgedUnseen(folds)).toHaveLength(judged.length);
  });

  it('calibrates a block by the answers to the others alone', () => {
    const folds = partition(2, sentences, judged, recordingFit().fit);
    const [first] = calibrated(folds);
    const [alone] = calibrated([folds[0]!, folds[1]!].map((fold, at) => (at === 0 ? { ...fold, judged: [] } : fold)));
    const [other] = calibrated(folds.map((fold, at) => (at === 1 ? { ...fold, judged: [] } : fold)));
    expect(first?.classifier.calibration).toEqual(alone?.classifier.calibration);
    expect(first?.classifier.calibration).not.toEqual(other?.classifier.calibration);
  });

  it('ranks the surest first', () => {
    const answers = answersUnseen(partition(2, sentences, judged, recordingFit().fit));
    expect(answers[0]?.ranked.map(({ isRelevant }) => isRelevant)).toEqual([false, true]);
    expect(answers[1]?.ranked.map(({ isRelevant }) => isRelevant)).toEqual([true, false]);
  });
});

describe('meanOf', () => {
  it('is the mean of each figure', () => {
    expect(
      meanOf([
        { mrr: 0.5, shown: 10 },
        { mrr: 0.602, shown: 20 },
      ]),
    ).toEqual({ mrr: 0.551, shown: 15 });
  });
});

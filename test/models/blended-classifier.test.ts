import { describe, expect, it } from 'vitest';
import type { LabelledExample } from '../../models/logistic-regression.ts';
import { blendedLogOdds, blendedProbability, fitBlended, fitCalibration } from '../../models/blended-classifier.ts';

const BOOSTING = { trees: 20, leaves: 3, learningRate: 0.2, penalty: 1, minExamples: 1 };
const examples: LabelledExample[] = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((value) =>
  Array.from({ length: 8 }, (_, at) => ({ values: [value], label: at / 8 < value ? 1 : 0 })),
);

describe('a blend of a regression and trees', () => {
  const blend = fitBlended(['value'], examples, BOOSTING);

  it('is the mean of their log odds', () => {
    const alone = { ...blend, boosted: { bias: 0, trees: [] } };
    const trees = { ...blend, logistic: { weights: [0], bias: 0 } };
    expect(blendedLogOdds(blend, [0.4])).toBeCloseTo(blendedLogOdds(alone, [0.4]) + blendedLogOdds(trees, [0.4]), 9);
  });

  it('is surer of what was right more often', () => {
    expect(blendedProbability(blend, [0.2])).toBeLessThan(blendedProbability(blend, [0.8]));
  });

  it('is calibrated on what it has not seen: too sure becomes less sure', () => {
    const unseen = [-4, 4].flatMap((logOdds) =>
      Array.from({ length: 10 }, (_, at) => ({ logOdds, isRight: at < 7 === logOdds > 0 })),
    );
    const calibration = fitCalibration(unseen);
    const probability = 1 / (1 + Math.exp(-(calibration.slope * 4 + calibration.shift)));
    expect(probability).toBeCloseTo(0.7, 2);
    expect(blendedProbability({ ...blend, calibration: { slope: 0, shift: 0 } }, [1])).toBe(0.5);
  });
});

/**
 * A logistic regression and boosted trees over the same numbers, blended: the mean of their log odds, calibrated.
 *
 * The regression holds where examples are few, the trees see what belongs together; on unseen sentences the mean ranks
 * better than either (models/README.md).
 */
import { fitBoostedTrees, type BoostingOptions } from './fit-gradient-boosting.ts';
import { boostedLogOdds, type BoostedTrees } from './gradient-boosting.ts';
import { fitLogistic, logisticLogOdds, type LabelledExample, type LogisticParameters } from './logistic-regression.ts';

export interface BlendedClassifier {
  /** What the numbers are, in order. */
  features: string[];
  logistic: Pick<LogisticParameters, 'weights' | 'bias'>;
  boosted: BoostedTrees;
  /** Calibrated log odds = slope x mean log odds + shift (Platt 1999). */
  calibration: Calibration;
}

export interface Calibration {
  slope: number;
  shift: number;
}

export const UNCALIBRATED: Calibration = { slope: 1, shift: 0 };

/** 0 to 1. */
export function blendedProbability(classifier: BlendedClassifier, values: ArrayLike<number>): number {
  const { slope, shift } = classifier.calibration;
  return 1 / (1 + Math.exp(-(slope * blendedLogOdds(classifier, values) + shift)));
}

/** Before calibration. */
export function blendedLogOdds({ logistic, boosted }: BlendedClassifier, values: ArrayLike<number>): number {
  return (logisticLogOdds(logistic, values) + boostedLogOdds(boosted, values)) / 2;
}

export function fitBlended(
  features: string[],
  examples: readonly LabelledExample[],
  options: BoostingOptions,
): BlendedClassifier {
  const { weights, bias } = fitLogistic(features, examples);
  const boosted = fitBoostedTrees(features.length, examples, options);
  return { features, logistic: { weights, bias }, boosted, calibration: UNCALIBRATED };
}

/** @param unseen log odds of examples that the classifier was not fitted on, and whether they are right */
export function fitCalibration(unseen: readonly { logOdds: number; isRight: boolean; weight?: number }[]): Calibration {
  const { weights, bias } = fitLogistic(
    ['log-odds'],
    unseen.map(({ logOdds, isRight, weight = 1 }) => ({ values: [logOdds], label: isRight ? 1 : 0, weight })),
  );
  return { slope: weights[0] ?? 1, shift: bias };
}

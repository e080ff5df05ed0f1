/** Parameters of the linker for tests: a word-for-word hit is sure, everything else is judged by its window alone. */
import { LINK_FEATURES } from '../../services/skills/link-features.ts';
import { UNCALIBRATED, type BlendedClassifier } from '../../models/blended-classifier.ts';
import type { LogisticParameters } from '../../models/logistic-regression.ts';
import type { readParameters, TrainedParameters } from '../../models/read-parameters.ts';

const DIMENSIONS_OF_MINILM = 384;

function parametersOf(name: string): TrainedParameters<LogisticParameters & BlendedClassifier> {
  const weightByFeature: Record<string, number> = {
    'window-label': 6,
    'exact-label': 6,
    'exact-alias': 5,
  };
  const build = (features: readonly string[], bias: number) => {
    const weights = features.map((feature) => weightByFeature[feature] ?? 0);
    // A blend is a mean: without trees the regression counts twice.
    const logistic = { weights: weights.map((weight) => 2 * weight), bias: 2 * bias };
    const boosted = { bias: 0, trees: [] };
    return {
      modelId: 'by hand',
      card: {},
      features: [...features],
      weights,
      bias,
      logistic,
      boosted,
      calibration: UNCALIBRATED,
    };
  };
  if (name.startsWith('link-confidence')) return build(LINK_FEATURES, -5);
  // Of no model at all, so that every sentence counts as a requirement.
  return build(
    Array.from({ length: DIMENSIONS_OF_MINILM }, (_, position) => `dimension-${position}`),
    0,
  );
}

/** One object is a regression and a blend: whatever the name stands for is there. */
export const handWrittenParameters = parametersOf as unknown as typeof readParameters;

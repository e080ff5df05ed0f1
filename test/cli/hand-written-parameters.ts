/** Parameters of the linker for tests: a word-for-word hit is sure, everything else is judged by its window alone. */
import { LINK_FEATURES } from '../../services/skills/link-features.ts';
import type { TrainedParameters } from '../../models/read-parameters.ts';

const DIMENSIONS_OF_MINILM = 384;

export function handWrittenParameters(name: string): TrainedParameters {
  const weightByFeature: Record<string, number> = {
    'window-label': 6,
    'exact-label': 6,
    'exact-alias': 5,
  };
  const build = (features: readonly string[], bias: number): TrainedParameters => ({
    modelId: 'by hand',
    card: {},
    features: [...features],
    weights: features.map((feature) => weightByFeature[feature] ?? 0),
    bias,
  });
  if (name.startsWith('link-confidence')) return build(LINK_FEATURES, -5);
  // Of no model at all, so that every sentence counts as a requirement.
  return build(
    Array.from({ length: DIMENSIONS_OF_MINILM }, (_, position) => `dimension-${position}`),
    0,
  );
}

/** Trains "does this sentence ask for anything" on the sentence vector, and says how well on sentences it has not seen. */
import { fitLogistic, logisticProbability, type LogisticParameters } from '../../models/logistic-regression.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { areaUnderCurve } from '../evaluate/area-under-curve.ts';
import type { LabelledSentence } from './read-labelled.ts';

export interface ClassifierCard {
  trainedOn: string;
  sentences: number;
  share: number;
  dev: { sentences: number; auc: number; precisionAtHalf: number; recallAtHalf: number; keptAtHalf: number };
}

export async function trainRequirementClassifier(
  train: readonly LabelledSentence[],
  dev: readonly LabelledSentence[],
  embedder: TextEmbedder,
  features: string[],
): Promise<{ parameters: LogisticParameters; card: ClassifierCard }> {
  const vectors = await embedder.embed(train.map(({ text }) => text));
  const parameters = fitLogistic(
    features,
    train.map(({ isRequirement }, at) => ({ values: vectors[at] ?? [], label: isRequirement ? 1 : 0 })),
    // Chosen on the dev split: .001 to .1 differ by less than .005 in AUC.
    { penalty: 0.01, rounds: 12 },
  );
  const devVectors = await embedder.embed(dev.map(({ text }) => text));
  const probabilities = devVectors.map((vector) => logisticProbability(parameters, vector));
  const kept = probabilities.filter((probability) => probability >= 0.5).length;
  const right = probabilities.filter((probability, at) => probability >= 0.5 && dev[at]?.isRequirement === true).length;
  const positive = dev.filter(({ isRequirement }) => isRequirement).length;
  return {
    parameters,
    card: {
      trainedOn: 'SkillSpan train (Zhang et al. 2022): sentences with or without a skill or knowledge span',
      sentences: train.length,
      share: round(train.filter(({ isRequirement }) => isRequirement).length / train.length),
      dev: {
        sentences: dev.length,
        auc: round(
          areaUnderCurve(
            probabilities,
            dev.map(({ isRequirement }) => isRequirement),
          ),
        ),
        precisionAtHalf: round(right / Math.max(1, kept)),
        recallAtHalf: round(right / Math.max(1, positive)),
        keptAtHalf: round(kept / dev.length),
      },
    },
  };
}

export function round(value: number): number {
  return Number(value.toFixed(3));
}

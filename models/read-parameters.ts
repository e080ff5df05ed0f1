/** Trained parameters shipped with the project: models/parameters/NAME.json, with a card in models/README.md. */
import { readFileSync } from 'node:fs';
import type { LogisticParameters } from './logistic-regression.ts';

export interface TrainedParameters extends LogisticParameters {
  /** The embedding model the features come from; another model needs its own training. */
  modelId: string;
  /** What it was trained on, when, and how well it did: shown by `doctor`. */
  card: Record<string, unknown>;
}

/** @throws Error when the file's features are not the expected ones, in order */
export function readParameters(name: string, features: readonly string[]): TrainedParameters {
  const file = new URL(`./parameters/${name}.json`, import.meta.url);
  const parameters = JSON.parse(readFileSync(file, 'utf8')) as TrainedParameters;
  if (parameters.features.join() !== features.join()) {
    throw new Error(`models/parameters/${name}.json was trained on other features: run npm run train.`);
  }
  return parameters;
}

/** Trained parameters shipped with the project: models/parameters/NAME.json, with a card in models/README.md. */
import { readFileSync } from 'node:fs';
import type { LogisticParameters } from './logistic-regression.ts';
import { ModelUnavailableError } from './model-errors.ts';

export type TrainedParameters<Parameters extends { features: string[] } = LogisticParameters> = Parameters & {
  /** The embedding model the features come from; another model needs its own training. */
  modelId: string;
  /** What it was trained on, when, and how well it did: shown by `doctor`. */
  card: Record<string, unknown>;
};

/**
 * @param features what the caller will give, in order; left out by whoever looks at `modelId` first
 * @throws ModelUnavailableError when the file is not there, or its features are not the expected ones
 */
export function readParameters<Parameters extends { features: string[] } = LogisticParameters>(
  name: string,
  features?: readonly string[],
): TrainedParameters<Parameters> {
  const file = new URL(`./parameters/${name}.json`, import.meta.url);
  const parameters = JSON.parse(readText(file, name)) as TrainedParameters<Parameters>;
  if (features !== undefined && parameters.features.join() !== features.join()) {
    throw new ModelUnavailableError(`models/parameters/${name}.json was trained on other features: run npm run train.`);
  }
  return parameters;
}

function readText(file: URL, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ModelUnavailableError(
      `models/parameters/${name}.json cannot be read: restore it from the repository, or run npm run train.`,
      { cause: error },
    );
  }
}

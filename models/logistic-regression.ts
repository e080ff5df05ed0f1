/**
 * Logistic regression: numbers in, a probability out. Trained by `npm run train`, read from models/parameters/.
 */

export interface LogisticParameters {
  /** What the numbers are, in order; a mismatch with the caller's features refuses to load. */
  features: string[];
  weights: number[];
  bias: number;
}

/** p = 1 / (1 + exp(-(w . x + b))), 0 to 1. */
export function logisticProbability({ weights, bias }: LogisticParameters, values: ArrayLike<number>): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

export interface LabelledExample {
  values: ArrayLike<number>;
  label: 0 | 1;
  /** How much the example counts, 1 by default. */
  weight?: number;
}

/**
 * Fits by full-batch gradient descent with momentum on the L2-penalised log loss: no randomness, same bytes every time.
 * @param penalty strength of the L2 penalty on the weights (not the bias), per example
 */
export function fitLogistic(
  features: string[],
  examples: readonly LabelledExample[],
  { penalty = 1e-4, steps = 3000, rate = 1 }: { penalty?: number; steps?: number; rate?: number } = {},
): LogisticParameters {
  const scale = standardise(features.length, examples);
  const rows = examples.map(({ values }) =>
    Float64Array.from(scale, ({ mean, deviation }, i) => ((values[i] ?? 0) - mean) / deviation),
  );
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = new Float64Array(features.length);
  const speed = new Float64Array(features.length);
  let bias = 0;
  let biasSpeed = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    let biasGradient = 0;
    rows.forEach((row, at) => {
      let sum = bias;
      for (let i = 0; i < row.length; i++) sum += (weights[i] ?? 0) * (row[i] ?? 0);
      const example = examples[at];
      const error = ((1 / (1 + Math.exp(-sum)) - (example?.label ?? 0)) * (example?.weight ?? 1)) / total;
      for (let i = 0; i < row.length; i++) gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
      biasGradient += error;
    });
    for (let i = 0; i < weights.length; i++) {
      speed[i] = 0.9 * (speed[i] ?? 0) - rate * (gradient[i] ?? 0);
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
    biasSpeed = 0.9 * biasSpeed - rate * biasGradient;
    bias += biasSpeed;
  }
  return inOriginalUnits(features, weights, bias, scale);
}

interface Scale {
  mean: number;
  deviation: number;
}

function standardise(count: number, examples: readonly LabelledExample[]): Scale[] {
  return Array.from({ length: count }, (_, i) => {
    const values = examples.map((example) => example.values[i] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
}

/** Seven digits are more than the data can tell, and keep the file the same on every machine. */
function inOriginalUnits(
  features: string[],
  weights: Float64Array,
  bias: number,
  scale: readonly Scale[],
): LogisticParameters {
  const round = (value: number) => Number(value.toPrecision(7));
  const unscaled = scale.map(({ deviation }, i) => (weights[i] ?? 0) / deviation);
  const shift = scale.reduce((sum, { mean }, i) => sum + (unscaled[i] ?? 0) * mean, 0);
  return { features, weights: unscaled.map(round), bias: round(bias - shift) };
}

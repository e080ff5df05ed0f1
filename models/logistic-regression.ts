/**
 * Logistic regression: numbers in, a probability out. Trained by `npm run train`, read from models/parameters/.
 */
import { solveSymmetric } from './solve-symmetric.ts';

export interface LogisticParameters {
  /** What the numbers are, in order; a mismatch with the caller's features refuses to load. */
  features: string[];
  weights: number[];
  bias: number;
}

/** p = 1 / (1 + exp(-(w . x + b))), 0 to 1. */
export function logisticProbability(parameters: LogisticParameters, values: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-logisticLogOdds(parameters, values)));
}

/** w . x + b = ln(p / (1 - p)). */
export function logisticLogOdds(
  { weights, bias }: Pick<LogisticParameters, 'weights' | 'bias'>,
  values: ArrayLike<number>,
): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return sum;
}

export interface LabelledExample {
  values: ArrayLike<number>;
  label: 0 | 1;
  /** How much the example counts, 1 by default. */
  weight?: number;
}

/**
 * Fits the L2-penalised log loss by Newton's method (iteratively reweighted least squares) on standardised features: no
 * randomness, the same bytes every time. About rows x features^2 operations a round, and some ten rounds.
 * @param penalty strength of the L2 penalty on the weights (not the bias), per example
 */
export function fitLogistic(
  features: string[],
  examples: readonly LabelledExample[],
  { penalty = 1e-4, rounds = 25 }: { penalty?: number; rounds?: number } = {},
): LogisticParameters {
  const scale = standardise(features.length, examples);
  // The last column is the constant 1 of the bias.
  const width = features.length + 1;
  const rows = examples.map(({ values }) => {
    const row = new Float64Array(width).fill(1);
    scale.forEach(({ mean, deviation }, i) => (row[i] = ((values[i] ?? 0) - mean) / deviation));
    return row;
  });
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, i) => (i === width - 1 ? 0 : penalty * weight));
    const hessian = Array.from({ length: width }, (_, i) => {
      const line = new Float64Array(width);
      line[i] = i === width - 1 ? 0 : penalty;
      return line;
    });
    rows.forEach((row, at) => {
      const { label = 0, weight = 1 } = examples[at] ?? {};
      addExample(row, label, weight / total, weights, gradient, hessian);
    });
    const [step = new Float64Array(width)] = solveSymmetric(hessian, [gradient]);
    for (let i = 0; i < width; i++) weights[i] = (weights[i] ?? 0) - (step[i] ?? 0);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return inOriginalUnits(features, weights, weights[width - 1] ?? 0, scale);
}

/** Adds one example to the gradient and to the lower triangle of the Hessian. */
function addExample(
  row: Float64Array,
  label: number,
  weight: number,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (weights[i] ?? 0) * (row[i] ?? 0);
  const probability = 1 / (1 + Math.exp(-sum));
  const error = weight * (probability - label);
  // Never quite 0: rows the model is certain of would make the equations singular.
  const curvature = weight * Math.max(1e-6, probability * (1 - probability));
  for (let i = 0; i < row.length; i++) {
    const value = row[i] ?? 0;
    gradient[i] = (gradient[i] ?? 0) + error * value;
    const line = hessian[i];
    if (line === undefined) continue;
    const scaled = curvature * value;
    for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + scaled * (row[j] ?? 0);
  }
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

/**
 * Labels of one language with the vectors of what they mean in English in, the map from letters to meaning out.
 *
 * The targets are centred: what all of them share is the offset, and the letters explain only what differs.
 */
import { countBuckets, hashLetters, type LetterMap } from '../../models/letter-encoder.ts';
import { solveSparseRidge } from '../../models/sparse-ridge.ts';

export interface LabelMeaning {
  label: string;
  /** Unit vector of the embedding model. */
  meaning: Float32Array;
}

export interface LetterMapOptions {
  language: string;
  modelId: string;
  buckets: number;
  /** Of the ridge regression. */
  penalty: number;
  /** Of the conjugate gradients. */
  steps: number;
}

/** Chosen on the development half of MELO's German titles: docs/adr/0020-linking-titles.md. */
export const LETTER_MAP_SETTINGS = { buckets: 8192, penalty: 0.1, steps: 20 };

/** @param examples at least one */
export function trainLetterMap(examples: readonly LabelMeaning[], options: LetterMapOptions): LetterMap {
  const { language, modelId, buckets, penalty, steps } = options;
  const dimensions = examples[0]?.meaning.length ?? 0;
  const rarities = measureRarities(examples, language, buckets);
  const offset = meanMeaning(examples, dimensions);
  const targets = new Float32Array(examples.length * dimensions);
  examples.forEach(({ meaning }, at) => {
    targets.set(
      meaning.map((value, axis) => value - (offset[axis] ?? 0)),
      at * dimensions,
    );
  });
  const inputs = examples.map(({ label }) => hashLetters(label, { language, buckets, rarities }));
  const weights = solveSparseRidge({ inputs, targets, outputs: dimensions, places: buckets, penalty, steps });
  return { language, modelId, dimensions, buckets, rarities, offset, ...toBytes(weights, buckets, dimensions) };
}

function measureRarities(examples: readonly LabelMeaning[], language: string, buckets: number): Float32Array {
  const holders = new Float64Array(buckets);
  for (const { label } of examples) {
    for (const bucket of countBuckets(label, language, buckets).keys()) holders[bucket] = (holders[bucket] ?? 0) + 1;
  }
  return Float32Array.from(holders, (count) => Math.log((1 + examples.length) / (1 + count)) + 1);
}

function meanMeaning(examples: readonly LabelMeaning[], dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const { meaning } of examples) meaning.forEach((value, axis) => (sums[axis] = (sums[axis] ?? 0) + value));
  return Float32Array.from(sums, (sum) => sum / examples.length);
}

/** Each row as whole numbers up to 127 and one scale: a quarter of the size, and no measure moves in the third digit. */
function toBytes(weights: Float32Array, buckets: number, dimensions: number): Pick<LetterMap, 'rows' | 'scales'> {
  const rows = new Int8Array(weights.length);
  const scales = new Float32Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const row = weights.subarray(bucket * dimensions, (bucket + 1) * dimensions);
    const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    scales[bucket] = scale;
    if (scale > 0) row.forEach((value, axis) => (rows[bucket * dimensions + axis] = Math.round(value / scale)));
  }
  return { rows, scales };
}

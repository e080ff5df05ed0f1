/**
 * A short text of another language in, a vector in the space of the English embedding model out: read off its letters
 * by a linear map that was trained on labels and their English counterparts (`services/train/train-letter-map.ts`).
 *
 * It knows what the labels of a taxonomy taught it, parts of compounds included, and nothing else: good for a title,
 * not for a sentence.
 */
import { fnv1a } from './fnv1a.ts';
import { letterGrams } from './letter-grams.ts';
import type { SparseVector } from './sparse-ridge.ts';
import { toUnit } from './unit-vector.ts';

export interface LetterMap {
  /** ISO 639-1 of the texts it reads. */
  language: string;
  /** The embedding model whose vectors it gives. */
  modelId: string;
  dimensions: number;
  /** Buckets that grams are hashed into; two grams of one bucket are one to the map. */
  buckets: number;
  /** Rarity of each bucket, at least 1: ln((1 + texts) / (1 + texts with it)) + 1. */
  rarities: Float32Array;
  /** `buckets x dimensions` whole numbers from -127 to 127, last fastest. */
  rows: Int8Array;
  /** What the numbers of a bucket's row are multiplied with. */
  scales: Float32Array;
  /** The mean vector of what it was trained on, `dimensions` numbers: the answer to a text of unknown letters. */
  offset: Float32Array;
}

/** Unit vector, `dimensions` numbers. */
export function encodeLetters(text: string, map: LetterMap): Float32Array {
  const { dimensions, rows, scales, offset } = map;
  const sum = Float64Array.from(offset);
  const { places, values } = hashLetters(text, map);
  places.forEach((bucket, at) => {
    const weight = (values[at] ?? 0) * (scales[bucket] ?? 0);
    const from = bucket * dimensions;
    for (let axis = 0; axis < dimensions; axis++) sum[axis] = (sum[axis] ?? 0) + weight * (rows[from + axis] ?? 0);
  });
  return toUnit(sum);
}

/** The buckets of a text's grams with count times rarity, scaled to length 1. */
export function hashLetters(
  text: string,
  { language, buckets, rarities }: Pick<LetterMap, 'language' | 'buckets' | 'rarities'>,
): SparseVector {
  const counts = countBuckets(text, language, buckets);
  const places = Int32Array.from(counts.keys()).sort();
  const weights = Float32Array.from(places, (bucket) => (counts.get(bucket) ?? 0) * (rarities[bucket] ?? 0));
  return { places, values: toUnit(weights) };
}

/** How often each bucket is hit by the grams of a text. */
export function countBuckets(text: string, language: string, buckets: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const gram of letterGrams(text, language)) {
    const bucket = fnv1a(Array.from(gram)) % buckets;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

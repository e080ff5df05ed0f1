/**
 * From what one pass over a sentence shows of a window to the vector the window would have if it were encoded alone.
 *
 * A linear map, fitted by `npm run train` on windows that were encoded both ways. Its inputs are the mean of the window's token
 * vectors (what it means here), the sentence's vector (what to take away) and the mean of its words' own vectors
 * (what it means anywhere).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ModelUnavailableError } from './model-errors.ts';
import { meanOf, toUnit } from './unit-vector.ts';

export interface WindowProjection {
  /** The embedding model it was fitted for. */
  modelId: string;
  dimensions: number;
  card: Record<string, unknown>;
  /** `projectionInputs(dimensions)` rows of `dimensions` numbers. */
  weights: Float32Array;
}

/** Three vectors, and three numbers: 1, one over the number of tokens, its logarithm. */
export function projectionInputs(dimensions: number): number {
  return 3 * dimensions + 3;
}

/** What the map reads about one window: unit vectors, and one vector for each word (unit length). */
export interface WindowEvidence {
  tokens: Float32Array;
  sentence: Float32Array;
  words: readonly Float32Array[];
  tokenCount: number;
}

export function projectionInput({ tokens, sentence, words, tokenCount }: WindowEvidence): Float64Array {
  const { length } = tokens;
  const input = new Float64Array(projectionInputs(length));
  input.set(tokens, 0);
  input.set(sentence, length);
  input.set(meanOf(words, 0, words.length, length), 2 * length);
  input.set([1, 1 / tokenCount, Math.log(tokenCount)], 3 * length);
  return input;
}

/** The part of the map that is the same for all windows of a sentence: `dimensions` numbers. */
export function projectSentence({ weights, dimensions }: WindowProjection, sentence: Float32Array): Float64Array {
  const sum = new Float64Array(dimensions);
  addProduct(sum, weights, dimensions, dimensions, sentence);
  return sum;
}

/** The part of the map that one word adds, wherever it stands: worth remembering. */
export function projectWord({ weights, dimensions }: WindowProjection, word: Float32Array): Float64Array {
  const sum = new Float64Array(dimensions);
  addProduct(sum, weights, dimensions, 2 * dimensions, word);
  return sum;
}

/**
 * Unit vector of a window.
 * @param words mean of `projectWord` of its words
 * @param ofSentence `projectSentence` of its sentence
 */
export function projectWindow(
  { weights, dimensions }: WindowProjection,
  { tokens, tokenCount }: Pick<WindowEvidence, 'tokens' | 'tokenCount'>,
  words: Float64Array,
  ofSentence: Float64Array,
): Float32Array {
  const sum = ofSentence.map((value, axis) => value + (words[axis] ?? 0));
  addProduct(sum, weights, dimensions, 0, tokens);
  addProduct(sum, weights, dimensions, 3 * dimensions, [1, 1 / tokenCount, Math.log(tokenCount)]);
  return toUnit(sum);
}

/** sum += input x rows, for the rows from `firstRow` on. Four rows at a time: the sums are loaded and stored a quarter as often. */
function addProduct(
  sum: Float64Array,
  weights: Float32Array,
  width: number,
  firstRow: number,
  input: ArrayLike<number>,
): void {
  let i = 0;
  for (; i + 3 < input.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [input[i], input[i + 1], input[i + 2], input[i + 3]];
    let at = (firstRow + i) * width;
    for (let j = 0; j < width; j++, at++) {
      sum[j] =
        (sum[j] ?? 0) +
        a * (weights[at] ?? 0) +
        b * (weights[at + width] ?? 0) +
        c * (weights[at + 2 * width] ?? 0) +
        d * (weights[at + 3 * width] ?? 0);
    }
  }
  for (; i < input.length; i++) {
    const value = input[i] ?? 0;
    const row = (firstRow + i) * width;
    for (let j = 0; j < width; j++) sum[j] = (sum[j] ?? 0) + value * (weights[row + j] ?? 0);
  }
}

const Header = z.looseObject({
  modelId: z.string(),
  dimensions: z.int().min(1),
  card: z.record(z.string(), z.unknown()),
  sha256: z.string(),
});
const folder = new URL('./parameters/', import.meta.url);

/** @throws ModelUnavailableError when a file is missing or damaged */
export function readWindowProjection(from: URL = folder): WindowProjection {
  try {
    const header = Header.parse(JSON.parse(readFileSync(new URL('window-projection.json', from), 'utf8')));
    const bytes = readFileSync(new URL('window-projection.f32', from));
    if (sha256(bytes) !== header.sha256) throw new Error('its checksum differs');
    const weights = new Float32Array(bytes.byteLength / 4);
    new Uint8Array(weights.buffer).set(bytes);
    return { modelId: header.modelId, dimensions: header.dimensions, card: header.card, weights };
  } catch (cause) {
    throw new ModelUnavailableError(
      'models/parameters/window-projection cannot be read: restore it from the repository, or run npm run train.',
      { cause },
    );
  }
}

export function writeWindowProjection(
  { modelId, dimensions, card, weights }: WindowProjection,
  to: URL = folder,
): void {
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  const header = { modelId, dimensions, card, sha256: sha256(bytes) };
  writeFileSync(new URL('window-projection.f32', to), bytes);
  writeFileSync(new URL('window-projection.json', to), `${JSON.stringify(header)}\n`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

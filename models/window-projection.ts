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
import type { MatrixProduct } from './matrix-product.ts';
import { ModelUnavailableError } from './model-errors.ts';
import { slices } from './plan-batches.ts';
import { meanOf, toUnit } from './unit-vector.ts';

export interface WindowProjection {
  /** The embedding model it was fitted for. */
  modelId: string;
  dimensions: number;
  card: Record<string, unknown>;
  /** `projectionInputs(dimensions)` rows of `dimensions` numbers. */
  weights: Float32Array;
  /** SHA-256 of the weights. */
  checksum: string;
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

/** `projectionInputs(dimensions)` numbers. @param input where they are written */
export function projectionInput(
  { tokens, sentence, words, tokenCount }: WindowEvidence,
  input = new Float32Array(projectionInputs(tokens.length)),
): Float32Array {
  const { length } = tokens;
  input.set(tokens, 0);
  input.set(sentence, length);
  input.set(meanOf(words, 0, words.length, length), 2 * length);
  input.set([1, 1 / tokenCount, Math.log(tokenCount)], 3 * length);
  return input;
}

/** The map as a product: a row for each output. */
export function projectionMatrix({ weights, dimensions }: WindowProjection): { matrix: Float32Array; columns: number } {
  const columns = projectionInputs(dimensions);
  const matrix = new Float32Array(weights.length);
  for (let input = 0; input < columns; input++) {
    for (let output = 0; output < dimensions; output++) {
      matrix[output * columns + input] = weights[input * dimensions + output] ?? 0;
    }
  }
  return { matrix, columns };
}

/** Unit vectors of windows, in order. @param map the product of `projectionMatrix` */
export async function projectWindows(
  map: MatrixProduct,
  windows: readonly WindowEvidence[],
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  // Five times as long as the vectors they are made from: the memory of a few is used again and again.
  const inputs = Array.from({ length: Math.min(windows.length, WINDOWS_PER_RUN) }, () => new Float32Array(map.columns));
  for (const run of slices(windows, WINDOWS_PER_RUN)) {
    const written = run.map((window, at) => projectionInput(window, inputs[at]));
    await map.multiply(written, (_, products) => vectors.push(toUnit(products)), signal);
  }
  return vectors;
}

const WINDOWS_PER_RUN = 256;

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
    return {
      modelId: header.modelId,
      dimensions: header.dimensions,
      card: header.card,
      weights,
      checksum: header.sha256,
    };
  } catch (cause) {
    throw new ModelUnavailableError(
      'models/parameters/window-projection cannot be read: restore it from the repository, or run npm run train.',
      { cause },
    );
  }
}

export function writeWindowProjection(
  { modelId, dimensions, card, weights, checksum }: WindowProjection,
  to: URL = folder,
): void {
  const header = { modelId, dimensions, card, sha256: checksum };
  writeFileSync(new URL('window-projection.f32', to), bytesOf(weights));
  writeFileSync(new URL('window-projection.json', to), `${JSON.stringify(header)}\n`);
}

/** SHA-256 of the weights of a map. */
export function checksumOf(weights: Float32Array): string {
  return sha256(bytesOf(weights));
}

function bytesOf(weights: Float32Array): Buffer {
  return Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Texts in, token vectors of each out, batch by batch: only texts of equal token count go through the model together. */
import { planBatches, slices, type BatchLimits } from './plan-batches.ts';
import { meanOfTokens } from './pool-tokens.ts';
import type { TransformerEncoder } from './transformer-encoder.ts';

export interface EncodedText {
  ids: readonly number[];
  /** Of the whole text, unit length; zero for a text without tokens. */
  vector: Float32Array;
  /** `ids.length x dimensions` numbers, last fastest. Read them now: the memory is used again. */
  tokens: Float32Array;
}

/** Texts tokenised at once: enough to fill batches of equal length, and a few hundred milliseconds at most. */
const WINDOW = 2048;

/** Calls `visit` once for each text, in any order. */
export async function encodeBatches(
  encoder: TransformerEncoder,
  texts: readonly string[],
  limits: BatchLimits,
  visit: (at: number, encoded: EncodedText) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { dimensions } = encoder;
  for (const [number, window] of slices(texts, WINDOW).entries()) {
    const tokenised = window.map((text) => encoder.tokenise(text));
    for (const batch of planBatches(
      tokenised.map((ids) => ids.length),
      limits,
    )) {
      signal?.throwIfAborted();
      const rows = batch.map((position) => tokenised[position] ?? []);
      const count = rows[0]?.length ?? 0;
      const vectors = count === 0 ? new Float32Array() : await encoder.encode(rows);
      batch.forEach((position, row) => {
        visit(number * WINDOW + position, {
          ids: rows[row] ?? [],
          vector: count === 0 ? new Float32Array(dimensions) : meanOfTokens(vectors, row, count, dimensions),
          tokens: vectors.subarray(row * count * dimensions, (row + 1) * count * dimensions),
        });
      });
    }
  }
}

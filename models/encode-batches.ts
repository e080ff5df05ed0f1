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

/** Calls `visit` once for each text, in any order. Batches run ahead of it, as many as the encoder has lanes. */
export async function encodeBatches(
  encoder: TransformerEncoder,
  texts: readonly string[],
  limits: BatchLimits,
  visit: (at: number, encoded: EncodedText) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { dimensions } = encoder;
  const encodeOne = async (tokenised: readonly number[][], batch: readonly number[], from: number) => {
    const rows = batch.map((position) => tokenised[position] ?? []);
    const count = rows[0]?.length ?? 0;
    if (count === 0) {
      const nothing = { ids: [], vector: new Float32Array(dimensions), tokens: new Float32Array() };
      for (const position of batch) visit(from + position, nothing);
      return;
    }
    await encoder.encode(rows, (vectors) => {
      batch.forEach((position, row) => {
        visit(from + position, {
          ids: rows[row] ?? [],
          vector: meanOfTokens(vectors, row, count, dimensions),
          tokens: vectors.subarray(row * count * dimensions, (row + 1) * count * dimensions),
        });
      });
    });
  };
  function* batches() {
    for (const [number, window] of slices(texts, WINDOW).entries()) {
      const tokenised = window.map((text) => encoder.tokenise(text));
      const counts = tokenised.map((ids) => ids.length);
      for (const batch of planBatches(counts, limits)) yield () => encodeOne(tokenised, batch, number * WINDOW);
    }
  }
  await runAhead(batches(), encoder.lanes, signal);
}

/** Runs tasks in order, at most so many at once. After a failure none is started, and those under way are waited for. */
async function runAhead(tasks: Iterable<() => Promise<void>>, most: number, signal?: AbortSignal): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for (const task of tasks) {
      signal?.throwIfAborted();
      const one: Promise<void> = task().finally(() => running.delete(one));
      running.add(one);
      if (running.size >= most) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
  }
}

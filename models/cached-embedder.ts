/**
 * An embedder that asks the vector cache first and embeds only what is new.
 *
 * New texts are embedded and kept in runs, so a job that is stopped half-way finds its first half again.
 */
import { slices } from './plan-batches.ts';
import type { TextEmbedder } from './text-embedder.ts';
import type { VectorCache } from './vector-cache.ts';

/** Large enough that texts of equal length meet in one batch, small enough to lose little when stopped. */
const RUN = 1024;

/** @throws RangeError when the cache was opened for another model */
export function createCachedEmbedder(embedder: TextEmbedder, cache: VectorCache): TextEmbedder {
  if (cache.modelId !== embedder.modelId) {
    throw new RangeError(`The cache holds vectors of ${cache.modelId}, the embedder is ${embedder.modelId}.`);
  }
  return {
    modelId: embedder.modelId,
    dimensions: embedder.dimensions,
    embed: async (texts, signal) => {
      const distinct = [...new Set(texts)];
      const known = cache.getMany(distinct);
      const vectorByText = new Map<string, Float32Array>();
      const unknown: string[] = [];
      distinct.forEach((text, position) => {
        const vector = known[position];
        if (vector) vectorByText.set(text, vector);
        else unknown.push(text);
      });

      for (const run of slices(unknown, RUN)) {
        const vectors = await embedder.embed(run, signal);
        cache.putMany(run, vectors);
        run.forEach((text, position) => vectorByText.set(text, vectors[position] ?? new Float32Array()));
      }
      return texts.map((text) => vectorByText.get(text) ?? new Float32Array(embedder.dimensions));
    },
  };
}

/** What an index holds, as texts: an entry of several texts gets the mean of their vectors. */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';

/** Ids are unique; `texts` is what gets embedded, at least one. */
export interface IndexText {
  id: string;
  texts: readonly string[];
}

/** Texts embedded together: bounds the memory, fills the batches. */
const TEXTS_PER_RUN = 4096;

/**
 * Unit vectors of the entries, in order, one after the other: an array for each of some 100,000 would take twice the memory.
 * @param onProgress called with the entries embedded so far and in all: the whole of a taxonomy takes minutes
 */
export async function embedIndexTexts(
  entries: readonly IndexText[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<{ ids: string[]; vectors: Float32Array }> {
  const { dimensions } = embedder;
  const embedded = { ids: entries.map(({ id }) => id), vectors: new Float32Array(entries.length * dimensions) };
  let row = 0;
  onProgress?.(0, entries.length);
  for (let from = 0; from < entries.length;) {
    let to = from;
    for (let texts = 0; to < entries.length && texts < TEXTS_PER_RUN; to++) texts += entries[to]?.texts.length ?? 0;
    const run = entries.slice(from, to);
    const vectors = await embedder.embed(
      run.flatMap(({ texts }) => texts),
      signal,
    );
    let next = 0;
    for (const { texts } of run) {
      const vector = meanVector(vectors.slice(next, next + texts.length), dimensions);
      embedded.vectors.set(vector, row++ * dimensions);
      next += texts.length;
    }
    from = to;
    onProgress?.(to, entries.length);
  }
  return embedded;
}

function meanVector(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const [only] = vectors;
  if (vectors.length === 1 && only !== undefined) return only;
  return toUnit(meanOf(vectors, 0, vectors.length, dimensions));
}

/** What an index holds, as texts: an entry of several texts gets the mean of their vectors. */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';
import type { VectorEntry } from './vector-index.ts';

/** Ids are unique; `texts` is what gets embedded, at least one. */
export interface IndexText {
  id: string;
  texts: readonly string[];
}

/** Texts embedded together: bounds the memory, fills the batches. */
const TEXTS_PER_RUN = 4096;

/**
 * Unit vectors of the entries, in order.
 * @param onProgress called with the entries embedded so far and in all: the whole of a taxonomy takes minutes
 */
export async function embedIndexTexts(
  entries: readonly IndexText[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<VectorEntry[]> {
  const embedded: VectorEntry[] = [];
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
    for (const { id, texts } of run) {
      embedded.push({ id, vector: meanVector(vectors.slice(next, next + texts.length), embedder.dimensions) });
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

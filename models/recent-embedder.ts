/**
 * An embedder that remembers the vectors of the last texts in memory and writes nothing: for what a learner typed,
 * for search queries, for word windows of a sentence that is seen once.
 */
import type { TextEmbedder } from './text-embedder.ts';

/** @param limit texts remembered; one of 384 dimensions takes about 2 kB */
export function createRecentEmbedder(embedder: TextEmbedder, limit: number): TextEmbedder {
  // A Map keeps its keys in the order they were set: the first is the one unused for longest.
  const recent = new Map<string, Float32Array>();
  const remember = (text: string, vector: Float32Array) => {
    recent.delete(text);
    recent.set(text, vector);
    const oldest = recent.keys().next();
    if (recent.size > limit && !oldest.done) recent.delete(oldest.value);
  };

  return {
    modelId: embedder.modelId,
    dimensions: embedder.dimensions,
    embed: async (texts, signal) => {
      // Looked up before anything is remembered: this call's own texts may push each other out.
      const vectorByText = new Map(texts.map((text) => [text, recent.get(text)]));
      const unknown = [...vectorByText.keys()].filter((text) => !vectorByText.get(text));
      const vectors = unknown.length > 0 ? await embedder.embed(unknown, signal) : [];
      unknown.forEach((text, position) => vectorByText.set(text, vectors[position]));
      for (const [text, vector] of vectorByText) if (vector) remember(text, vector);
      return texts.map((text) => vectorByText.get(text) ?? new Float32Array(embedder.dimensions));
    },
  };
}

/** An embedder that writes down which texts it was asked for. */
import type { TextEmbedder } from '../../models/text-embedder.ts';

export interface CountingEmbedder extends TextEmbedder {
  /** One list for each call. */
  readonly calls: (readonly string[])[];
}

export function createCountingEmbedder(): CountingEmbedder {
  const calls: (readonly string[])[] = [];
  return {
    modelId: 'counting',
    dimensions: 2,
    calls,
    embed: (texts, signal) => {
      calls.push(texts);
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      return Promise.resolve(texts.map((text) => Float32Array.of(text.length, text.charCodeAt(0) || 0)));
    },
  };
}

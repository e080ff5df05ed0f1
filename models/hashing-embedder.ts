/**
 * The lexical baseline: hashed character trigrams, no weights to download, the same vector on every machine.
 * A learned model has to beat it to earn its place (test/quality), and tests use it to stay fast and exact.
 */
import { fnv1a } from './fnv1a.ts';
import type { TextEmbedder } from './text-embedder.ts';

const TRIGRAM = 3;

/** @param dimensions number of buckets; more means fewer accidental collisions */
export function createHashingEmbedder(dimensions = 256): TextEmbedder {
  return {
    modelId: `hashing-trigrams-v1/${dimensions}`,
    dimensions,
    embed: (texts, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      return Promise.resolve(texts.map((text) => embedOne(text, dimensions)));
    },
  };
}

/** A blank before and after marks where words begin and end. */
function embedOne(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return vector;
  const characters = Array.from(` ${words.join(' ')} `);
  for (let start = 0; start + TRIGRAM <= characters.length; start++) {
    const bucket = fnv1a(characters, start, start + TRIGRAM) % dimensions;
    vector[bucket] = (vector[bucket] ?? 0) + 1;
  }
  return toUnitLength(vector);
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return squares === 0 ? vector : vector.map((value) => value / Math.sqrt(squares));
}

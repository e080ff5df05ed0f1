/** An embedder a test can reckon with: one axis for each known word, so the cosine counts shared words. */
import type { TextEmbedder } from '../../../models/text-embedder.ts';

/** Words outside the list have no vector; repeated words count once. */
export function wordVectors(words: readonly string[]): TextEmbedder {
  const embedOne = (text: string): Float32Array => {
    const present = text.toLowerCase().split(/[^\p{L}]+/u);
    const found = words.map((word) => (present.includes(word) ? 1 : 0));
    const length = Math.hypot(...found);
    return Float32Array.from(found, (value) => (length === 0 ? 0 : value / length));
  };
  return {
    modelId: `word-vectors/${words.join(',')}`,
    dimensions: words.length,
    embed: (texts) => Promise.resolve(texts.map(embedOne)),
  };
}

export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

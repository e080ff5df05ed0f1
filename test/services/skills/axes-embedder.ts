/** An embedder whose directions are patterns: a text points to those it matches. */
import type { TextEmbedder } from '../../../models/text-embedder.ts';

export interface AxesEmbedder extends TextEmbedder {
  vectorOf: (text: string) => Float32Array;
}

export function createAxesEmbedder(axes: readonly RegExp[]): AxesEmbedder {
  const vectorOf = (text: string) => {
    const vector = Float32Array.from(axes, (axis) => (axis.test(text) ? 1 : 0));
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  };
  return {
    modelId: 'axes',
    dimensions: axes.length,
    embed: (texts) => Promise.resolve(texts.map(vectorOf)),
    vectorOf,
  };
}

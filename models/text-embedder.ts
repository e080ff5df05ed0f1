/**
 * Text in, unit vectors out. A model knows nothing of postings, skills or credentials.
 */
export interface TextEmbedder {
  /** Names the weights and every setting that changes a vector. Two vectors compare only if this is equal. */
  readonly modelId: string;
  readonly dimensions: number;
  /**
   * One unit-length vector per text, in the same order. The vector of a text does not depend on the other texts
   * of the call. Empty or blank text gives the zero vector.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

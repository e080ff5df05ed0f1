/**
 * Sentences with windows in them, in; a unit vector of each sentence and of each window, out.
 *
 * Two ways: every window encoded alone as a text of its own (`re-encoding`, the truth), or read off the one pass of its
 * sentence (`one-pass-reader.ts`, several times faster).
 */
import type { TextEmbedder } from './text-embedder.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

export interface SentenceReading {
  vector: Float32Array;
  /** In the order of the spans asked for. */
  windows: readonly Float32Array[];
}

/** Which stretches of a sentence to read, once its own vector is known; none for a sentence that asks for nothing. */
export type WindowsOf = (sentence: string, vector: Float32Array) => readonly Span[];

export interface SentenceReader {
  /** One reading per sentence, in order; equal sentences have equal readings whatever is beside them. */
  read(sentences: readonly string[], windowsOf: WindowsOf, signal?: AbortSignal): Promise<SentenceReading[]>;
}

/**
 * Encodes each window as a text of its own.
 * @param sentenceEmbedder may keep what it embeds: sentences repeat between postings
 * @param windowEmbedder windows are many and short-lived
 */
export function createReencodingReader(sentenceEmbedder: TextEmbedder, windowEmbedder: TextEmbedder): SentenceReader {
  return {
    async read(sentences, windowsOf, signal) {
      const vectors = await sentenceEmbedder.embed(sentences, signal);
      const texts = sentences.map((sentence, at) =>
        windowsOf(sentence, vectors[at] ?? new Float32Array()).map(({ start, end }) => sentence.slice(start, end)),
      );
      const windows = await windowEmbedder.embed(texts.flat(), signal);
      let next = 0;
      return texts.map((some, at) => ({
        vector: vectors[at] ?? new Float32Array(),
        windows: some.map(() => windows[next++] ?? new Float32Array()),
      }));
    },
  };
}

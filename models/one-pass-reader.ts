/**
 * Reads the windows of a sentence off the one pass of the sentence itself: the mean of their token vectors, mapped to
 * what they would be alone (`window-projection.ts`). Ten windows then cost as much as none.
 */
import type { SentenceReader, SentenceReading, Span } from './sentence-reader.ts';
import type { TextEmbedder } from './text-embedder.ts';
import { piecesOf, type TokenReader, type TokenReading } from './token-reader.ts';
import { meanOf, toUnit } from './unit-vector.ts';
import {
  projectSentence,
  projectWindow,
  projectWord,
  type WindowEvidence,
  type WindowProjection,
} from './window-projection.ts';

export interface OnePassDeps {
  tokens: TokenReader;
  /** Single words, which repeat without end: should remember them. Also windows whose tokens cannot be placed. */
  wordEmbedder: TextEmbedder;
  projection: WindowProjection;
  /** Told the sentences' own vectors, in case somebody wants to keep them. */
  onSentences: ((sentences: readonly string[], vectors: readonly Float32Array[]) => void) | undefined;
}

export function createOnePassReader(deps: OnePassDeps): SentenceReader {
  return {
    async read(sentences, windowsOf, signal) {
      const distinct = [...new Set(sentences)];
      const words = await readWords(distinct, deps, signal);
      const readings = new Map<string, SentenceReading>();
      const unplaced: { sentence: string; spans: readonly Span[] }[] = [];
      await deps.tokens.read(
        distinct,
        (at, reading) => {
          const sentence = distinct[at] ?? '';
          const spans = windowsOf(sentence, reading.vector);
          const windows = readWindows(reading, spans, sentence, words, deps.projection);
          if (windows === undefined) unplaced.push({ sentence, spans });
          readings.set(sentence, { vector: reading.vector, windows: windows ?? [] });
        },
        signal,
      );
      for (const { sentence, spans } of unplaced) {
        const texts = spans.map(({ start, end }) => sentence.slice(start, end));
        const windows = await deps.wordEmbedder.embed(texts, signal);
        readings.set(sentence, { vector: readings.get(sentence)?.vector ?? new Float32Array(), windows });
      }
      const all = sentences.map((sentence) => readings.get(sentence) ?? { vector: new Float32Array(), windows: [] });
      deps.onSentences?.(
        sentences,
        all.map(({ vector }) => vector),
      );
      return all;
    },
  };
}

/** What one pass shows of each window; undefined when the tokens have no places or a window holds no token. */
export function windowEvidence(
  { vector, place }: TokenReading,
  spans: readonly Span[],
  sentence: string,
  wordVectors: ReadonlyMap<string, Float32Array>,
): WindowEvidence[] | undefined {
  const placed = place();
  if (placed === undefined) return undefined;
  const { places, tokens } = placed;
  const { length } = vector;
  const none = new Float32Array(length);
  const words = places.map(({ start, end }) => wordVectors.get(sentence.slice(start, end)) ?? none);
  const tokenVectors = places.map((_, at) => tokens.subarray(at * length, (at + 1) * length));
  const evidence: WindowEvidence[] = [];
  for (const span of spans) {
    const from = places.findIndex(({ end }) => end > span.start);
    const after = places.findIndex(({ start }) => start >= span.end);
    const to = after === -1 ? places.length : after;
    if (from === -1 || to <= from) return undefined;
    evidence.push({
      tokens: toUnit(meanOf(tokenVectors, from, to, length)),
      sentence: vector,
      words: words.slice(from, to),
      tokenCount: to - from,
    });
  }
  return evidence;
}

function readWindows(
  reading: TokenReading,
  spans: readonly Span[],
  sentence: string,
  { vectors, project }: Words,
  projection: WindowProjection,
): Float32Array[] | undefined {
  if (spans.length === 0) return [];
  const evidence = windowEvidence(reading, spans, sentence, vectors);
  if (evidence === undefined) return undefined;
  const ofSentence = projectSentence(projection, reading.vector);
  return evidence.map((window) => {
    const words = meanOf(window.words.map(project), 0, window.words.length, reading.vector.length);
    return projectWindow(projection, window, words, ofSentence);
  });
}

/** The vector of every word and sign of some sentences, by its text. */
export async function embedWords(
  sentences: readonly string[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
  const words = [...new Set(sentences.flatMap((sentence) => piecesOf(sentence).map(({ text }) => text)))];
  const vectors = await embedder.embed(words, signal);
  return new Map(words.map((word, at) => [word, vectors[at] ?? new Float32Array(embedder.dimensions)]));
}

interface Words {
  vectors: ReadonlyMap<string, Float32Array>;
  /** What a word adds to a window; computed once for each word of a call. */
  project: (vector: Float32Array) => Float64Array;
}

async function readWords(
  sentences: readonly string[],
  { wordEmbedder, projection }: OnePassDeps,
  signal?: AbortSignal,
): Promise<Words> {
  const vectors = await embedWords(sentences, wordEmbedder, signal);
  const projected = new Map<Float32Array, Float64Array>();
  return {
    vectors,
    project: (vector) => {
      const known = projected.get(vector) ?? projectWord(projection, vector);
      projected.set(vector, known);
      return known;
    },
  };
}

/**
 * Reads the windows of a sentence off the one pass of the sentence itself: the mean of their token vectors, mapped to
 * what they would be alone (`window-projection.ts`). Ten windows then cost as much as none.
 */
import type { MatrixProduct } from './matrix-product.ts';
import { slices } from './plan-batches.ts';
import { meanOfTokens } from './pool-tokens.ts';
import type { SentenceReader, SentenceReading, Span } from './sentence-reader.ts';
import type { TextEmbedder } from './text-embedder.ts';
import type { PlacedTokens, TokenReader } from './token-reader.ts';
import { projectWindows, type WindowEvidence } from './window-projection.ts';

export interface OnePassDeps {
  tokens: TokenReader;
  /** Single words, which repeat without end: should remember them. Also windows whose tokens cannot be placed. */
  wordEmbedder: TextEmbedder;
  /** The map from a window in its sentence to the window alone. */
  map: MatrixProduct;
  /** Told the sentences' own vectors, in case somebody wants to keep them. */
  onSentences: ((sentences: readonly string[], vectors: readonly Float32Array[]) => void) | undefined;
}

/** Sentences read together: fills batches of equal length, and bounds the memory of what is known of their windows. */
const SENTENCES_PER_RUN = 4096;

export function createOnePassReader(deps: OnePassDeps): SentenceReader {
  return {
    async read(sentences, windowsOf, signal) {
      const readings = new Map<string, SentenceReading>();
      for (const run of slices([...new Set(sentences)], SENTENCES_PER_RUN)) {
        const read = await readRun(run, windowsOf, deps, signal);
        run.forEach((sentence, at) => readings.set(sentence, read[at] ?? NOTHING_READ));
        deps.onSentences?.(
          run,
          read.map(({ vector }) => vector),
        );
      }
      return sentences.map((sentence) => readings.get(sentence) ?? NOTHING_READ);
    },
  };
}

const NOTHING_READ: SentenceReading = { vector: new Float32Array(), windows: [] };

async function readRun(
  sentences: readonly string[],
  windowsOf: Parameters<SentenceReader['read']>[1],
  { tokens, wordEmbedder, map }: OnePassDeps,
  signal: AbortSignal | undefined,
): Promise<SentenceReading[]> {
  const vectors: Float32Array[] = [];
  const seen: { at: number; spans: readonly Span[]; windows: SeenWindow[] | undefined }[] = [];
  await tokens.read(
    sentences,
    (at, reading) => {
      const sentence = sentences[at] ?? '';
      vectors[at] = reading.vector;
      const spans = windowsOf(sentence, reading.vector);
      if (spans.length > 0) seen.push({ at, spans, windows: seeWindows(reading.place(), spans, sentence) });
    },
    signal,
  );
  const evidence = await evidenceOf(
    seen.flatMap(({ at, windows = [] }) => windows.map((window) => ({ ...window, sentence: vectors[at] ?? NONE }))),
    wordEmbedder,
    signal,
  );
  const projected = await projectWindows(map, evidence, signal);
  const windowsAt = new Map<number, Float32Array[]>();
  let next = 0;
  for (const { at, spans, windows } of seen) {
    if (windows !== undefined) windowsAt.set(at, projected.slice(next, (next += windows.length)));
    else {
      const texts = spans.map(({ start, end }) => sentences[at]?.slice(start, end) ?? '');
      windowsAt.set(at, await wordEmbedder.embed(texts, signal));
    }
  }
  return sentences.map((_, at) => ({ vector: vectors[at] ?? NONE, windows: windowsAt.get(at) ?? [] }));
}

const NONE = new Float32Array();

/** What one pass shows of a window, before its words are known by themselves. */
export interface SeenWindow {
  /** Mean of its token vectors, unit length. */
  tokens: Float32Array;
  /** The text of the word or sign behind each of its tokens. */
  words: readonly string[];
}

/** Undefined when the tokens have no places or a window holds no token. */
export function seeWindows(
  placed: PlacedTokens | undefined,
  spans: readonly Span[],
  sentence: string,
): SeenWindow[] | undefined {
  if (placed === undefined) return undefined;
  const { places, tokens } = placed;
  const dimensions = places.length === 0 ? 0 : tokens.length / places.length;
  const windows: SeenWindow[] = [];
  for (const span of spans) {
    const from = places.findIndex(({ end }) => end > span.start);
    const after = places.findIndex(({ start }) => start >= span.end);
    const to = after === -1 ? places.length : after;
    if (from === -1 || to <= from) return undefined;
    windows.push({
      tokens: meanOfTokens(tokens.subarray(from * dimensions), 0, to - from, dimensions),
      words: places.slice(from, to).map(({ start, end }) => sentence.slice(start, end)),
    });
  }
  return windows;
}

/** Looks up what the words of the windows mean anywhere. */
export async function evidenceOf(
  windows: readonly (SeenWindow & { sentence: Float32Array })[],
  wordEmbedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<WindowEvidence[]> {
  const words = [...new Set(windows.flatMap((window) => window.words))];
  const vectors = await wordEmbedder.embed(words, signal);
  const vectorOf = new Map(words.map((word, at) => [word, vectors[at] ?? NONE]));
  return windows.map(({ tokens, sentence, words: own }) => ({
    tokens,
    sentence,
    words: own.map((word) => vectorOf.get(word) ?? NONE),
    tokenCount: own.length,
  }));
}

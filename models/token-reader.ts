/**
 * Texts in, one vector per token out, each token with its place in the text.
 *
 * Tokenisers of this library do not say where a token stood. Those that cut at blanks and signs first (BERT's do) give
 * the same tokens piece by piece, which tells the places; where the two differ, the places are unknown and said to be.
 */
import { encodeBatches } from './encode-batches.ts';
import type { BatchLimits } from './plan-batches.ts';
import type { Span } from './sentence-reader.ts';
import type { TransformerEncoder } from './transformer-encoder.ts';

export interface TokenReading {
  /** Of the whole text, unit length: the same bits as the text embedder's. */
  vector: Float32Array;
  /** Looked for when asked: most sentences have no window to read. */
  place: () => PlacedTokens | undefined;
}

/** Without the marks of the model. */
export interface PlacedTokens {
  places: readonly Span[];
  /** `places.length x dimensions` numbers, last fastest. Read them now: the memory is used again. */
  tokens: Float32Array;
}

export interface TokenReader {
  readonly dimensions: number;
  /**
   * Calls `visit` once for each text, in any order; a text without tokens has the zero vector. `place` gives undefined where
   * the places of the tokens cannot be told.
   */
  read(
    texts: readonly string[],
    visit: (at: number, reading: TokenReading) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** Pieces whose tokens are remembered: more than the words of all postings of a country. */
const PIECES = 100_000;
const PIECE = /[\p{P}\p{S}]|[^\s\p{P}\p{S}]+/gu;

export function createTokenReader(encoder: TransformerEncoder, limits: BatchLimits): TokenReader {
  const { dimensions, leadingMarks } = encoder;
  const idsOfPiece = new Map<string, readonly number[]>();
  return {
    dimensions,
    read: (texts, visit, signal) =>
      encodeBatches(
        encoder,
        texts,
        limits,
        (at, { ids, vector, tokens }) => {
          visit(at, {
            vector,
            place: () => {
              const places = placeTokens(texts[at] ?? '', ids, encoder, idsOfPiece);
              if (places === undefined) return undefined;
              const first = leadingMarks * dimensions;
              return { places, tokens: tokens.subarray(first, first + places.length * dimensions) };
            },
          });
        },
        signal,
      ),
  };
}

/** Words and signs of a text, as the tokeniser first cuts it. */
export function piecesOf(text: string): (Span & { text: string })[] {
  return Array.from(text.matchAll(PIECE), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function placeTokens(
  text: string,
  ids: readonly number[],
  encoder: TransformerEncoder,
  idsOfPiece: Map<string, readonly number[]>,
): Span[] | undefined {
  const places: Span[] = [];
  const content = ids.length - encoder.leadingMarks - encoder.trailingMarks;
  for (const { text: piece, start, end } of piecesOf(text)) {
    for (const id of pieceIds(piece, encoder, idsOfPiece)) {
      // A text beyond the model's length is cut: the places of what is left are right.
      if (places.length === content) return places;
      if (ids[encoder.leadingMarks + places.length] !== id) return undefined;
      places.push({ start, end });
    }
  }
  return places.length === content ? places : undefined;
}

function pieceIds(
  piece: string,
  encoder: TransformerEncoder,
  idsOfPiece: Map<string, readonly number[]>,
): readonly number[] {
  const known = idsOfPiece.get(piece);
  if (known !== undefined) return known;
  const whole = encoder.tokenise(piece);
  const ids = whole.slice(encoder.leadingMarks, Math.max(encoder.leadingMarks, whole.length - encoder.trailingMarks));
  if (idsOfPiece.size >= PIECES) idsOfPiece.clear();
  idsOfPiece.set(piece, ids);
  return ids;
}

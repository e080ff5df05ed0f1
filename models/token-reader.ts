/**
 * Texts in, one vector per token out, each token with its place in the text.
 *
 * Tokenisers of this library do not say where a token stood. Those that cut at blanks and signs first (BERT's do) give
 * the same tokens piece by piece, which tells the places; where the two differ, the places are unknown and said to be.
 */
import { meanOfTokens } from './pool-tokens.ts';
import { planBatches, slices, type BatchLimits } from './plan-batches.ts';
import type { Span } from './sentence-reader.ts';
import type { TransformerEncoder } from './transformer-encoder.ts';

export interface TokenReading {
  /** Of the whole text, unit length: the same bits as the text embedder's. */
  vector: Float32Array;
  /** One per token, marks of the model left out; undefined where the places cannot be told. */
  places: readonly Span[] | undefined;
  /** `places.length x dimensions` numbers, last fastest. Read it now: the memory is used again. */
  tokens: Float32Array;
}

export interface TokenReader {
  readonly dimensions: number;
  /** Calls `visit` once for each text, in any order; a text without tokens has the zero vector. */
  read(
    texts: readonly string[],
    visit: (at: number, reading: TokenReading) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** Texts tokenised at once. */
const WINDOW = 2048;
/** Pieces whose tokens are remembered: more than the words of all postings of a country. */
const PIECES = 100_000;
const PIECE = /[\p{P}\p{S}]|[^\s\p{P}\p{S}]+/gu;

export function createTokenReader(encoder: TransformerEncoder, batch: BatchLimits): TokenReader {
  const idsOfPiece = new Map<string, readonly number[]>();
  const place = (text: string, ids: readonly number[]) => placeTokens(text, ids, encoder, idsOfPiece);
  return {
    dimensions: encoder.dimensions,
    async read(texts, visit, signal) {
      for (const [number, window] of slices(texts, WINDOW).entries()) {
        const tokenised = window.map((text) => encoder.tokenise(text));
        for (const positions of planBatches(
          tokenised.map((ids) => ids.length),
          batch,
        )) {
          signal?.throwIfAborted();
          const rows = positions.map((position) => tokenised[position] ?? []);
          const count = rows[0]?.length ?? 0;
          const vectors = count === 0 ? new Float32Array() : await encoder.encode(rows);
          positions.forEach((position, row) => {
            const first = (row * count + encoder.leadingMarks) * encoder.dimensions;
            const placed = place(window[position] ?? '', rows[row] ?? []);
            visit(number * WINDOW + position, {
              vector:
                count === 0
                  ? new Float32Array(encoder.dimensions)
                  : meanOfTokens(vectors, row, count, encoder.dimensions),
              places: placed,
              tokens: vectors.subarray(first, first + (placed?.length ?? 0) * encoder.dimensions),
            });
          });
        }
      }
    },
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

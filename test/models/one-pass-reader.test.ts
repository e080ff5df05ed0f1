import { describe, expect, it } from 'vitest';
import { createPlainProduct } from '../../models/matrix-product.ts';
import { createOnePassReader } from '../../models/one-pass-reader.ts';
import { RidgeSums } from '../../models/ridge-regression.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { piecesOf, type TokenReader } from '../../models/token-reader.ts';
import { toUnit } from '../../models/unit-vector.ts';
import {
  checksumOf,
  projectionInput,
  projectionInputs,
  projectionMatrix,
  projectWindows,
  type WindowEvidence,
} from '../../models/window-projection.ts';

const DIMENSIONS = 3;
/** One axis for each of three words; a word of none is zero. */
const axisOf = (word: string) => ['red', 'green', 'blue'].indexOf(word);
const vectorOf = (text: string) => {
  const sums = new Float64Array(DIMENSIONS);
  for (const { text: word } of piecesOf(text))
    if (axisOf(word) >= 0) sums[axisOf(word)] = (sums[axisOf(word)] ?? 0) + 1;
  return toUnit(sums);
};

/** A map that takes the mean of the tokens and nothing else. */
function tokensOnly(): Float32Array {
  const weights = new Float32Array(projectionInputs(DIMENSIONS) * DIMENSIONS);
  for (let axis = 0; axis < DIMENSIONS; axis++) weights[axis * DIMENSIONS + axis] = 1;
  return weights;
}

const { matrix, columns } = projectionMatrix({
  modelId: 'axes',
  dimensions: DIMENSIONS,
  card: {},
  weights: tokensOnly(),
  checksum: '',
});

function openReader(isPlaced: boolean) {
  const embedded: string[] = [];
  const kept: string[] = [];
  const wordEmbedder: TextEmbedder = {
    modelId: 'axes',
    dimensions: DIMENSIONS,
    embed: (texts) => {
      embedded.push(...texts);
      return Promise.resolve(texts.map(vectorOf));
    },
  };
  const tokens: TokenReader = {
    dimensions: DIMENSIONS,
    read: (texts, visit) => {
      texts.forEach((text, at) => {
        const places = piecesOf(text);
        visit(at, {
          vector: vectorOf(text),
          place: () =>
            isPlaced
              ? { places, tokens: Float32Array.from(places.flatMap((piece) => [...vectorOf(piece.text)])) }
              : undefined,
        });
      });
      return Promise.resolve();
    },
  };
  const map = createPlainProduct(matrix, columns);
  const reader = createOnePassReader({ tokens, wordEmbedder, map, onSentences: (some) => kept.push(...some) });
  return { reader, embedded, kept };
}

const lastWord = (sentence: string) => [{ start: sentence.lastIndexOf(' ') + 1, end: sentence.length }];

describe('reading windows off one pass', () => {
  it('maps the tokens of each window, sentence by sentence, equal sentences once', async () => {
    const { reader, kept } = openReader(true);
    const [a, b, again] = await reader.read(['red green', 'green blue', 'red green'], lastWord);
    expect([...(a?.windows[0] ?? [])]).toEqual([0, 1, 0]);
    expect([...(b?.windows[0] ?? [])]).toEqual([0, 0, 1]);
    expect(again).toEqual(a);
    expect(kept).toEqual(['red green', 'green blue']);
  });

  it('encodes windows alone where the tokens have no places', async () => {
    const { reader, embedded } = openReader(false);
    const [reading] = await reader.read(['red green'], lastWord);
    expect([...(reading?.windows[0] ?? [])]).toEqual([0, 1, 0]);
    expect(embedded).toEqual(['green']);
  });

  it('looks up no word of a sentence that has no window', async () => {
    const { reader, embedded } = openReader(true);
    const [reading] = await reader.read(['red green'], () => []);
    expect(reading?.windows).toEqual([]);
    expect(embedded).toEqual([]);
  });
});

describe('the map from a window in its sentence to the window alone', () => {
  const evidence = (tokens: number[], words: number[][]): WindowEvidence => ({
    tokens: toUnit(Float64Array.from(tokens)),
    sentence: toUnit(Float64Array.from([1, 1, 1])),
    words: words.map((word) => Float32Array.from(word)),
    tokenCount: words.length,
  });

  it('is found again by ridge regression from what it gave', async () => {
    const sums = new RidgeSums(columns, DIMENSIONS);
    const truth = createPlainProduct(matrix, columns);
    const windows = Array.from({ length: 60 }, (_, at) =>
      evidence(
        [Math.sin(at), Math.cos(3 * at), Math.sin(7 * at + 1)],
        [
          [Math.sin(2 * at), Math.cos(at), 0],
          [0, 1, at % 2],
        ].slice(at % 2),
      ),
    );
    const targets: Float32Array[] = [];
    await truth.multiply(
      windows.map((window) => projectionInput(window)),
      (at, products) => (targets[at] = products.slice()),
    );
    windows.forEach((window, at) => {
      sums.add(projectionInput(window), targets[at] ?? []);
    });
    const weights = sums.solve(1e-6);
    const fitted = projectionMatrix({
      modelId: 'axes',
      dimensions: DIMENSIONS,
      card: {},
      weights,
      checksum: checksumOf(weights),
    });
    const [vector] = await projectWindows(createPlainProduct(fitted.matrix, columns), [
      evidence([0, 3, 4], [[1, 0, 0]]),
    ]);
    [0, 0.6, 0.8].forEach((expected, axis) => {
      expect(vector?.[axis]).toBeCloseTo(expected, 2);
    });
  });
});

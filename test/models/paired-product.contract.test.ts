import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNativeProducts } from '../../models/native-products.ts';
import { createPlainPairs, NEAREST_ROWS, type PairedProduct } from '../../models/paired-product.ts';
import { toUnit } from '../../models/unit-vector.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

const COLUMNS = 48;
/** More numbers than the native product leaves to loops. */
const ROWS = 2500;

/** Rows of unit length. */
function unitRows(seed: number): Float32Array {
  const values = repeatableNumbers(ROWS * COLUMNS, seed);
  for (let row = 0; row < ROWS; row++) {
    const own = values.subarray(row * COLUMNS, (row + 1) * COLUMNS);
    own.set(toUnit(own));
  }
  return values;
}

const products = openNativeProducts();
afterAll(() => products.close());

const first = unitRows(1);
const second = unitRows(2);

async function nearestOf(pairs: PairedProduct, vectors: readonly Float32Array[]) {
  const found: { nearest: number[]; best: number[] }[] = [];
  await pairs.multiply(vectors, (at, products) => {
    const nearest = [...products.nearest];
    const best = nearest.map((row) => Math.max(products.first[row] ?? 0, products.second[row] ?? 0));
    found[at] = { nearest, best };
  });
  return found;
}

describe.each([
  ['plain', 5e-5, () => Promise.resolve(createPlainPairs(first, second, COLUMNS))],
  // In whole numbers: a cosine is off by a little.
  ['native', 0.005, () => products.createPairs(first, second, COLUMNS)],
])('PairedProduct contract: %s', (_name, mostOff, create) => {
  let pairs: PairedProduct;
  beforeAll(async () => {
    pairs = await create();
  });
  afterAll(() => pairs.close());

  it('names the rows whose better product is largest, the largest first', async () => {
    const vectors = Array.from({ length: 70 }, (_, seed) => toUnit(repeatableNumbers(COLUMNS, seed + 3)));
    const found = await nearestOf(pairs, vectors);
    vectors.forEach((vector, at) => {
      const dot = (matrix: Float32Array, row: number) =>
        vector.reduce((sum, value, axis) => sum + value * (matrix[row * COLUMNS + axis] ?? 0), 0);
      const best = Array.from({ length: ROWS }, (_, row) => Math.max(dot(first, row), dot(second, row)));
      const expected = best.toSorted((a, b) => b - a).slice(0, NEAREST_ROWS);
      found[at]?.best.forEach((value, place) => {
        expect(Math.abs(value - (expected[place] ?? NaN))).toBeLessThan(mostOff);
      });
      expect(new Set(found[at]?.nearest).size).toBe(NEAREST_ROWS);
    });
  });

  it('gives a vector the same bits whatever is beside it', async () => {
    const vectors = Array.from({ length: 70 }, (_, seed) => repeatableNumbers(COLUMNS, seed));
    const together = await nearestOf(pairs, vectors);
    expect(await nearestOf(pairs, vectors.slice(69))).toEqual([together[69]]);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlainProduct, type MatrixProduct } from '../../models/matrix-product.ts';
import { openNativeProducts } from '../../models/native-products.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

const COLUMNS = 48;
/** More numbers than the native product leaves to loops. */
const ROWS = 2500;

const products = openNativeProducts();
afterAll(() => products.close());

const matrix = repeatableNumbers(ROWS * COLUMNS, 1);

async function productsOf(product: MatrixProduct, vectors: readonly Float32Array[]): Promise<Float32Array[]> {
  const products: Float32Array[] = [];
  await product.multiply(vectors, (at, values) => (products[at] = values.slice()));
  return products;
}

/** How far a product may be from the sum in JavaScript. */
type MostOff = (vector: Float32Array, row: Float32Array) => number;
const EXACT: MostOff = () => 5e-5;
/** Whole numbers are as far off as the vector and the row are long. */
const ROUNDED: MostOff = (vector, row) => 0.005 * Math.hypot(...vector) * Math.hypot(...row);

describe.each([
  ['plain', EXACT, () => Promise.resolve(createPlainProduct(matrix, COLUMNS))],
  ['native, 32-bit floats', EXACT, () => products.createProduct(matrix.slice(), COLUMNS, 'fp32')],
  ['native, whole numbers', ROUNDED, () => products.createProduct(matrix.slice(), COLUMNS, 'int8')],
])('MatrixProduct contract: %s', (_name, mostOff, create) => {
  let product: MatrixProduct;
  beforeAll(async () => {
    product = await create();
  });
  afterAll(() => product.close());

  it('says how long vectors and results are', () => {
    expect({ columns: product.columns, rows: product.rows }).toEqual({ columns: COLUMNS, rows: ROWS });
  });

  it('multiplies each vector with every row', async () => {
    const vector = repeatableNumbers(COLUMNS, 7);
    const [products = new Float32Array()] = await productsOf(product, [vector]);
    for (const row of [0, 1, 1234, ROWS - 1]) {
      const expected = vector.reduce((sum, value, axis) => sum + value * (matrix[row * COLUMNS + axis] ?? 0), 0);
      const own = matrix.subarray(row * COLUMNS, (row + 1) * COLUMNS);
      expect(Math.abs((products[row] ?? NaN) - expected)).toBeLessThan(mostOff(vector, own));
    }
  });

  it('gives a vector the same bits whatever is beside it, in any number', async () => {
    const vectors = Array.from({ length: 150 }, (_, seed) => repeatableNumbers(COLUMNS, seed));
    const together = await productsOf(product, vectors);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 149 }), async (at) => {
        expect(await productsOf(product, vectors.slice(at, at + 1))).toEqual([together[at]]);
      }),
      { numRuns: 10 },
    );
  });

  it('does nothing for no vectors, and stops when asked to', async () => {
    expect(await productsOf(product, [])).toEqual([]);
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(product.multiply([repeatableNumbers(COLUMNS, 1)], () => undefined, stop)).rejects.toThrow('enough');
  });

  it('stops in the middle when asked to, and goes on with what comes next', async () => {
    const vectors = Array.from({ length: 300 }, (_, seed) => repeatableNumbers(COLUMNS, seed));
    const stop = new AbortController();
    const seen: number[] = [];
    const stopped = product.multiply(
      vectors,
      (at) => {
        seen.push(at);
        stop.abort(new Error('enough'));
      },
      stop.signal,
    );
    await expect(stopped).rejects.toThrow('enough');
    expect(seen.length).toBeLessThan(vectors.length);
    const [first] = await productsOf(product, [repeatableNumbers(COLUMNS, 1)]);
    expect(first).toEqual((await productsOf(product, vectors))[1]);
  });

  it('keeps calls that overlap apart', async () => {
    const [a, b] = await Promise.all([
      productsOf(product, [repeatableNumbers(COLUMNS, 1)]),
      productsOf(product, [repeatableNumbers(COLUMNS, 2)]),
    ]);
    expect([...a, ...b]).toEqual(
      await productsOf(product, [repeatableNumbers(COLUMNS, 1), repeatableNumbers(COLUMNS, 2)]),
    );
  });
});

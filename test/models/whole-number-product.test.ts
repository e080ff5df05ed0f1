import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openNativeProducts } from '../../models/native-products.ts';
import { roundWeights } from '../../models/whole-number-product.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

const number = fc.integer({ min: -10_000, max: 10_000 }).map((thousandths) => thousandths / 1000);
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }))
  .chain(([outputs, inputs]) =>
    fc
      .array(number, { minLength: outputs * inputs, maxLength: outputs * inputs })
      .map((values) => ({ outputs, inputs, weights: Float32Array.from(values) })),
  );

describe('roundWeights', () => {
  it('gives every weight back to half a step of its output, turned around', () => {
    fc.assert(
      fc.property(matrices, ({ outputs, inputs, weights }) => {
        const { columns, scales } = roundWeights(weights, outputs, inputs);
        for (let output = 0; output < outputs; output++) {
          const scale = scales[output]!;
          for (let input = 0; input < inputs; input++) {
            const back = columns[input * outputs + output]! * scale;
            expect(Math.abs(back - weights[output * inputs + input]!)).toBeLessThanOrEqual(scale * 0.5 * 1.0001);
          }
        }
      }),
    );
  });

  it('uses the whole of its 7 bits and no more: two products with an input of 8 bits fit into 16', () => {
    fc.assert(
      fc.property(matrices, ({ outputs, inputs, weights }) => {
        const { columns, scales } = roundWeights(weights, outputs, inputs);
        const most = Math.max(...columns.map(Math.abs));
        expect(most).toBe(scales.some((scale) => scale > 0) ? 63 : 0);
        expect(2 * 255 * most).toBeLessThanOrEqual(2 ** 15 - 1);
      }),
    );
  });

  it('leaves an output without weights at zero', () => {
    const { columns, scales } = roundWeights(Float32Array.of(0, 0, 1, -0.5), 2, 2);
    expect([...scales]).toEqual([0, Math.fround(1 / 63)]);
    expect([...columns]).toEqual([0, 63, 0, -31]);
  });
});

describe('a product in whole numbers', () => {
  const native = openNativeProducts();
  afterAll(() => native.close());
  const [ROWS, COLUMNS] = [2500, 48];
  const matrix = repeatableNumbers(ROWS * COLUMNS, 1);
  const { columns, scales } = roundWeights(matrix, ROWS, COLUMNS);

  /** y = s w[o] sum q v, as the head of whole-number-product.ts has it. */
  function byHand(vector: Float32Array): number[] {
    const scale = Math.fround(Math.max(...vector.map(Math.abs)) / 127);
    const whole = Array.from(vector, (value) => Math.round(Math.fround(value / scale)));
    return Array.from({ length: ROWS }, (_, row) => {
      const sum = whole.reduce((before, value, column) => before + value * columns[column * ROWS + row]!, 0);
      return scale * scales[row]! * sum;
    });
  }

  it('is what its formula says', async () => {
    const product = await native.createProduct(matrix, COLUMNS, 'int8');
    const vectors = Array.from({ length: 70 }, (_, seed) => repeatableNumbers(COLUMNS, seed));
    await product.multiply(vectors, (at, products) => {
      byHand(vectors[at]!).forEach((expected, row) => {
        expect(Math.abs(products[row]! - expected)).toBeLessThan(1e-5);
      });
    });
    await product.close();
  });

  it('is zero for a vector of zeros', async () => {
    const product = await native.createProduct(matrix, COLUMNS, 'int8');
    await product.multiply([new Float32Array(COLUMNS)], (_, products) => {
      expect(products.every((value) => value === 0)).toBe(true);
    });
    await product.close();
  });
});

/**
 * Two fixed matrices of one shape, many vectors: the products of each vector with both, and the rows that are nearest by
 * the better of the two. With unit vectors these are cosines; a skill has a row for its label and one for all its labels.
 */
import { createPlainProduct } from './matrix-product.ts';

export interface PairedProduct {
  /** Length of an input vector. */
  readonly columns: number;
  /** Rows of each matrix. */
  readonly rows: number;
  /**
   * Calls `visit` once for each vector, in order. The results of a vector have the same bits whatever is beside it.
   * @param vectors of `columns` numbers each
   */
  multiply(
    vectors: readonly Float32Array[],
    visit: (at: number, products: PairedProducts) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Read them now: the memory is used again. */
export interface PairedProducts {
  first: Float32Array;
  second: Float32Array;
  /** NEAREST_ROWS rows (all, where there are fewer), nearest first; ties by row. */
  nearest: Int32Array;
}

/** As many as the widest question asks for. */
export const NEAREST_ROWS = 16;

/**
 * On the plain product: the oracle of the native pairs, and as fast where the matrices are small.
 * @param first `rows x columns` numbers, last fastest; `second` likewise
 */
export function createPlainPairs(first: Float32Array, second: Float32Array, columns: number): PairedProduct {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  const product = createPlainProduct(both, columns);
  const rows = product.rows / 2;
  const order = Array.from({ length: rows }, (_, row) => row);
  const split = (products: Float32Array): PairedProducts => {
    const pair = { first: products.subarray(0, rows), second: products.subarray(rows) };
    const better = pair.first.map((value, row) => Math.max(value, pair.second[row] ?? 0));
    const nearest = order.toSorted((a, b) => (better[b] ?? 0) - (better[a] ?? 0) || a - b);
    return { ...pair, nearest: Int32Array.from(nearest.slice(0, NEAREST_ROWS)) };
  };
  return {
    columns,
    rows,
    multiply: (vectors, visit, signal) =>
      product.multiply(
        vectors,
        (at, products) => {
          visit(at, split(products));
        },
        signal,
      ),
    close: () => product.close(),
  };
}

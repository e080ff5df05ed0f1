/**
 * Two fixed matrices of one shape, many vectors: the products of each vector with both, and the rows that are nearest by
 * the better of the two. With unit vectors these are cosines; a skill has a row for its label and one for all its labels.
 */
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
 * Loops: the oracle of the native pairs, and as fast where the matrices are small.
 * @param first `rows x columns` numbers, last fastest; `second` likewise
 */
export function createPlainPairs(first: Float32Array, second: Float32Array, columns: number): PairedProduct {
  const rows = columns === 0 ? 0 : first.length / columns;
  const products = { first: new Float32Array(rows), second: new Float32Array(rows) };
  const better = new Float32Array(rows);
  const order = Array.from({ length: rows }, (_, row) => row);
  return {
    columns,
    rows,
    multiply: (vectors, visit, signal) =>
      new Promise((done) => {
        vectors.forEach((vector, at) => {
          signal?.throwIfAborted();
          for (let row = 0; row < rows; row++) {
            products.first[row] = dot(first, row * columns, vector);
            products.second[row] = dot(second, row * columns, vector);
            better[row] = Math.max(products.first[row] ?? 0, products.second[row] ?? 0);
          }
          const nearest = order.toSorted((a, b) => (better[b] ?? 0) - (better[a] ?? 0) || a - b);
          visit(at, { ...products, nearest: Int32Array.from(nearest.slice(0, NEAREST_ROWS)) });
        });
        done();
      }),
    close: () => Promise.resolve(),
  };
}

function dot(matrix: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0;
  for (let axis = 0; axis < vector.length; axis++) sum += (matrix[from + axis] ?? 0) * (vector[axis] ?? 0);
  return sum;
}

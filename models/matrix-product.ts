/**
 * One fixed matrix, many vectors: the products of each vector with every row. With unit vectors these are cosines, and
 * comparing a window with all skills is one such product.
 */
export interface MatrixProduct {
  /** Length of an input vector. */
  readonly columns: number;
  /** Length of a result. */
  readonly rows: number;
  /**
   * Calls `visit` once for each vector with its `rows` products, in order. Read them now: the memory is used again.
   * The products of a vector have the same bits whatever vectors are beside it.
   * @param vectors of `columns` numbers each
   */
  multiply(
    vectors: readonly Float32Array[],
    visit: (at: number, products: Float32Array) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * Loops: the oracle of the native product, and as fast where the matrix is small.
 * @param matrix `rows x columns` numbers, last fastest
 */
export function createPlainProduct(matrix: Float32Array, columns: number): MatrixProduct {
  const rows = columns === 0 ? 0 : matrix.length / columns;
  const products = new Float32Array(rows);
  return {
    columns,
    rows,
    multiply: (vectors, visit, signal) =>
      new Promise((done) => {
        vectors.forEach((vector, at) => {
          signal?.throwIfAborted();
          for (let row = 0, from = 0; row < rows; row++, from += columns) {
            let sum = 0;
            for (let axis = 0; axis < columns; axis++) sum += (matrix[from + axis] ?? 0) * (vector[axis] ?? 0);
            products[row] = sum;
          }
          visit(at, products);
        });
        done();
      }),
    close: () => Promise.resolve(),
  };
}

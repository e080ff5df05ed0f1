/**
 * The matrix product, computed by the runtime of the embedding model: some hundred times as fast as a loop in JavaScript,
 * which makes comparing a window with every skill cheaper than walking a graph of them, and exact.
 */
import { createPlainProduct, type MatrixProduct } from './matrix-product.ts';
import { BLOCK, BLOCK_INPUT, openBlocks } from './native-blocks.ts';
import { ElementType, OnnxWriter, type ValueName } from './onnx-writer.ts';
import { createPlainPairs, NEAREST_ROWS, type PairedProduct } from './paired-product.ts';

/** Below this many numbers opening a session costs more than it saves. */
const SMALL_MATRIX = 100_000;

/** @param matrix `rows x columns` numbers, last fastest; copied */
export async function createNativeProduct(matrix: Float32Array, columns: number): Promise<MatrixProduct> {
  if (matrix.length < SMALL_MATRIX) return createPlainProduct(matrix, columns);
  const rows = matrix.length / columns;
  const graph = new OnnxWriter();
  graph.addOutput(addProduct(graph, 'matrix', matrix, columns), 'products');
  const products = new Float32Array(BLOCK * rows);
  const blocks = await openBlocks(graph, columns, { products });
  return {
    columns,
    rows,
    multiply: (vectors, visit, signal) =>
      blocks.run(
        vectors,
        (at, row) => {
          visit(at, products.subarray(row * rows, (row + 1) * rows));
        },
        signal,
      ),
    close: () => blocks.close(),
  };
}

/** @param first `rows x columns` numbers, last fastest; `second` likewise; both copied */
export async function createNativePairs(
  first: Float32Array,
  second: Float32Array,
  columns: number,
): Promise<PairedProduct> {
  const rows = first.length / columns;
  if (first.length < SMALL_MATRIX || rows < NEAREST_ROWS) return createPlainPairs(first, second, columns);
  const graph = new OnnxWriter();
  const pair = [addProduct(graph, 'a', first, columns), addProduct(graph, 'b', second, columns)] as const;
  const better = graph.addNode('Max', pair);
  const [, positions] = graph.addNodeOfTwo('TopK', [better, graph.addIntegers('k', [NEAREST_ROWS])]);
  graph.addOutput(pair[0], 'first');
  graph.addOutput(pair[1], 'second');
  graph.addOutput(positions, 'nearest');
  const memory = {
    first: new Float32Array(BLOCK * rows),
    second: new Float32Array(BLOCK * rows),
    nearest: new BigInt64Array(BLOCK * NEAREST_ROWS),
  };
  const blocks = await openBlocks(graph, columns, memory);
  return {
    columns,
    rows,
    multiply: (vectors, visit, signal) =>
      blocks.run(
        vectors,
        (at, row) => {
          visit(at, {
            first: memory.first.subarray(row * rows, (row + 1) * rows),
            second: memory.second.subarray(row * rows, (row + 1) * rows),
            nearest: Int32Array.from(
              memory.nearest.subarray(row * NEAREST_ROWS, (row + 1) * NEAREST_ROWS),
              (position) => Number(position),
            ),
          });
        },
        signal,
      ),
    close: () => blocks.close(),
  };
}

/** The products of the input with every row of a matrix. */
function addProduct(graph: OnnxWriter, name: string, matrix: Float32Array, columns: number): ValueName {
  const bytes = Buffer.from(matrix.buffer, matrix.byteOffset, matrix.byteLength);
  const weights = graph.addWeight(name, ElementType.float32, [matrix.length / columns, columns], bytes);
  return graph.addNode('Gemm', [BLOCK_INPUT, weights], { transB: { int: 1 } });
}

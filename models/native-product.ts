/**
 * The matrix product, computed by the runtime of the embedding model: some hundred times as fast as a loop in JavaScript,
 * which makes comparing a window with every skill cheaper than walking a graph of them, and none is missed.
 *
 * A newcomer would write a matrix of floats into the graph as a weight. The runtime then copies it three times to open it and
 * keeps one copy beside ours; as an input it is read where it is, and just as fast. Whole numbers it first puts into an order of
 * its own: they are weights, which it does once.
 */
import { createPlainProduct, type MatrixProduct } from './matrix-product.ts';
import { BLOCK, BLOCK_INPUT, openBlocks, type NativeBlocks } from './native-blocks.ts';
import { OnnxWriter } from './onnx-writer.ts';
import { createPlainPairs, NEAREST_ROWS, type PairedProduct } from './paired-product.ts';
import type { Precision } from './precision.ts';
import { WholeNumberProducts } from './whole-number-product.ts';

/** Below this many numbers opening a session costs more than it saves. */
const SMALL_MATRIX = 100_000;

/**
 * @param matrix `rows x columns` numbers, last fastest; floats are not copied, so not to be changed
 * @param precision `int8`: cosines of unit vectors are then off by .001 (root mean square), in a third of the time
 */
export async function createNativeProduct(
  matrix: Float32Array,
  columns: number,
  precision: Precision,
): Promise<MatrixProduct> {
  if (matrix.length < SMALL_MATRIX) return createPlainProduct(matrix, columns);
  const rows = matrix.length / columns;
  const graph = new OnnxWriter();
  const [product, inputs] =
    precision === 'int8'
      ? [wholeNumberProducts(graph).add(BLOCK_INPUT, matrix, [rows, columns], 'matrix'), {}]
      : [graph.addNode('Gemm', [BLOCK_INPUT, 'matrix'], { transB: { int: 1 } }), { matrix }];
  graph.addOutput(product, 'products');
  const products = new Float32Array(BLOCK * rows);
  const blocks = await openBlocks(graph, columns, inputs, { products });
  return productOf(blocks, columns, rows, (row) => rowOf(products, row));
}

/**
 * In whole numbers: cosines of unit vectors are off by .001 (root mean square).
 * @param first `rows x columns` numbers, last fastest; `second` likewise
 */
export async function createNativePairs(
  first: Float32Array,
  second: Float32Array,
  columns: number,
): Promise<PairedProduct> {
  const rows = first.length / columns;
  if (first.length < SMALL_MATRIX || rows < NEAREST_ROWS) return createPlainPairs(first, second, columns);
  const graph = new OnnxWriter();
  const products = wholeNumberProducts(graph);
  const shape = [rows, columns] as const;
  const pair = [products.add(BLOCK_INPUT, first, shape, 'a'), products.add(BLOCK_INPUT, second, shape, 'b')] as const;
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
  const blocks = await openBlocks(graph, columns, {}, memory);
  return productOf(blocks, columns, rows, (row) => ({
    first: rowOf(memory.first, row),
    second: rowOf(memory.second, row),
    nearest: Int32Array.from(rowOf(memory.nearest, row), Number),
  }));
}

/** @param read what the outputs hold for one row of a block */
function productOf<T>(blocks: NativeBlocks, columns: number, rows: number, read: (row: number) => T) {
  return {
    columns,
    rows,
    multiply: (vectors: readonly Float32Array[], visit: (at: number, products: T) => void, signal?: AbortSignal) =>
      blocks.run(
        vectors,
        (at, row) => {
          visit(at, read(row));
        },
        signal,
      ),
    close: () => blocks.close(),
  };
}

function rowOf<M extends Float32Array | BigInt64Array>(memory: M, row: number): M {
  const width = memory.length / BLOCK;
  return memory.subarray(row * width, (row + 1) * width) as M;
}

function wholeNumberProducts(graph: OnnxWriter): WholeNumberProducts {
  return new WholeNumberProducts(graph, (name, type, shape, { buffer, byteOffset, byteLength }) =>
    graph.addWeight(name, type, shape, Buffer.from(buffer, byteOffset, byteLength)),
  );
}

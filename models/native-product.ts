/**
 * The matrix product, computed by the runtime of the embedding model: some hundred times as fast as a loop in JavaScript,
 * which makes comparing a window with every skill cheaper than walking a graph of them, and exact.
 *
 * A newcomer would write the matrix into the graph as a weight. The runtime then copies it three times to open it and keeps one
 * copy beside ours; as an input it is read where it is, and just as fast.
 */
import { createPlainProduct, type MatrixProduct } from './matrix-product.ts';
import { BLOCK, BLOCK_INPUT, openBlocks, type NativeBlocks } from './native-blocks.ts';
import { OnnxWriter, type ValueName } from './onnx-writer.ts';
import { createPlainPairs, NEAREST_ROWS, type PairedProduct } from './paired-product.ts';

/** Below this many numbers opening a session costs more than it saves. */
const SMALL_MATRIX = 100_000;

/** @param matrix `rows x columns` numbers, last fastest; not copied, so not to be changed */
export async function createNativeProduct(matrix: Float32Array, columns: number): Promise<MatrixProduct> {
  if (matrix.length < SMALL_MATRIX) return createPlainProduct(matrix, columns);
  const rows = matrix.length / columns;
  const graph = new OnnxWriter();
  graph.addOutput(addProduct(graph, 'matrix'), 'products');
  const products = new Float32Array(BLOCK * rows);
  const blocks = await openBlocks(graph, columns, { matrix }, { products });
  return productOf(blocks, columns, rows, (row) => rowOf(products, row));
}

/** @param first `rows x columns` numbers, last fastest; `second` likewise; neither copied */
export async function createNativePairs(
  first: Float32Array,
  second: Float32Array,
  columns: number,
): Promise<PairedProduct> {
  const rows = first.length / columns;
  if (first.length < SMALL_MATRIX || rows < NEAREST_ROWS) return createPlainPairs(first, second, columns);
  const graph = new OnnxWriter();
  const pair = [addProduct(graph, 'a'), addProduct(graph, 'b')] as const;
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
  const blocks = await openBlocks(graph, columns, { a: first, b: second }, memory);
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

/** The products of the vectors with every row of a matrix. */
function addProduct(graph: OnnxWriter, matrix: ValueName): ValueName {
  return graph.addNode('Gemm', [BLOCK_INPUT, matrix], { transB: { int: 1 } });
}

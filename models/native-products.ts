/**
 * The matrix product, computed by the runtime of the embedding model: some hundred times as fast as a loop in JavaScript,
 * which makes comparing a window with every skill cheaper than walking a graph of them, and none is missed.
 *
 * A newcomer would write a matrix of floats into the graph as a weight. The runtime then copies it three times to open it and
 * keeps one copy beside ours; as an input it is read where it is, and just as fast. Whole numbers it first puts into an order of
 * its own: they are weights, which it does once.
 */
import { createPlainProduct, type MatrixProduct } from './matrix-product.ts';
import { openCalledThread, type CalledThread } from './called-thread.ts';
import { BLOCK_INPUT, openBlocks, type NativeBlocks } from './native-blocks.ts';
import { ElementType, OnnxWriter } from './onnx-writer.ts';
import { createPlainPairs, NEAREST_ROWS, type PairedProduct } from './paired-product.ts';
import type { Precision } from './precision.ts';
import { WholeNumberProducts } from './whole-number-product.ts';

/** Below this many numbers opening a session costs more than it saves. */
const SMALL_MATRIX = 100_000;

export interface NativeProducts {
  /**
   * @param matrix `rows x columns` numbers, last fastest, in memory of its own. It is handed over: do not read it afterwards.
   * @param precision `int8`: cosines of unit vectors are then off by .001 (root mean square), in a third of the time
   */
  createProduct: (matrix: Float32Array, columns: number, precision: Precision) => Promise<MatrixProduct>;
  /**
   * In whole numbers: cosines of unit vectors are off by .001 (root mean square).
   * @param first `rows x columns` numbers, last fastest; `second` likewise
   */
  createPairs: (first: Float32Array, second: Float32Array, columns: number) => Promise<PairedProduct>;
  /** Closes all products. */
  close(): Promise<void>;
}

/** Opens a thread with the first product that is large enough for one. */
export function openNativeProducts(): NativeProducts {
  let opened: CalledThread | undefined;
  const thread = () => (opened ??= openCalledThread('product-thread.cjs'));
  return {
    async createProduct(matrix, columns, precision) {
      if (matrix.length < SMALL_MATRIX) return createPlainProduct(matrix, columns);
      const rows = matrix.length / columns;
      const graph = new OnnxWriter();
      const [product, inputs] =
        precision === 'int8'
          ? [wholeNumberProducts(graph).add(BLOCK_INPUT, matrix, [rows, columns], 'matrix'), {}]
          : [graph.addNode('Gemm', [BLOCK_INPUT, 'matrix'], { transB: { int: 1 } }), { matrix }];
      graph.addOutput(product, 'products');
      const blocks = await openBlocks(thread(), graph, columns, inputs, { products: rows });
      return productOf(blocks, columns, rows, ({ products }) => products);
    },
    async createPairs(first, second, columns) {
      const rows = first.length / columns;
      if (first.length < SMALL_MATRIX || rows < NEAREST_ROWS) return createPlainPairs(first, second, columns);
      const graph = new OnnxWriter();
      const products = wholeNumberProducts(graph);
      const shape = [rows, columns] as const;
      const ofFirst = products.add(BLOCK_INPUT, first, shape, 'a');
      const ofSecond = products.add(BLOCK_INPUT, second, shape, 'b');
      const better = graph.addNode('Max', [ofFirst, ofSecond]);
      const [, positions] = graph.addNodeOfTwo('TopK', [better, graph.addIntegers('k', [NEAREST_ROWS])]);
      graph.addOutput(ofFirst, 'first');
      graph.addOutput(ofSecond, 'second');
      // Floats hold positions exactly up to 16 million.
      graph.addOutput(graph.addNode('Cast', [positions], { to: { int: ElementType.float32 } }), 'nearest');
      const widths = { first: rows, second: rows, nearest: NEAREST_ROWS };
      const blocks = await openBlocks(thread(), graph, columns, {}, widths);
      return productOf(blocks, columns, rows, (row) => ({ ...row, nearest: Int32Array.from(row.nearest) }));
    },
    async close() {
      await opened?.close();
    },
  };
}

/** @param read what the outputs hold for one vector */
function productOf<T, Output extends string>(
  blocks: NativeBlocks<Output>,
  columns: number,
  rows: number,
  read: (row: Record<Output, Float32Array>) => T,
) {
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

function wholeNumberProducts(graph: OnnxWriter): WholeNumberProducts {
  return new WholeNumberProducts(graph, (name, type, shape, { buffer, byteOffset, byteLength }) =>
    graph.addWeight(name, type, shape, Buffer.from(buffer, byteOffset, byteLength)),
  );
}

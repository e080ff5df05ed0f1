/**
 * The matrix product, computed by the runtime of the embedding model: some hundred times as fast as a loop in JavaScript,
 * which makes comparing a window with every skill cheaper than walking a graph of them, and exact.
 *
 * Vectors go through in blocks of one size, the last filled up with zeros, so that each is computed in the same way
 * whatever is beside it.
 */
import { availableParallelism } from 'node:os';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { createPlainProduct, type MatrixProduct } from './matrix-product.ts';
import { ElementType, OnnxWriter } from './onnx-writer.ts';

/** Enough vectors to keep every core busy; the products of a block with 28,000 rows take 7 MB. */
const BLOCK = 64;
const MOST_THREADS = 8;
/** Below this many numbers opening a session costs more than it saves. */
const SMALL_MATRIX = 100_000;

/** @param matrix `rows x columns` numbers, last fastest; copied */
export async function createNativeProduct(matrix: Float32Array, columns: number): Promise<MatrixProduct> {
  if (matrix.length < SMALL_MATRIX) return createPlainProduct(matrix, columns);
  const rows = matrix.length / columns;
  const session = await InferenceSession.create(writeProductGraph(matrix, rows, columns), {
    intraOpNumThreads: Math.min(MOST_THREADS, availableParallelism()),
    interOpNumThreads: 1,
    // Threads that wait for the next run by turning in circles would take the core from whoever works between two runs.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const input = new Float32Array(BLOCK * columns);
  const output = new Float32Array(BLOCK * rows);
  const products = new Tensor('float32', output, [BLOCK, rows]);
  // Runs share the memory of their input and output: one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const multiply: MatrixProduct['multiply'] = async (vectors, visit, signal) => {
    for (let from = 0; from < vectors.length; from += BLOCK) {
      signal?.throwIfAborted();
      const block = vectors.slice(from, from + BLOCK);
      block.forEach((vector, row) => {
        input.set(vector, row * columns);
      });
      input.fill(0, block.length * columns);
      await session.run({ vectors: new Tensor('float32', input, [BLOCK, columns]) }, { products });
      for (let row = 0; row < block.length; row++) {
        visit(from + row, output.subarray(row * rows, (row + 1) * rows));
      }
    }
  };
  return {
    columns,
    rows,
    multiply(vectors, visit, signal) {
      const run = last.then(() => multiply(vectors, visit, signal));
      last = run.catch(() => undefined);
      return run;
    },
    close: () => session.release(),
  };
}

function writeProductGraph(matrix: Float32Array, rows: number, columns: number): Buffer {
  const graph = new OnnxWriter();
  const bytes = Buffer.from(matrix.buffer, matrix.byteOffset, matrix.byteLength);
  const weights = graph.addWeight('matrix', ElementType.float32, [rows, columns], bytes);
  graph.addOutput(graph.addNode('Gemm', ['vectors', weights], { transB: { int: 1 } }), 'products');
  const type = ElementType.float32;
  return graph.toBytes(
    'product',
    [{ name: 'vectors', type, shape: [BLOCK, columns] }],
    [{ name: 'products', type, shape: [BLOCK, rows] }],
  );
}

/**
 * A graph of the embedding model's runtime that vectors go through in blocks of one size, the last filled up with zeros,
 * so that each is computed in the same way whatever is beside it.
 */
import { availableParallelism } from 'node:os';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ElementType, type OnnxWriter } from './onnx-writer.ts';

/** Enough vectors to keep every core busy; the products of a block with 28,000 rows take 7 MB. */
export const BLOCK = 64;
const MOST_THREADS = 8;

/** The input of the graph that the vectors are written to: `BLOCK x columns`. */
export const BLOCK_INPUT = 'vectors';

export interface NativeBlocks {
  /** Calls `visit` once for each vector, in order, with its row of each output. Read them now. */
  run(vectors: readonly Float32Array[], visit: (at: number, row: number) => void, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param matrices by name: the other inputs of the graph, `rows x columns`, the same in every run
 * @param outputs by name: the memory each output of the graph is written to, `BLOCK x width`
 */
export async function openBlocks(
  graph: OnnxWriter,
  columns: number,
  matrices: Readonly<Record<string, Float32Array>>,
  outputs: Readonly<Record<string, Float32Array | BigInt64Array>>,
): Promise<NativeBlocks> {
  const typeOf = (memory: Float32Array | BigInt64Array) =>
    memory instanceof Float32Array ? ElementType.float32 : ElementType.int64;
  const shapeOf = (memory: { length: number }) => [BLOCK, memory.length / BLOCK];
  const input = new Float32Array(BLOCK * columns);
  const inputs = Object.entries({ [BLOCK_INPUT]: input, ...matrices }).map(([name, memory]) => ({
    name,
    memory,
    shape: [memory.length / columns, columns],
  }));
  const bytes = graph.toBytes(
    'product',
    inputs.map(({ name, shape }) => ({ name, type: ElementType.float32, shape })),
    Object.entries(outputs).map(([name, memory]) => ({ name, type: typeOf(memory), shape: shapeOf(memory) })),
  );
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: Math.min(MOST_THREADS, availableParallelism()),
    interOpNumThreads: 1,
    // Threads that wait for the next run by turning in circles would take the core from whoever works between two runs.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const feeds = Object.fromEntries(
    inputs.map(({ name, memory, shape }) => [name, new Tensor('float32', memory, shape)]),
  );
  const fetches = Object.fromEntries(
    Object.entries(outputs).map(([name, memory]) => [
      name,
      memory instanceof Float32Array
        ? new Tensor('float32', memory, shapeOf(memory))
        : new Tensor('int64', memory, shapeOf(memory)),
    ]),
  );
  // Runs share the memory of their input and outputs: one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const runAlone: NativeBlocks['run'] = async (vectors, visit, signal) => {
    for (let from = 0; from < vectors.length; from += BLOCK) {
      signal?.throwIfAborted();
      const block = vectors.slice(from, from + BLOCK);
      block.forEach((vector, row) => {
        input.set(vector, row * columns);
      });
      input.fill(0, block.length * columns);
      await session.run(feeds, fetches);
      for (let row = 0; row < block.length; row++) visit(from + row, row);
    }
  };
  return {
    run(vectors, visit, signal) {
      const run = last.then(() => runAlone(vectors, visit, signal));
      last = run.catch(() => undefined);
      return run;
    },
    close: () => session.release(),
  };
}

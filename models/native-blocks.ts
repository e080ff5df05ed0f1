/**
 * A graph of the embedding model's runtime that vectors go through in blocks of one size, the last filled up with zeros,
 * so that each is computed in the same way whatever is beside it. It runs in a thread: the next block is computed while one
 * is read here.
 */
import { availableParallelism } from 'node:os';
import type { CalledThread } from './called-thread.ts';
import { ElementType, type OnnxWriter } from './onnx-writer.ts';

/** Enough vectors to be worth their way; the products of a block with 28,000 rows take 4 MB, and the runtime's own memory as much again. */
const BLOCK = 32;
/** Blocks given to the thread at once: one is read here while the next is computed. */
const AHEAD = 2;
/** The threads of the encoder want the other half. */
const CORES = Math.max(1, Math.floor(availableParallelism() / 2));

/** The input of the graph that the vectors are written to: `BLOCK x columns`. */
export const BLOCK_INPUT = 'vectors';

export interface NativeBlocks<Output extends string> {
  /** Calls `visit` once for each vector, in order, with its row of each output. Read them now: the memory is used again. */
  run(
    vectors: readonly Float32Array[],
    visit: (at: number, row: Record<Output, Float32Array>) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Memory that goes to the thread and back. */
interface Block<Output extends string> {
  inputs: Record<typeof BLOCK_INPUT, Float32Array<ArrayBuffer>>;
  outputs: Record<Output, Float32Array<ArrayBuffer>>;
}

let graphs = 0;

/**
 * @param thread of product-thread.cjs
 * @param matrices by name: the other inputs of the graph, `rows x columns`, the same in every run. The thread's from now on:
 *   nobody else may read them.
 * @param widths by name: numbers of each output of the graph for one vector
 */
export async function openBlocks<Output extends string>(
  thread: CalledThread,
  graph: OnnxWriter,
  columns: number,
  matrices: Readonly<Record<string, Float32Array>>,
  widths: Readonly<Record<Output, number>>,
): Promise<NativeBlocks<Output>> {
  const number = graphs++;
  const names = Object.keys(widths) as Output[];
  const describe = (name: string, rows: number, width: number) => ({
    name,
    type: ElementType.float32,
    shape: [rows, width],
  });
  const bytes = graph.toBytes(
    'product',
    [
      describe(BLOCK_INPUT, BLOCK, columns),
      ...Object.entries(matrices).map(([name, { length }]) => describe(name, length / columns, columns)),
    ],
    names.map((name) => describe(name, BLOCK, widths[name])),
  );
  const handedOver = Object.values(matrices).flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  await thread.call('open', { graph: number, bytes, matrices, columns, cores: CORES }, handedOver);
  const takeMemory = (): Block<Output> => ({
    inputs: { [BLOCK_INPUT]: new Float32Array(BLOCK * columns) },
    outputs: mapValues(names, (name) => new Float32Array(BLOCK * widths[name])),
  });
  const free: Block<Output>[] = [];

  const compute = async (vectors: readonly Float32Array[]): Promise<Block<Output>> => {
    const { inputs, outputs } = free.pop() ?? takeMemory();
    const input = inputs[BLOCK_INPUT];
    vectors.forEach((vector, row) => {
      input.set(vector, row * columns);
    });
    input.fill(0, vectors.length * columns);
    const moved = Object.values<Float32Array<ArrayBuffer>>({ ...inputs, ...outputs }).map(({ buffer }) => buffer);
    return (await thread.call('run', { graph: number, inputs, outputs, rows: BLOCK }, moved)) as Block<Output>;
  };
  return {
    async run(vectors, visit, signal) {
      const underWay: Promise<Block<Output>>[] = [];
      let read = 0;
      const readNext = async () => {
        const block = await underWay.shift();
        if (block === undefined) return;
        const to = Math.min(read + BLOCK, vectors.length);
        for (let row = 0; read < to; row++, read++) {
          visit(
            read,
            mapValues(names, (name) => block.outputs[name].subarray(row * widths[name], (row + 1) * widths[name])),
          );
        }
        free.push(block);
      };
      try {
        for (let from = 0; from < vectors.length; from += BLOCK) {
          signal?.throwIfAborted();
          underWay.push(compute(vectors.slice(from, from + BLOCK)));
          if (underWay.length === AHEAD) await readNext();
        }
        while (underWay.length > 0) await readNext();
      } finally {
        // Of a run that was stopped: nobody else waits for these.
        for (const block of underWay) await block.then((memory) => free.push(memory)).catch(() => undefined);
      }
    },
    close: async () => {
      await thread.call('release', { graph: number });
    },
  };
}

function mapValues<Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}

/**
 * Runs batches of tokens through a sentence encoder in threads of their own: this process goes on reading, comparing and
 * answering meanwhile, and two threads of one core each encode a third more than one thread of two (README.md, measured).
 *
 * One thread is opened at first; the others when batches have to wait, so that a question of one sentence pays for one.
 */
import { availableParallelism } from 'node:os';
import { closed, openCalledThread } from './called-thread.ts';

/** Each holds activations and a session of its own, about 80 MB with the default model. */
const MOST_THREADS = 4;
/** So many batches wait before another thread is worth its opening. */
const WORTH_A_THREAD = 2;

/** Batches given to a thread at once: the next lies ready while this process is busy elsewhere. */
const AHEAD = 2;

export interface EncoderThreads {
  /** Batches that may be under way at once. */
  readonly lanes: number;
  /**
   * @param rows token ids, equally many in each row
   * @param read told `rows x tokens x dimensions` numbers, last fastest. Read them now: the memory is used again.
   */
  encode<Read>(rows: readonly (readonly number[])[], read: (vectors: Float32Array) => Read): Promise<Read>;
  /** Ends the threads. Batches that wait are refused, those that run end first: the runtime does not survive being cut off. */
  close(): Promise<void>;
}

interface Batch {
  ids: BigInt64Array<ArrayBuffer>;
  rows: number;
  read: (vectors: Float32Array) => void;
  refuse: (error: Error) => void;
}

/** What encoder-thread.cjs answers to a batch. */
interface Encoded {
  /** Numbers of the result. */
  length: number;
  /** Of the slot from now on. */
  memory?: Float32Array;
}

interface EncoderThread {
  /** Whether it would take another batch. */
  isFree(): boolean;
  run(batch: Batch): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param file the graph, `model.onnx`
 * @throws Error when the runtime cannot open it
 */
export async function openEncoderThreads(file: string): Promise<EncoderThreads> {
  const cores = availableParallelism();
  let most = Math.min(MOST_THREADS, cores);
  let isClosed = false;
  const settings = { file, cores: Math.floor(cores / most) };
  const waiting: Batch[] = [];
  const threads: EncoderThread[] = [];
  let opening: Promise<unknown> | undefined;

  const refuseAll = () => {
    isClosed = true;
    for (const { refuse } of waiting.splice(0)) refuse(closed());
  };
  const handOut = () => {
    for (let thread; waiting.length > 0 && (thread = threads.find((one) => one.isFree())) !== undefined;) {
      const batch = waiting.shift();
      if (batch !== undefined) void thread.run(batch);
    }
    if (waiting.length < WORTH_A_THREAD || threads.length >= most || opening !== undefined) return;
    opening = openThread(settings, handOut, refuseAll)
      // What one thread can do is done without the second.
      .then(
        (thread) => threads.push(thread),
        () => (most = threads.length),
      )
      .finally(() => {
        opening = undefined;
        handOut();
      });
  };
  threads.push(await openThread(settings, handOut, refuseAll));

  return {
    lanes: (AHEAD + 1) * most,
    encode: (rows, read) =>
      new Promise((resolve, refuse) => {
        if (isClosed) throw closed();
        waiting.push({
          ids: BigInt64Array.from(rows.flat(), BigInt),
          rows: rows.length,
          read: (vectors) => {
            resolve(read(vectors));
          },
          refuse,
        });
        handOut();
      }),
    async close() {
      refuseAll();
      most = 0;
      await opening;
      await Promise.all(threads.splice(0).map((thread) => thread.close()));
    },
  };
}

/** @param onFree told after each batch @param onEnd told when an open thread has ended, in good order or not */
async function openThread(
  settings: { file: string; cores: number },
  onFree: () => void,
  onEnd: () => void,
): Promise<EncoderThread> {
  const thread = openCalledThread('encoder-thread.cjs');
  try {
    await thread.call('open', settings);
  } catch (error) {
    await thread.close();
    throw error;
  }
  void thread.ended.then(onEnd);
  /** By slot: whether a batch is under way there, and the memory of its result. */
  const isTaken = Array.from({ length: AHEAD }, () => false);
  const memories: Float32Array[] = [];
  return {
    isFree: () => isTaken.includes(false),
    async run({ ids, rows, read, refuse }) {
      const slot = isTaken.indexOf(false);
      isTaken[slot] = true;
      try {
        const { length, memory } = (await thread.call('encode', { ids, rows, slot }, [ids.buffer])) as Encoded;
        if (memory !== undefined) memories[slot] = memory;
        read((memories[slot] ?? new Float32Array()).subarray(0, length));
      } catch (error) {
        refuse(error instanceof Error ? error : new Error(String(error)));
      }
      isTaken[slot] = false;
      onFree();
    },
    close: () => thread.close(),
  };
}

/**
 * A thread that answers calls: one message there, one back. The runtime of the model computes in such threads, since it would
 * hold up everything else in this one.
 */
import { Worker } from 'node:worker_threads';
import { ModelUnavailableError } from './model-errors.ts';

export interface CalledThread {
  /**
   * Answers come in the order of the calls.
   * @param given copied, except for the memory in `moved`, which is the thread's from now on
   * @throws ModelUnavailableError when the thread has ended, Error with what went wrong in it
   */
  call(does: string, given: object, moved?: readonly ArrayBuffer[]): Promise<unknown>;
  /** Resolves when the thread has ended, in good order or not. */
  readonly ended: Promise<void>;
  /** Lets the calls before be answered first: the runtime does not survive being cut off. */
  close(): Promise<void>;
}

interface Told {
  number: number;
  answer?: unknown;
  error?: string;
}

interface Waiting {
  answer: (answer: unknown) => void;
  refuse: (error: Error) => void;
}

/** @param file beside this one, in plain JavaScript; it answers with answer-calls.cjs */
export function openCalledThread(file: string): CalledThread {
  const worker = new Worker(new URL(file, import.meta.url));
  // Only calls keep the process alive.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let hasEnded = false;
  const failAll = (error: Error) => {
    for (const { refuse } of waiting.values()) refuse(error);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      hasEnded = true;
      failAll(closed());
      resolve();
    });
  });
  worker.on('error', failAll);
  worker.on('message', ({ number, answer, error }: Told) => {
    const call = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    if (error === undefined) call?.answer(answer);
    else call?.refuse(new Error(error));
  });
  const call: CalledThread['call'] = (does, given, moved = []) =>
    new Promise((answer, refuse) => {
      if (hasEnded) throw closed();
      const number = calls++;
      waiting.set(number, { answer, refuse });
      worker.ref();
      worker.postMessage({ number, does, given }, moved);
    });
  return {
    call,
    ended,
    async close() {
      if (!hasEnded) await call('close', {}).catch(() => undefined);
      worker.ref();
      await ended;
    },
  };
}

export function closed(): ModelUnavailableError {
  return new ModelUnavailableError('The model was closed.');
}

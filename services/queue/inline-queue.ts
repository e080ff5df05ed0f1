/**
 * Runs jobs in this process, first in first out, inside `untilIdle`. For the command line, the tests and a first
 * look without Redis: same handlers, same payload checks and same verdicts as the Redis queue.
 *
 * Nothing runs before `untilIdle` is called. A job that has to wait (backoff, rate limit) waits in its place.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Job, JobHandlers } from './jobs.ts';
import { asJobError, backoffMs, judgeFailure, MAX_ATTEMPTS } from './judge-failure.ts';
import type { JobListener, JobQueue } from './queue.ts';
import { jobKey, runJob } from './run-job.ts';

export interface InlineQueueOptions {
  onDone?: JobListener;
  /** Runs after the first one of a job that fails in passing, 0 to 4; default 4. */
  retries?: number;
  /** Resolves after so many milliseconds, rejects when the signal is aborted. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const waitReally = (ms: number, signal: AbortSignal): Promise<void> => setTimeout(ms, undefined, { signal });

/** Two calls of `untilIdle` at once run one after the other. A job that failed for good is gone; those behind it wait. */
export function createInlineQueue(handlers: JobHandlers, options: InlineQueueOptions = {}): JobQueue {
  const { onDone, retries = MAX_ATTEMPTS - 1, wait = waitReally } = options;
  const attempts = Math.min(retries + 1, MAX_ATTEMPTS);
  /** By key, in order of arrival: a Map keeps the place of a job that is set again. */
  let waiting = new Map<string, Job>();
  let lastDrain: Promise<void> = Promise.resolve();
  const closing = new AbortController();

  const take = (jobs: readonly Job[]): void => {
    for (const job of jobs) waiting.set(jobKey(job), job);
  };

  const runWithRetries = async (job: Job, signal: AbortSignal): Promise<Job[]> => {
    for (let attempt = 1; ;) {
      try {
        return await runJob(job, handlers, { signal });
      } catch (error) {
        signal.throwIfAborted();
        const verdict = judgeFailure(error);
        if (verdict.kind === 'fail' || (verdict.kind === 'retry' && attempt >= attempts)) throw asJobError(error);
        await wait(verdict.kind === 'postpone' ? verdict.waitMs : backoffMs(attempt), signal);
        if (verdict.kind === 'retry') attempt += 1;
      }
    }
  };

  const drain = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      // Handlers that never leave the process would otherwise keep signals and requests from being heard.
      await setImmediate();
      signal.throwIfAborted();
      const [next] = waiting;
      if (next === undefined) return;
      const [key, job] = next;
      waiting.delete(key);
      try {
        take(await runWithRetries(job, signal));
      } catch (error) {
        if (!signal.aborted) throw error;
        waiting = new Map([[key, job], ...waiting]); // interrupted, not failed: it runs first the next time
        throw signal.reason;
      }
      onDone?.(job);
    }
  };

  return {
    add(jobs) {
      if (closing.signal.aborted) return Promise.reject(new Error('The queue is closed: no job can be added.'));
      take(jobs);
      return Promise.resolve();
    },
    untilIdle(signal) {
      const either = AbortSignal.any([signal, closing.signal]);
      const turn = lastDrain.then(() => drain(either));
      lastDrain = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      closing.abort(new Error('The queue was closed.'));
      waiting.clear();
      await lastDrain;
    },
  };
}

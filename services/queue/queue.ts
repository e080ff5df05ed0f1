/**
 * Delivers jobs to their handlers, at least once each. Implementations: inline (this process) and redis (BullMQ).
 */
import type { Job } from './jobs.ts';

export interface JobQueue {
  /** Takes jobs in; a job that already waits with the same name and payload is not taken twice. */
  add(jobs: readonly Job[]): Promise<void>;
  /**
   * Resolves when no job waits, runs or is delayed; rejects with the error of the first job that failed for good.
   * The inline queue runs the jobs inside this call; with Redis, workers somewhere run them.
   */
  untilIdle(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Told after each job that ended well: what a progress bar counts. */
export type JobListener = (job: Job) => void;

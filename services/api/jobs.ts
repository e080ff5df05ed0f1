/**
 * Work that goes on after the reply, one after the other in this process. Nothing is lost with it: an import is whole or absent,
 * and what is not linked yet stays pending for the next linking.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { ImportedReply, JobProgress, JobReply } from '../domain/job-reply.ts';
import { InvalidInputError, NotFoundError, RateLimitedError, UnavailableError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Caller } from './caller.ts';

export interface JobTools {
  onProgress: (progress: JobProgress) => void;
  onImported: (imported: ImportedReply) => void;
  /** Aborted when the server stops. */
  signal: AbortSignal;
}

export interface Jobs {
  /** @throws RateLimitedError when too much waits already */
  start(kind: JobReply['kind'], caller: Caller, work: (tools: JobTools) => Promise<void>): JobReply;
  /** @throws NotFoundError for an unknown job and for one of another organisation */
  find(id: string, caller: Caller): JobReply;
  /** Calls back at once and at every change, until the job has ended or the returned function was called. */
  follow(id: string, caller: Caller, onChange: (job: JobReply) => void): () => void;
  /** After each job that ended, well or not. */
  whenEnded(listener: () => void): void;
  /** Tells running work to stop, and waits for it, ten seconds at most. */
  close(): Promise<void>;
}

/** Work that has not stopped by then is left alone: what it wrote in a transaction is undone with the process. */
const GRACE_MS = 10_000;
const MOST_WAITING = 20;
const MOST_REMEMBERED = 200;

/** No job has this id. */
const ENDED = 'ended';

export function createJobs(now: () => Date, log: Log): Jobs {
  const jobs = new Map<string, { job: JobReply; organisation: string | null }>();
  const changes = new EventEmitter().setMaxListeners(0);
  const stop = new AbortController();
  let last: Promise<void> = Promise.resolve();

  const isStopping = () => stop.signal.aborted;
  const change = (id: string, changed: Partial<JobReply>) => {
    const known = jobs.get(id);
    if (known === undefined) return;
    known.job = { ...known.job, ...changed };
    changes.emit(id, known.job);
  };
  const run = async (id: string, work: (tools: JobTools) => Promise<void>) => {
    if (isStopping()) {
      change(id, {
        state: 'failed',
        failure: 'The server was stopped before it began: send it again.',
        endedAt: now().toISOString(),
      });
      return;
    }
    change(id, { state: 'running' });
    try {
      await work({
        onProgress: (progress) => {
          change(id, { progress });
        },
        onImported: (imported) => {
          change(id, { imported });
        },
        signal: stop.signal,
      });
      change(id, { state: 'done', endedAt: now().toISOString() });
    } catch (error) {
      change(id, { state: 'failed', failure: sentenceOf(error, stop.signal), endedAt: now().toISOString() });
      if (!isForTheCaller(error) && !isStopping()) log.error({ err: error as Error, job: id }, 'job failed');
    }
    changes.emit(ENDED);
  };
  const find = (id: string, { organisation }: Caller): JobReply => {
    const known = jobs.get(id);
    if (known === undefined || known.organisation !== organisation)
      throw new NotFoundError(`There is no job ${id}: a restart forgets them, what they did stays.`);
    return known.job;
  };

  return {
    start(kind, { organisation }, work) {
      const waiting = [...jobs.values()].filter(({ job }) => job.state === 'waiting' || job.state === 'running');
      if (waiting.length >= MOST_WAITING)
        throw new RateLimitedError('Too much work waits already: send it again in a minute.', 60_000);
      const id = randomUUID();
      const job: JobReply = {
        id,
        kind,
        state: 'waiting',
        progress: { step: 'waiting', done: 0, total: null },
        imported: null,
        failure: null,
        createdAt: now().toISOString(),
        endedAt: null,
      };
      jobs.set(id, { job, organisation });
      for (const [old, { job: other }] of jobs) {
        if (jobs.size <= MOST_REMEMBERED) break;
        if (other.endedAt !== null) jobs.delete(old);
      }
      last = last.then(() => run(id, work));
      return job;
    },
    find,
    follow(id, caller, onChange) {
      onChange(find(id, caller));
      changes.on(id, onChange);
      return () => changes.off(id, onChange);
    },
    whenEnded(listener) {
      changes.on(ENDED, listener);
    },
    async close() {
      stop.abort(new Error('The server is stopping.'));
      await Promise.race([last, setTimeout(GRACE_MS, undefined, { ref: false })]);
    },
  };
}

function isForTheCaller(error: unknown): error is Error {
  return error instanceof InvalidInputError || error instanceof UnavailableError || error instanceof NotFoundError;
}

function sentenceOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'The server was stopped: what was finished stays, send the rest again.';
  return isForTheCaller(error) ? error.message : 'Something went wrong here; the reason is in the log of the server.';
}

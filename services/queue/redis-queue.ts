/**
 * The same jobs on BullMQ and Redis: one Redis queue a job name. The only file that knows BullMQ; it turns our errors
 * into BullMQ's verdicts.
 *
 * Two things a newcomer would get wrong. A job may follow itself with the same payload, so deduplication must let
 * that through while it runs (`keepLastIfActive`). And all queues must be looked at in one moment (MULTI): looked at
 * one after the other, a job that hands over to a queue already seen would make them look idle.
 */
import { setTimeout } from 'node:timers/promises';
import { DelayedError, Queue, UnrecoverableError, WaitingError, Worker, type Job as BullJob } from 'bullmq';
import { jobNames, type Job, type JobHandlers, type JobName } from './jobs.ts';
import { asJobError, FIRST_BACKOFF_MS, judgeFailure, MAX_ATTEMPTS, readError, writeError } from './judge-failure.ts';
import type { JobListener, JobQueue } from './queue.ts';
import { answering, connectProducer, connectWorker, type RedisConnection } from './redis-connection.ts';
import { byTime, FIRST_EVENT_ID, readEvents, type QueueEvent } from './redis-events.ts';
import { jobKey, runJob } from './run-job.ts';

export interface RedisQueueOptions {
  /** What every key in Redis starts with; two installations on one server need two. */
  prefix: string;
  onDone?: JobListener;
  /** Before the second attempt; doubles with each further one. Default 1000. */
  firstBackoffMs?: number;
}

export interface RedisWorkersOptions extends RedisQueueOptions {
  /** Told of each job that failed for good: what the worker process logs. */
  onFailed?: (job: Job, error: Error) => void;
}

export interface RedisWorkers {
  /** Interrupts the running jobs through their signal, puts them back and waits until they let go. */
  close(): Promise<void>;
}

const POLL_MS = 200;
/** Long: embedding keeps the event loop busy, and a lock lost there would run the job a second time. */
const LOCK_MS = 5 * 60_000;

type Queues = Record<JobName, Queue>;

/**
 * For producers. `onDone` is told while `untilIdle` watches, of every job any worker ended well.
 *
 * `untilIdle` also rejects for a job that failed between the first `add` and the call; each failure is told once.
 * @throws UnavailableError within 5 s when Redis does not answer; later from every call
 */
export async function createRedisQueue(redisUrl: string, options: RedisQueueOptions): Promise<JobQueue> {
  const redis = await connectProducer(redisUrl);
  const queues = openQueues(redis, options.prefix);
  /** The last event of each queue that is not news any more. */
  let seen: Map<JobName, string> | undefined;

  return {
    async add(jobs) {
      await answering(redis, async () => {
        seen ??= await readLastEventIds(redis, queues);
        await addJobs(queues, jobs, options.firstBackoffMs);
      });
    },
    async untilIdle(signal) {
      signal.throwIfAborted();
      const since = (seen ??= await answering(redis, () => readLastEventIds(redis, queues)));
      for (;;) {
        const { jobCount, events } = await answering(redis, () => readQueues(redis, queues, since));
        for (const event of events) {
          since.set(event.queue, event.id); // told once: the next call goes on behind it
          if (event.kind === 'failed') throw readError(event.failedReason);
          if (event.kind === 'completed' && options.onDone) await tell(options.onDone, redis, queues, event);
        }
        if (jobCount === 0) {
          seen = undefined;
          return;
        }
        signal.throwIfAborted();
        await setTimeout(POLL_MS, undefined, { signal }).catch(() => {
          signal.throwIfAborted();
        });
      }
    },
    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      redis.disconnect();
    },
  };
}

/**
 * Runs jobs of every name until closed, one of each name at a time.
 * @throws UnavailableError when Redis does not answer at the start; afterwards the workers wait for it to come back
 */
export async function startRedisWorkers(
  redisUrl: string,
  handlers: JobHandlers,
  options: RedisWorkersOptions,
): Promise<RedisWorkers> {
  const redis = await connectWorker(redisUrl);
  const queues = openQueues(redis, options.prefix);
  const closing = new AbortController();

  const run = async (bullJob: BullJob, token: string | undefined): Promise<void> => {
    const job = readJob(bullJob);
    try {
      // Added before the job counts as done: between the two there is no moment at which the queues look idle.
      await addJobs(queues, await runJob(job, handlers, { signal: closing.signal }), options.firstBackoffMs);
    } catch (error) {
      if (closing.signal.aborted) {
        await bullJob.moveToWait(token);
        throw new WaitingError();
      }
      await rethrowAsVerdict(error, bullJob, token);
    }
  };

  const workers = jobNames.map((name) => {
    const worker = new Worker(name, run, {
      connection: redis,
      prefix: options.prefix,
      concurrency: 1,
      lockDuration: LOCK_MS,
      maxStalledCount: MAX_ATTEMPTS,
    });
    worker.on('error', () => undefined); // BullMQ reconnects by itself; without a listener the process would end
    worker.on('completed', (bullJob) => options.onDone?.(readJob(bullJob)));
    worker.on('failed', (bullJob, error) => {
      if (bullJob?.finishedOn !== undefined) options.onFailed?.(readJob(bullJob), readError(error.message));
    });
    return worker;
  });
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));

  return {
    async close() {
      closing.abort(new Error('The worker is closing.'));
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      redis.disconnect();
    },
  };
}

/** Deletes every job under the prefix, waiting, running or kept. Nothing is lost for good: the store is the truth. */
export async function removeRedisQueues(redisUrl: string, prefix: string): Promise<void> {
  const redis = await connectProducer(redisUrl);
  const queues = Object.values(openQueues(redis, prefix));
  await Promise.all(queues.map((queue) => queue.obliterate({ force: true })));
  await Promise.all(queues.map((queue) => queue.close()));
  redis.disconnect();
}

async function rethrowAsVerdict(error: unknown, bullJob: BullJob, token: string | undefined): Promise<never> {
  const verdict = judgeFailure(error);
  const text = writeError(asJobError(error));
  if (verdict.kind === 'fail') throw new UnrecoverableError(text);
  if (verdict.kind === 'retry') throw new Error(text, { cause: error });
  await bullJob.moveToDelayed(Date.now() + verdict.waitMs, token);
  throw new DelayedError();
}

async function addJobs(queues: Queues, jobs: readonly Job[], firstBackoffMs = FIRST_BACKOFF_MS): Promise<void> {
  await Promise.all(
    jobNames.map(async (name) => {
      const ofName = jobs.filter((job) => job.name === name);
      if (ofName.length === 0) return;
      await queues[name].addBulk(
        ofName.map((job) => ({
          name,
          data: job.payload,
          opts: {
            attempts: MAX_ATTEMPTS,
            backoff: { type: 'exponential', delay: firstBackoffMs },
            deduplication: { id: jobKey(job), keepLastIfActive: true },
            removeOnComplete: 1000,
            removeOnFail: 10_000,
          },
        })),
      );
    }),
  );
}

interface QueueState {
  /** Waiting, running and delayed, over all queues. */
  jobCount: number;
  /** Since the ids given, in the order in which they happened. */
  events: QueueEvent[];
}

/** All queues in one moment. */
async function readQueues(redis: RedisConnection, queues: Queues, since: Map<JobName, string>): Promise<QueueState> {
  const transaction = redis.multi();
  for (const name of jobNames) {
    const { [name]: queue } = queues;
    for (const list of ['wait', 'active', 'paused']) transaction.llen(queue.toKey(list));
    for (const set of ['delayed', 'prioritized']) transaction.zcard(queue.toKey(set));
    transaction.xrange(queue.toKey('events'), `(${since.get(name) ?? FIRST_EVENT_ID}`, '+');
  }
  const replies = ((await transaction.exec()) ?? []).map(([error, reply]) => {
    if (error) throw error;
    return reply;
  });
  const events = replies.filter((reply) => Array.isArray(reply)) as [string, string[]][][];
  return {
    jobCount: replies.reduce<number>((sum, reply) => (typeof reply === 'number' ? sum + reply : sum), 0),
    events: jobNames.flatMap((name, position) => readEvents(name, events[position] ?? [])).sort(byTime),
  };
}

async function readLastEventIds(redis: RedisConnection, queues: Queues): Promise<Map<JobName, string>> {
  const entries = jobNames.map(async (name): Promise<[JobName, string]> => {
    const [last] = await redis.xrevrange(queues[name].toKey('events'), '+', '-', 'COUNT', 1);
    return [name, last?.[0] ?? FIRST_EVENT_ID];
  });
  return new Map(await Promise.all(entries));
}

async function tell(onDone: JobListener, redis: RedisConnection, queues: Queues, event: QueueEvent): Promise<void> {
  const bullJob = (await answering(redis, () => queues[event.queue].getJob(event.jobId))) as BullJob | undefined;
  if (bullJob) onDone(readJob(bullJob)); // gone only when 1000 others ended since the last look
}

/** What stands in Redis is checked against its schema where it is run (runJob). */
function readJob(bullJob: BullJob): Job {
  return { name: bullJob.name, payload: bullJob.data as unknown } as Job;
}

function openQueues(redis: RedisConnection, prefix: string): Queues {
  const entries = jobNames.map((name) => {
    const queue = new Queue(name, { connection: redis, prefix });
    queue.on('error', () => undefined); // the call that meets the error reports it
    return [name, queue];
  });
  return Object.fromEntries(entries) as Queues;
}

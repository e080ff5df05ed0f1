/** The process that runs jobs from Redis until it is told to stop. */
import { once } from 'node:events';
import type { System } from '../services/compose.ts';
import type { Job } from '../services/queue/jobs.ts';
import type { JobListener, JobQueue } from '../services/queue/queue.ts';
import { createRedisQueue, startRedisWorkers } from '../services/queue/redis-queue.ts';
import { buildHandlers } from './pipeline.ts';

/** What the keys in Redis start with. Workers and producers of one installation share it. */
const QUEUE_PREFIX = 'skillgap';

/**
 * For producers: jobs added here are done by `runWorker`, on whichever machine.
 * @throws UnavailableError when Redis does not answer
 */
export function openWorkersQueue(redisUrl: string, onDone: JobListener): Promise<JobQueue> {
  return createRedisQueue(redisUrl, { prefix: QUEUE_PREFIX, onDone });
}

/** Resolves when `stop` is aborted and the running jobs are back in the queue. */
export async function runWorker(
  redisUrl: string,
  system: Pick<System, 'pipelineDeps'>,
  stop: AbortSignal,
  onDone: (job: Job) => void,
): Promise<void> {
  const workers = await startRedisWorkers(redisUrl, buildHandlers(system.pipelineDeps()), {
    prefix: QUEUE_PREFIX,
    onDone,
  });
  try {
    if (!stop.aborted) await once(stop, 'abort');
  } finally {
    await workers.close();
  }
}

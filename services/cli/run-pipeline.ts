/** Everything pending through the whole pipeline, told step by step: for the command line and for a job of the API. */
import type { System } from '../compose.ts';
import { createInlineQueue } from '../queue/inline-queue.ts';
import type { Job } from '../queue/jobs.ts';
import type { JobQueue } from '../queue/queue.ts';
import { buildHandlers } from '../../workers/pipeline.ts';

export interface PipelineOptions {
  /** Link at most so many postings. */
  limit?: number | undefined;
  /** After each job that ended well. */
  onDone?: (job: Job) => void;
  /** Postings and credentials that the plan says are to be linked; not told where workers elsewhere make the plan. */
  onPlanned?: (count: number) => void;
  signal: AbortSignal;
}

export async function runPipeline(system: System, options: PipelineOptions): Promise<void> {
  const { limit, signal } = options;
  const queue = await openQueue(system, options);
  try {
    await queue.add([{ name: 'normalise-postings', payload: { limit } }]);
    await queue.untilIdle(signal);
    if (limit !== undefined) {
      await queue.add([{ name: 'rebuild-index', payload: {} }]);
      await queue.untilIdle(signal);
    }
  } finally {
    await queue.close();
  }
}

async function openQueue(
  system: System,
  { onDone = () => undefined, onPlanned = () => undefined }: PipelineOptions,
): Promise<JobQueue> {
  if (system.config.redisUrl !== undefined) {
    return (await import('../../workers/run.ts')).openWorkersQueue(system.config.redisUrl, onDone);
  }
  const handlers = buildHandlers(system.pipelineDeps());
  const planLinking = handlers['plan-linking'];
  return createInlineQueue(
    {
      ...handlers,
      'plan-linking': async (payload, context) => {
        const jobs = await planLinking(payload, context);
        onPlanned(jobs.reduce((sum, job) => sum + sizeOf(job), 0));
        return jobs;
      },
    },
    { onDone },
  );
}

/** Postings and credentials that a job links. */
export function sizeOf(job: Job): number {
  if (job.name === 'link-postings') return job.payload.postingIds.length;
  return job.name === 'link-credentials' ? job.payload.credentialIds.length : 0;
}

/** Follows work that goes on after the reply until it has ended, asking twice a second. */
import type { JobReply } from '../../domain/job-reply.ts';
import { ask } from './ask.ts';

const EVERY_MS = 500;

/** @param tell called with every state, the last one too. @throws Refusal when the server can no longer be asked */
export async function followJob(started: JobReply, tell: (job: JobReply) => void): Promise<JobReply> {
  let job = started;
  tell(job);
  while (job.state === 'waiting' || job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    job = await ask('get /v1/jobs/{id}', { id: job.id });
    tell(job);
  }
  return job;
}

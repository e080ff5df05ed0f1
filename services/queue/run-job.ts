/**
 * One job in, the jobs that follow out: the payload is checked here, so that a handler may trust its type.
 *
 * Both queues run jobs through this function and no other.
 */
import { createHash } from 'node:crypto';
import { InvalidInputError } from '../errors.ts';
import { jobPayloads, type Job, type JobContext, type JobHandlers, type JobName, type JobPayload } from './jobs.ts';

/** @throws InvalidInputError when the payload does not fit its job; whatever the handler throws */
export function runJob<Name extends JobName>(
  job: { name: Name; payload: JobPayload<Name> },
  handlers: JobHandlers,
  context: JobContext,
): Promise<Job[]> {
  const parsed = jobPayloads[job.name].safeParse(job.payload);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw new InvalidInputError(
      `The job ${job.name} carries a payload that does not fit: ${field === '' ? 'the payload' : field} is wrong (${issue?.message ?? 'unknown'}); queue it again.`,
      { cause: parsed.error },
    );
  }
  // The compiler does not follow that jobPayloads[Name] parses to JobPayload<Name> for a Name it does not know.
  return handlers[job.name](parsed.data as JobPayload<Name>, context);
}

/** The same for two jobs of the same name and payload, in whatever order the payload's keys were written. */
export function jobKey(job: Job): string {
  const fields = Object.entries(job.payload)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // A hash: BullMQ ids may not contain ':', and ids of ours are often URIs.
  return createHash('sha256')
    .update(JSON.stringify([job.name, fields]))
    .digest('hex');
}

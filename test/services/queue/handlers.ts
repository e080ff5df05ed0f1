/** Handlers for tests: those a test gives, and an error for every job it did not expect. */
import type { JobHandlers } from '../../../services/queue/jobs.ts';

export function handlersWith(given: Partial<JobHandlers>): JobHandlers {
  const unexpected = (): Promise<never> => Promise.reject(new Error('The test did not expect this job.'));
  return {
    'collect-postings': unexpected,
    'normalise-postings': unexpected,
    'find-duplicates': unexpected,
    'plan-linking': unexpected,
    'link-postings': unexpected,
    'link-credentials': unexpected,
    'rebuild-index': unexpected,
    ...given,
  };
}

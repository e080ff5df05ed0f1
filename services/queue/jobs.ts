/**
 * Every job in the system, in pipeline order: its name and what it carries.
 *
 * Payloads carry ids and small facts, never documents: the store is the truth, the queue is delivery.
 * Adding a field? Make it optional first, so that jobs queued before a deploy still parse.
 */
import { z } from 'zod';

const pageOfIds = z.array(z.string().min(1)).min(1).max(500);
/** Links at most this many postings in all; absent links every pending one. */
const limit = z.number().int().min(1).optional();

export const jobPayloads = {
  /** Fetches one page of a source and keeps it raw; follows itself with a cursor until the source has no more. */
  'collect-postings': z.object({ sourceId: z.string().min(1), cursor: z.string().optional() }),
  /** Normalises the next page of pending raw postings; follows itself until none is left. */
  'normalise-postings': z.object({ limit }),
  /** Marks postings that repeat another one. Needs all of them normalised. */
  'find-duplicates': z.object({ limit }),
  /** Makes the linker ready (labels embedded, indexes built) and fans the pending work out in pages. */
  'plan-linking': z.object({ limit }),
  'link-postings': z.object({ postingIds: pageOfIds }),
  'link-credentials': z.object({ credentialIds: pageOfIds }),
  /** Rebuilds the snapshot of outcomes. One at a time; nothing to do when it is fresh. */
  'rebuild-index': z.object({}),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;

/** A job to run next. A distributed union, so that name and payload always belong together. */
export type Job = { [Name in JobName]: { name: Name; payload: JobPayload<Name> } }[JobName];

/** Does one job and says which jobs follow. Runs at least once, so a second run must change nothing. */
export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>, context: JobContext) => Promise<Job[]>;

export type JobHandlers = { [Name in JobName]: JobHandler<Name> };

export interface JobContext {
  signal: AbortSignal;
}

export const jobNames = Object.keys(jobPayloads) as JobName[];

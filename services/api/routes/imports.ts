/** POST /v1/imports/credentials|postings, /v1/link; GET /v1/jobs/{id}: what goes on after the reply. */
import { z } from 'zod';
import { JobReply } from '../../domain/job-reply.ts';
import { endpoint } from '../endpoint.ts';
import type { Jobs, JobTools } from '../jobs.ts';
import type { Caller } from '../caller.ts';

export interface ImportDeps {
  jobs: Jobs;
  /** Reads what was sent into the store, as rows of the caller's organisation, and links it. */
  importFile: (kind: 'credentials' | 'postings', file: SentFile, caller: Caller, tools: JobTools) => Promise<void>;
  /** Links everything pending. */
  link: (tools: JobTools) => Promise<void>;
}

export type SentFile = z.infer<typeof SentFile>;

/** Characters of a file; the limit of the body is a little above. */
const MAX_FILE = 30_000_000;
export const IMPORT_BODY_LIMIT = '32mb';

const SentFile = z.object({
  text: z.string().min(1).max(MAX_FILE).describe('The content: JSON Lines, a JSON array or CSV'),
  fileName: z
    .string()
    .regex(/^[\p{L}\p{N} ._()-]{1,100}$/u)
    .default('upload')
    .describe('Names the records of a source that names itself nowhere'),
  format: z.enum(['auto', 'jsonl', 'csv']).default('auto'),
  source: z
    .string()
    .regex(/^[\p{L}\p{N} ._-]{1,60}$/u)
    .optional()
    .describe('Where the records come from; wins over what they say'),
});

export function importEndpoints({ jobs, importFile, link }: ImportDeps) {
  const shared = { reply: JobReply, status: 202 } as const;
  return [
    endpoint({
      ...shared,
      method: 'post',
      path: '/v1/imports/credentials',
      summary: 'A catalogue: read whole or not at all, then linked; for the job see /v1/jobs/{id}',
      roles: ['provider', 'operator'],
      bodyLimit: IMPORT_BODY_LIMIT,
      request: SentFile,
      answer: (file, caller) =>
        Promise.resolve(
          jobs.start('import-credentials', caller, (tools) => importFile('credentials', file, caller, tools)),
        ),
    }),
    endpoint({
      ...shared,
      method: 'post',
      path: '/v1/imports/postings',
      summary: 'Postings: read whole or not at all, then linked; for the job see /v1/jobs/{id}',
      roles: ['employer', 'operator'],
      bodyLimit: IMPORT_BODY_LIMIT,
      request: SentFile,
      answer: (file, caller) =>
        Promise.resolve(jobs.start('import-postings', caller, (tools) => importFile('postings', file, caller, tools))),
    }),
    endpoint({
      ...shared,
      method: 'post',
      path: '/v1/link',
      summary: 'Links everything pending',
      roles: ['operator'],
      request: z.object({}),
      answer: (_, caller) => Promise.resolve(jobs.start('link', caller, link)),
    }),
    endpoint({
      method: 'get',
      path: '/v1/jobs/{id}',
      summary: 'How far a job is; /v1/jobs/{id}/events tells every change as a server-sent event `job`',
      isFresh: true,
      request: z.object({ id: z.string().min(1).max(100) }),
      reply: JobReply,
      answer: ({ id }, caller) => Promise.resolve(jobs.find(id, caller)),
    }),
  ] as const;
}

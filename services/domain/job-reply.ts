/** Work that goes on after the reply: an import, a linking. */
import { z } from 'zod';

export const JobProgress = z.object({
  /** What is being done now, in words. */
  step: z.string(),
  done: z.number().int(),
  /** Null while nobody knows. */
  total: z.number().int().nullable(),
});
export type JobProgress = z.infer<typeof JobProgress>;

/** What an import left behind. */
export const ImportedReply = z.object({
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** One sentence a record that was set aside: line, field, what to do. At most 100; `rejectedCount` says how many there are. */
  rejected: z.array(z.string()),
  rejectedCount: z.number().int(),
  /** How often each warning came up, by its text. */
  warnings: z.record(z.string(), z.number().int()),
});
export type ImportedReply = z.infer<typeof ImportedReply>;

export const JobReply = z.object({
  id: z.string(),
  kind: z.enum(['import-credentials', 'import-postings', 'link']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: JobProgress,
  /** Of an import, from when its file was read. */
  imported: ImportedReply.nullable(),
  /** Why it failed and what to do; null otherwise. */
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type JobReply = z.infer<typeof JobReply>;

/** What this installation holds: the reply behind the start view of the page. */
import { z } from 'zod';
import { ReplyHeader } from './reply.ts';

const SourceCount = z.object({ source: z.string(), count: z.number().int() });

export const OverviewReply = z.object({
  /** Original postings that were linked, duplicates left out, and the employers behind them. */
  postings: z.object({ n: z.number().int(), employers: z.number().int(), duplicatesRemoved: z.number().int() }),
  credentials: z.object({ n: z.number().int(), linked: z.number().int(), providers: z.number().int() }),
  /** Skills and occupations of the taxonomy in use. */
  concepts: z.object({ skills: z.number().int(), occupations: z.number().int() }),
  taxonomy: ReplyHeader.shape.taxonomy,
  model: ReplyHeader.shape.model,
  /** First and last day of the postings that say when they were posted. */
  window: ReplyHeader.shape.window,
  postingSources: z.array(SourceCount),
  credentialSources: z.array(SourceCount),
  /** Everything shown was invented for the sample pack. */
  isSamplePack: z.boolean(),
});
export type OverviewReply = z.infer<typeof OverviewReply>;

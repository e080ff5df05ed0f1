/**
 * What postings ask for in words that the taxonomy has no skill for: the reply of `skillgap emerging`.
 */
import { z } from 'zod';
import { ReplyHeader, SkillReply } from './reply.ts';
import { Share, Similarity } from './units.ts';

export const EmergingTerm = z.object({
  /** As postings write it most often. */
  term: z.string(),
  /** Postings of the scope that say it where no skill was read, and their employers. */
  postingCount: z.number().int(),
  employerCount: z.number().int(),
  /** Of the postings that were read. */
  share: Share,
  /** log2 of the share here over the share elsewhere; null where there is nothing elsewhere. */
  specificity: z.number().nullable(),
  /** The skill a person would compare it with first: another name of it, or something new? Cosine, not a probability. */
  nearest: z.object({ skill: SkillReply, similarity: Similarity }).nullable(),
  quotes: z.array(
    z.object({
      postingId: z.string(),
      employer: z.string().nullable(),
      quote: z.string(),
      /** The term in the quote, UTF-16 code units. */
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
});
export type EmergingTerm = z.infer<typeof EmergingTerm>;

export const EmergingReply = ReplyHeader.extend({
  /** Postings in English whose sentences were read, and postings elsewhere they are compared with. */
  read: z.object({ postings: z.number().int(), elsewhere: z.number().int() }),
  terms: z.array(EmergingTerm),
});
export type EmergingReply = z.infer<typeof EmergingReply>;

/** One posting as a reader sees it: its text and where in it skills were read. */
import { z } from 'zod';
import { Posting, Requirement, SkillLink } from './posting.ts';
import { SkillReply } from './reply.ts';

export const PostingReply = z.object({
  posting: Posting.omit({ employerKey: true }).extend({
    url: z.string().nullable(),
    licence: z.string().nullable(),
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  /** False before it is linked, and for a duplicate, which is never linked. */
  isLinked: z.boolean(),
  /** Sentences that ask for something. Offsets count UTF-16 code units of the description. */
  requirements: z.array(Requirement),
  /** Offsets of the words count into the description, too. Surest first within a sentence. */
  links: z.array(SkillLink.omit({ skillId: true }).extend({ skill: SkillReply })),
});
export type PostingReply = z.infer<typeof PostingReply>;

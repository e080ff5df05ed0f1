/** Corrections as replies show them: what was said, of what, and what it changed. */
import { z } from 'zod';
import { Correction } from './correction.ts';
import { SkillReply } from './reply.ts';

export const CorrectionReply = Correction.omit({ skillId: true }).extend({
  id: z.number().int(),
  skill: SkillReply,
  /** Null: said for everybody. */
  organisation: z.string().nullable(),
  /** Null while it holds. */
  undone: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export type CorrectionReply = z.infer<typeof CorrectionReply>;

export const CorrectionsReply = z.object({ corrections: z.array(CorrectionReply) });
export type CorrectionsReply = z.infer<typeof CorrectionsReply>;

export const MadeCorrectionsReply = z.object({
  corrections: z.array(
    z.object({
      correction: CorrectionReply,
      /** False when the same was said before. */
      isNew: z.boolean(),
      postingCount: z.number().int(),
      /** Postings with a link that changed. */
      changedCount: z.number().int(),
      /** Credentials that the next linking reads again. */
      credentialCount: z.number().int(),
    }),
  ),
});
export type MadeCorrectionsReply = z.infer<typeof MadeCorrectionsReply>;

export const UndoneCorrectionReply = z.object({
  correction: CorrectionReply,
  /** Postings that were linked again. */
  postingCount: z.number().int(),
  credentialCount: z.number().int(),
});
export type UndoneCorrectionReply = z.infer<typeof UndoneCorrectionReply>;

/** A provider's catalogue laid over the gaps of a scope: what is taught, twice, and not at all. */
import { z } from 'zod';
import { CredentialReply, ReplyHeader, SkillReply } from './reply.ts';
import { Interval, Share } from './units.ts';

export const CatalogueReply = ReplyHeader.extend({
  /** As asked for; null is the whole catalogue. */
  provider: z.string().nullable(),
  credentialCount: z.number().int(),
  /** Columns of the heat map: the largest gaps of the scope, largest first. */
  skills: z.array(
    z.object({
      skill: SkillReply,
      gapShare: Share,
      gapInterval: Interval,
      demandShare: Share,
      /** Highest coverage in this catalogue, and in everything imported. */
      coverage: Share,
      coverageAnywhere: Share,
      taughtBy: z.number().int(),
    }),
  ),
  /** Rows: credentials that cover one of these skills, those that close most of the gap first. */
  credentials: z.array(z.object({ credential: CredentialReply, gapClosed: Share, gapClosedInterval: Interval })),
  /** Cells above 0: positions in `credentials` and `skills`. */
  cells: z.array(
    z.object({
      row: z.number().int(),
      column: z.number().int(),
      coverage: Share,
      state: z.enum(['declared', 'inferred']),
      outcome: z.object({ text: z.string(), source: z.string(), start: z.number().int(), end: z.number().int() }),
    }),
  ),
  /** Pairs of rows that teach much the same: shared part of what either covers of these skills, largest first. */
  overlaps: z.array(
    z.object({ rows: z.tuple([z.number().int(), z.number().int()]), overlap: Share, skills: z.array(z.string()) }),
  ),
  /** Skills of the list that no credential of this catalogue is likely to teach, largest gap first. */
  missing: z.array(SkillReply),
});
export type CatalogueReply = z.infer<typeof CatalogueReply>;

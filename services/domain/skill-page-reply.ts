/** Everything about one skill: who asks for it, when and where, with what else, and who teaches it. */
import { z } from 'zod';
import { ContributionReply, CredentialReply, EvidenceReply, ReplyHeader, SkillReply, TrendReply } from './reply.ts';
import { Interval, Share } from './units.ts';

/** How much one part of the market asks for the skill. Parts below the floors of suppression are left out. */
export const SkillPlace = z.object({
  /** A region code, or the name of an employer: what the scope parameter takes. */
  value: z.string(),
  label: z.string(),
  demandShare: Share,
  demandInterval: Interval,
  /** Postings of that part, and how many of them ask for the skill as far as links tell. */
  n: z.number().int(),
  postingCount: z.number(),
});
export type SkillPlace = z.infer<typeof SkillPlace>;

export const SkillPageReply = ReplyHeader.extend({
  skill: SkillReply.extend({
    description: z.string().nullable(),
    aliases: z.array(z.string()),
    reuseLevel: z.string().nullable(),
    /** Ids of the WEF core skills it belongs to. */
    coreSkills: z.array(z.string()),
  }),
  /** In the scope; null where suppressed or asked for by too few postings. */
  demand: z
    .object({
      share: Share,
      interval: Interval,
      mustHaveShare: Share,
      postingCount: z.number(),
      rank: z.number().int(),
    })
    .nullable(),
  trend: TrendReply.nullable(),
  /** Weeks with postings, oldest first: all postings of the week, and how many ask for the skill as far as links tell. */
  weeks: z.array(z.object({ week: z.string(), n: z.number().int(), expectedCount: z.number() })),
  /** Where and by whom it is asked for most. */
  regions: z.array(SkillPlace),
  employers: z.array(SkillPlace),
  /** Surest first, at most 50; `teacherCount` is how many there are. */
  taughtBy: z.array(
    z.object({
      credential: CredentialReply,
      coverage: Share,
      state: ContributionReply.shape.state,
      outcome: ContributionReply.shape.outcome,
    }),
  ),
  teacherCount: z.number().int(),
  /** Skills asked for together with it; `strength` as on the map: so many times as often as by chance, at least. */
  neighbours: z.array(
    z.object({ skill: SkillReply, strength: z.number(), togetherCount: z.number(), taughtBy: z.number().int() }),
  ),
  evidence: z.array(EvidenceReply),
});
export type SkillPageReply = z.infer<typeof SkillPageReply>;

/**
 * The map of skills asked for together, with what is taught laid over it: a published reply like those in reply.ts.
 */
import { z } from 'zod';
import { ReplyHeader, SkillReply } from './reply.ts';
import { Share } from './units.ts';

export const MappedSkill = z.object({
  skill: SkillReply,
  /** 1 is the largest cluster. */
  cluster: z.number().int(),
  x: z.number(),
  y: z.number(),
  /** Expected number of postings that ask for it. */
  postingCount: z.number(),
  demandShare: Share,
  /** The supply overlay: highest coverage of any credential, and how many have any. */
  taught: Share,
  taughtBy: z.number().int(),
  linkCount: z.number().int(),
  totalLinkStrength: z.number(),
  /** Participation coefficient, 0 to 1: how evenly its links spread over clusters. High is a bridge between them. */
  bridge: Share,
});
export type MappedSkill = z.infer<typeof MappedSkill>;

export const MapReply = ReplyHeader.extend({
  /** Skills asked for by fewer postings are not on the map. */
  minPostingCount: z.number(),
  skills: z.array(MappedSkill),
  links: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      /** Lower 95 % bound of how many times as often as by chance the two are asked for together. */
      strength: z.number(),
      /** Expected number of postings that ask for both. */
      postingCount: z.number(),
    }),
  ),
  clusters: z.array(
    z.object({
      cluster: z.number().int(),
      /** Its most wanted skills. */
      label: z.string(),
      skillCount: z.number().int(),
      /** Mean of `taught` over its skills, each weighted by its postings. */
      taught: Share,
      /**
       * Mean over its pairs of skills of the share of bootstrap samples of the postings that put the pair into one
       * cluster: 1 is always. Null for one skill alone.
       */
      stability: Share.nullable(),
    }),
  ),
});
export type MapReply = z.infer<typeof MapReply>;

/** GET /v1/skills/{id}, /v1/postings/{id}: one skill, one posting, with everything behind them. */
import { z } from 'zod';
import { DEFAULT_OPTIONS } from '../../answers/answer-deps.ts';
import { answerPosting } from '../../answers/answer-posting.ts';
import { answerSkill } from '../../answers/answer-skill.ts';
import { PostingReply } from '../../domain/posting-reply.ts';
import { SkillPageReply } from '../../domain/skill-page-reply.ts';
import { endpoint } from '../endpoint.ts';
import type { RouteDeps } from './route-deps.ts';
import { Id, scopePartsOf, ScopeQuery } from './scope-query.ts';

const SkillQuery = ScopeQuery.omit({ framework: true, posting: true }).extend({
  id: Id.describe('Of the skill; a URI for ESCO, percent-encoded'),
  top: z.coerce.number().int().min(1).max(50).default(12).describe('Most regions, employers and neighbours of each'),
  quotes: z.coerce.number().int().min(0).max(50).default(8),
});

export function skillEndpoints({ answers }: Pick<RouteDeps, 'answers'>) {
  return [
    endpoint({
      method: 'get',
      path: '/v1/skills/{id}',
      summary: 'One skill: demand over time, where and by whom, who teaches it, what is asked for with it',
      request: SkillQuery,
      reply: SkillPageReply,
      answer: async ({ id, top, seed, quotes, ...query }, caller) =>
        answerSkill(id, scopePartsOf(query), await answers(caller), {
          ...DEFAULT_OPTIONS,
          top,
          seed,
          evidencePerSkill: quotes,
        }),
    }),
    endpoint({
      method: 'get',
      path: '/v1/postings/{id}',
      summary: 'One posting: its text and where in it skills were read',
      request: z.object({ id: Id }),
      reply: PostingReply,
      answer: async ({ id }, caller) => answerPosting(id, await answers(caller)),
    }),
  ] as const;
}

/** GET /v1/map, /v1/emerging: skills asked for together, and what is asked for that no skill is called. */
import { z } from 'zod';
import { answerEmerging } from '../../answers/answer-emerging.ts';
import { answerMap, DEFAULT_MAP_POSTINGS, DEFAULT_MAP_SKILLS } from '../../answers/answer-map.ts';
import { EmergingReply } from '../../domain/emerging.ts';
import { MapReply } from '../../domain/map-reply.ts';
import { writeVosviewer } from '../../standards/write-vosviewer.ts';
import { endpoint, TextReply } from '../endpoint.ts';
import type { RouteDeps } from './route-deps.ts';
import { optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

/** More cannot be drawn in two seconds nor told apart. */
const MAX_MAP_SKILLS = 1000;
const VOSVIEWER = 'application/vnd.vosviewer+json';

export function mapEndpoints({ answers, emerging }: Pick<RouteDeps, 'answers' | 'emerging'>) {
  return [
    endpoint({
      method: 'get',
      path: '/v1/map',
      summary: 'Skills asked for together, in clusters, with what the catalogue teaches',
      request: ScopeQuery.omit({ framework: true }).extend({
        top: z.coerce.number().int().min(1).max(MAX_MAP_SKILLS).default(DEFAULT_MAP_SKILLS).describe('Most skills'),
        minPostings: z.coerce
          .number()
          .int()
          .min(1)
          .max(1e6)
          .default(DEFAULT_MAP_POSTINGS)
          .describe('Fewest postings that ask for a skill'),
        format: z.enum(['json', 'vosviewer']).default('json').describe('vosviewer: a file that VOSviewer opens'),
      }),
      reply: MapReply,
      texts: [VOSVIEWER],
      answer: async ({ minPostings, format, ...query }, caller) => {
        const request = { ...requestOf(query), minPostingCount: minPostings };
        const map = await answerMap(request, await answers(caller), optionsOf(query));
        return format === 'json' ? map : new TextReply(VOSVIEWER, JSON.stringify(writeVosviewer(map)));
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/emerging',
      summary: 'Terms of a scope that no skill of the taxonomy is near: other names of skills, or new ones',
      request: ScopeQuery.omit({ framework: true }),
      reply: EmergingReply,
      answer: async (query, caller) => answerEmerging(requestOf(query), await emerging(caller), optionsOf(query)),
    }),
  ] as const;
}

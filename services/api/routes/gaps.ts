/** GET, POST /v1/gaps: what a scope asks for and does not yet have, largest first. */
import { z } from 'zod';
import { answerGaps } from '../../answers/answer-gaps.ts';
import { GapsReply } from '../../domain/reply.ts';
import { endpoint } from '../endpoint.ts';
import { answersIn, type RouteDeps } from './route-deps.ts';
import { Flag, LearnerBody, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

const GapsQuery = ScopeQuery.extend({
  series: Flag.default(false).describe('With the weekly counts behind each trend'),
});
type GapsQuery = z.infer<typeof GapsQuery>;

export function gapsEndpoints(deps: Pick<RouteDeps, 'answers'>) {
  const shared = { path: '/v1/gaps', reply: GapsReply } as const;
  const requestFor = (query: GapsQuery) => ({ ...requestOf(query), series: query.series });
  return [
    endpoint({
      ...shared,
      method: 'get',
      summary: 'Ranked skill gaps of a region, an employer or an occupation',
      request: GapsQuery,
      answer: async (query, caller) =>
        answerGaps(requestFor(query), await answersIn(query.framework, caller, deps), optionsOf(query)),
    }),
    endpoint({
      ...shared,
      method: 'post',
      summary: 'Ranked skill gaps of a learner on the way to a target',
      request: GapsQuery.extend(LearnerBody),
      answer: async (query, caller) =>
        answerGaps(requestFor(query), await answersIn(query.framework, caller, deps), optionsOf(query)),
    }),
  ] as const;
}

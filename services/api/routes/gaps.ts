/** GET, POST /v1/gaps: what a scope asks for and does not yet have, largest first. */
import { answerGaps } from '../../answers/answer-gaps.ts';
import type { AnswerDeps } from '../../answers/answer-deps.ts';
import { GapsReply } from '../../domain/reply.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { LearnerBody, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

export function gapsEndpoints(answers: () => Promise<AnswerDeps>): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/v1/gaps',
      summary: 'Ranked skill gaps of a region, an employer or an occupation',
      request: ScopeQuery,
      reply: GapsReply,
      answer: async (query) => answerGaps(requestOf(query), await answers(), optionsOf(query)),
    }),
    endpoint({
      method: 'post',
      path: '/v1/gaps',
      summary: 'Ranked skill gaps of a learner on the way to a target',
      request: ScopeQuery.extend(LearnerBody),
      reply: GapsReply,
      answer: async (query) => answerGaps(requestOf(query), await answers(), optionsOf(query)),
    }),
  ];
}

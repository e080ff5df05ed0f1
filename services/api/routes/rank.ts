/** GET, POST /v1/rank: the credentials that close a scope's gap best. */
import type { z } from 'zod';
import { answerRank } from '../../answers/answer-rank.ts';
import { RankReply } from '../../domain/reply.ts';
import { endpoint } from '../endpoint.ts';
import type { Caller } from '../caller.ts';
import { CredentialFilterQuery, filtersOf } from './filter-query.ts';
import { answersIn, todayOf, type RouteDeps } from './route-deps.ts';
import { LearnerBody, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

export const RankQuery = ScopeQuery.extend(CredentialFilterQuery.shape);
type RankQuery = z.infer<typeof RankQuery>;

export function rankEndpoints(deps: Pick<RouteDeps, 'answers' | 'now'>) {
  const answer = async (query: RankQuery, caller: Caller) =>
    answerRank(
      { ...requestOf(query), filters: filtersOf(query), today: todayOf(deps) },
      await answersIn(query.framework, caller, deps),
      optionsOf(query),
    );
  const shared = { path: '/v1/rank', reply: RankReply } as const;
  return [
    endpoint({
      ...shared,
      method: 'get',
      summary: 'Credentials ranked for a region, an employer or an occupation',
      request: RankQuery,
      answer,
    }),
    endpoint({
      ...shared,
      method: 'post',
      summary: 'Credentials ranked for a learner',
      request: RankQuery.extend(LearnerBody),
      answer,
    }),
  ] as const;
}

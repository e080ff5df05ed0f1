/** GET, POST /v1/rank: the credentials that close a scope's gap best. */
import { z } from 'zod';
import { answerRank } from '../../answers/answer-rank.ts';
import type { AnswerDeps } from '../../answers/answer-deps.ts';
import type { CredentialFilters } from '../../credentials/filter-credentials.ts';
import { Participation } from '../../domain/credential.ts';
import { RankReply } from '../../domain/reply.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { LearnerBody, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

export const RankQuery = ScopeQuery.extend({
  language: z.string().min(2).max(10).optional().describe('Language of instruction, ISO 639-1'),
  mode: Participation.optional(),
  provider: z.string().min(1).max(200).optional(),
  maxHours: z.coerce.number().min(0).optional(),
  minLevel: z.coerce.number().int().min(1).max(8).optional().describe('Lowest EQF level'),
  maxLevel: z.coerce.number().int().min(1).max(8).optional().describe('Highest EQF level'),
});
type RankQuery = z.infer<typeof RankQuery>;

export function filtersOf({ language, mode, provider, maxHours, minLevel, maxLevel }: RankQuery): CredentialFilters {
  return {
    ...(language === undefined ? {} : { languages: [language] }),
    ...(mode === undefined ? {} : { participations: [mode] }),
    ...(provider === undefined ? {} : { providers: [provider] }),
    ...(maxHours === undefined ? {} : { maxHours }),
    ...(minLevel === undefined ? {} : { minEqfLevel: minLevel }),
    ...(maxLevel === undefined ? {} : { maxEqfLevel: maxLevel }),
  };
}

export function rankEndpoints(answers: () => Promise<AnswerDeps>, now: () => Date): Endpoint[] {
  const answer = async (query: RankQuery) =>
    answerRank(
      { ...requestOf(query), filters: filtersOf(query), today: now().toISOString().slice(0, 10) },
      await answers(),
      optionsOf(query),
    );
  const shared = { path: '/v1/rank', reply: RankReply };
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
  ];
}

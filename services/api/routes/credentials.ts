/** GET /v1/credentials, /v1/credentials/{id}, /v1/catalogue: what is on offer, one by one and laid over a gap. */
import { z } from 'zod';
import { DEFAULT_OPTIONS } from '../../answers/answer-deps.ts';
import { answerCatalogue } from '../../answers/answer-catalogue.ts';
import { answerCredential, answerCredentials } from '../../answers/answer-credentials.ts';
import { CatalogueReply } from '../../domain/catalogue-reply.ts';
import { CredentialPageReply, CredentialsReply } from '../../domain/credential-page-reply.ts';
import { endpoint } from '../endpoint.ts';
import { CredentialFilterQuery, filtersOf } from './filter-query.ts';
import { todayOf, type RouteDeps } from './route-deps.ts';
import { Id, optionsOf, requestOf, ScopeQuery } from './scope-query.ts';

export function credentialEndpoints({ answers, now }: Pick<RouteDeps, 'answers' | 'now'>) {
  return [
    endpoint({
      method: 'get',
      path: '/v1/credentials',
      summary: 'The catalogue page by page, by title',
      request: CredentialFilterQuery.extend({
        text: z.string().max(200).default('').describe('Words of title and provider'),
        offset: z.coerce.number().int().min(0).max(1e7).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      reply: CredentialsReply,
      answer: async ({ text, offset, limit, ...filters }, caller) =>
        answerCredentials({ text, offset, limit, filters: filtersOf(filters) }, await answers(caller)),
    }),
    endpoint({
      method: 'get',
      path: '/v1/credentials/{id}',
      summary: 'One credential: what it teaches with evidence, its scorecard, and which European elements are missing',
      request: z.object({ id: Id }),
      reply: CredentialPageReply,
      answer: async ({ id }, caller) => answerCredential(id, todayOf({ now }), await answers(caller), DEFAULT_OPTIONS),
    }),
    endpoint({
      method: 'get',
      path: '/v1/catalogue',
      summary: 'A catalogue over the gaps of a scope: heat map, overlaps, what is missing',
      request: ScopeQuery.omit({ framework: true }).extend({
        provider: z.string().min(1).max(200).optional().describe('Absent: everything imported'),
        top: z.coerce.number().int().min(1).max(100).default(20).describe('Skills, the largest gaps first'),
        credentials: z.coerce.number().int().min(1).max(200).default(50).describe('Most rows'),
      }),
      reply: CatalogueReply,
      answer: async ({ provider, credentials, ...query }, caller) =>
        answerCatalogue(
          { ...requestOf(query), provider, mostCredentials: credentials },
          await answers(caller),
          optionsOf(query),
        ),
    }),
  ] as const;
}

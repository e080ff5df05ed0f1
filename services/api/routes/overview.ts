/** GET /v1/overview, /v1/scopes, /v1/search, /v1/glossary: what there is, and how to find it by its words. */
import { z } from 'zod';
import { answerOverview } from '../../answers/answer-overview.ts';
import { answerScopes } from '../../answers/answer-scopes.ts';
import { answerSearch } from '../../answers/answer-search.ts';
import { GlossaryReply, ScopeKind, ScopesReply, SearchReply } from '../../domain/directory-reply.ts';
import { OverviewReply } from '../../domain/overview-reply.ts';
import { endpoint } from '../endpoint.ts';
import { readGlossary } from '../read-glossary.ts';
import type { RouteDeps } from './route-deps.ts';

const MAX_TEXT = 200;
const MAX_FOUND = 50;
const limit = (standard: number, most = MAX_FOUND) => z.coerce.number().int().min(1).max(most).default(standard);
/** All regions of a few countries: a map of them has no use for the largest fifty. */
const MAX_SCOPES = 300;

export function overviewEndpoints({ answers }: Pick<RouteDeps, 'answers'>) {
  return [
    endpoint({
      method: 'get',
      path: '/v1/overview',
      summary: 'Counts, sources and the window of everything imported',
      request: z.object({}),
      reply: OverviewReply,
      answer: async (_, caller) => answerOverview(await answers(caller)),
    }),
    endpoint({
      method: 'get',
      path: '/v1/scopes',
      summary: 'Regions, employers or occupations with postings, by the beginnings of words, most postings first',
      request: z.object({
        kind: ScopeKind,
        text: z.string().max(MAX_TEXT).default('').describe('Empty: those with most postings'),
        limit: limit(10, MAX_SCOPES),
      }),
      reply: ScopesReply,
      answer: async (query, caller) => answerScopes(query, await answers(caller)),
    }),
    endpoint({
      method: 'get',
      path: '/v1/search',
      summary: 'Skills, occupations, credentials, employers and postings by the beginnings of words',
      request: z.object({ text: z.string().min(1).max(MAX_TEXT), limit: limit(5).describe('Of each kind') }),
      reply: SearchReply,
      answer: async ({ text, limit: most }, caller) => answerSearch(text, most, await answers(caller)),
    }),
    endpoint({
      method: 'get',
      path: '/v1/glossary',
      summary: 'What the words of the replies mean',
      request: z.object({}),
      reply: GlossaryReply,
      answer: () => Promise.resolve(readGlossary()),
    }),
  ] as const;
}

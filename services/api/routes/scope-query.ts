/** The parameters that name a scope, shared by every question about one. */
import { z } from 'zod';
import { readLearner } from '../../standards/read-learner.ts';
import { InvalidInputError } from '../../errors.ts';
import type { GapsRequest } from '../../answers/answer-gaps.ts';
import type { ScopeRequest } from '../../answers/resolve-scope.ts';
import { DEFAULT_OPTIONS, type AnswerOptions } from '../../answers/answer-deps.ts';

const MAX_NAME = 200;
export const MAX_PROFILE = 200_000;
const name = z.string().min(1).max(MAX_NAME);

/** Ids of ESCO are URIs. */
export const Id = z.string().min(1).max(1000);
/** `true` or `false` of a query string, or a JSON boolean. */
export const Flag = z.union([z.boolean(), z.stringbool()]);
export const Currency = z.string().regex(/^[A-Z]{3}$/);

export const ScopeQuery = z.object({
  region: name.optional().describe('ISO 3166 or NUTS code, or a name: East of England, US-CA, FR'),
  employer: name.optional().describe('An employer of the imported postings'),
  occupation: name.optional().describe('A title, an id, or an ISCO code of 1 to 4 digits'),
  posting: name.optional().describe('One posting as a target'),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  framework: name.optional().describe('esco, onet, wef, or the name of an own list'),
  top: z.coerce.number().int().min(1).max(200).default(DEFAULT_OPTIONS.top),
  seed: z.coerce.number().int().min(0).max(1e9).default(DEFAULT_OPTIONS.seed),
});
export type ScopeQuery = z.infer<typeof ScopeQuery>;

/** With POST a learner's profile may travel along. It is read for this answer, never stored and never logged. */
export const LearnerBody = {
  learner: z
    .union([z.string().max(MAX_PROFILE), z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown()))])
    .optional()
    .describe('Plain text, a JSON Resume, Open Badges'),
};

type ScopeParts = Partial<Pick<ScopeQuery, 'region' | 'employer' | 'occupation' | 'posting' | 'since' | 'until'>>;

/** Without any part: everything. */
export function scopePartsOf({ region, employer, occupation, posting, since, until }: ScopeParts): ScopeRequest {
  return { region, employer, occupation, posting, since, until };
}

/** @throws InvalidInputError when neither a part of a scope nor a learner with a target is named */
export function requestOf(
  query: ScopeParts & {
    framework?: string | undefined;
    learner?: string | Record<string, unknown> | Record<string, unknown>[] | undefined;
  },
): GapsRequest {
  const { framework, learner } = query;
  const profile =
    learner === undefined
      ? null
      : readLearner(typeof learner === 'string' ? learner : JSON.stringify(learner), 'learner');
  const occupation = query.occupation ?? (query.posting === undefined ? (profile?.target ?? undefined) : undefined);
  const parts = [query.region, query.employer, occupation, query.posting];
  if (parts.every((part) => part === undefined)) {
    throw new InvalidInputError('No scope is named: give region, employer, occupation, or learner with a target.');
  }
  return { ...scopePartsOf(query), occupation, framework, profile };
}

export function optionsOf({ top, seed }: Pick<ScopeQuery, 'top' | 'seed'>): AnswerOptions {
  return { ...DEFAULT_OPTIONS, top, seed };
}

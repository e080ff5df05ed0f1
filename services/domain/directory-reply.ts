/** What can be asked about: scopes to choose from, and things found by their words. */
import { z } from 'zod';
import { CredentialReply, SkillReply } from './reply.ts';

export const ScopeKind = z.enum(['region', 'employer', 'occupation']);
export type ScopeKind = z.infer<typeof ScopeKind>;

export const ScopeChoice = z.object({
  kind: ScopeKind,
  /** What the parameter of that kind takes: a region code, the name of an employer, the id of an occupation. */
  value: z.string(),
  label: z.string(),
  /** The region it lies in; null for a country and for everything that is no region. */
  within: z.object({ value: z.string(), label: z.string() }).nullable(),
  postingCount: z.number().int(),
});
export type ScopeChoice = z.infer<typeof ScopeChoice>;

/** Most postings first. Only what has postings. */
export const ScopesReply = z.object({ scopes: z.array(ScopeChoice) });
export type ScopesReply = z.infer<typeof ScopesReply>;

export const SearchReply = z.object({
  /** `alias` is the label that was found where that is not the preferred one. */
  skills: z.array(z.object({ skill: SkillReply, alias: z.string().nullable(), postingCount: z.number().int() })),
  occupations: z.array(
    z.object({ id: z.string(), label: z.string(), alias: z.string().nullable(), postingCount: z.number().int() }),
  ),
  credentials: z.array(CredentialReply),
  employers: z.array(z.object({ name: z.string(), postingCount: z.number().int() })),
  postings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      employer: z.string().nullable(),
      place: z.string().nullable(),
      postedOn: z.string().nullable(),
    }),
  ),
});
export type SearchReply = z.infer<typeof SearchReply>;

/** Words of the product and of the field, in the order of the alphabet. */
export const GlossaryReply = z.object({ terms: z.array(z.object({ term: z.string(), meaning: z.string() })) });
export type GlossaryReply = z.infer<typeof GlossaryReply>;

/** The catalogue page by page, and one credential with what it teaches and what it leaves unsaid. */
import { z } from 'zod';
import { Credential } from './credential.ts';
import { ContributionReply, CredentialReply, SkillReply } from './reply.ts';
import { Scorecard } from './scorecard.ts';
import { Share } from './units.ts';

export const CredentialsReply = z.object({
  /** Of all that pass the filters. */
  total: z.number().int(),
  offset: z.number().int(),
  credentials: z.array(CredentialReply),
  /** Most credentials first; of the whole catalogue, for a filter to choose from. */
  providers: z.array(z.object({ provider: z.string(), count: z.number().int() })),
});
export type CredentialsReply = z.infer<typeof CredentialsReply>;

/** One element of the Council Recommendation 2022/C 243/02, Annex I. */
export const LintedElement = z.object({
  element: z.string(),
  isStated: z.boolean(),
  /** What the catalogue says; null where it says nothing. */
  stated: z.string().nullable(),
  /** What to add; null where nothing is missing. */
  remedy: z.string().nullable(),
});
export type LintedElement = z.infer<typeof LintedElement>;

export const CredentialPageReply = z.object({
  credential: CredentialReply,
  details: Credential.omit({ raw: true }),
  /** Surest first. */
  coverage: z.array(
    z.object({
      skill: SkillReply,
      coverage: Share,
      state: ContributionReply.shape.state,
      outcome: ContributionReply.shape.outcome,
      /** Linked postings anywhere with a link to the skill. */
      askedByCount: z.number().int(),
    }),
  ),
  scorecard: Scorecard,
  /** The eleven elements, in the order of the Annex. */
  lint: z.array(LintedElement),
  warnings: z.array(z.string()),
});
export type CredentialPageReply = z.infer<typeof CredentialPageReply>;

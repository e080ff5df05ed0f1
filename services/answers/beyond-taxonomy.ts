/** The credentials that answer what a scope asks for and no skill of the taxonomy explains. */
import { answerUnlinked } from '../credentials/answer-unlinked.ts';
import { passesFilters, type CredentialFilters } from '../credentials/filter-credentials.ts';
import type { BeyondTaxonomyReply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import type { AnswerDeps } from './answer-deps.ts';
import { credentialReply } from './credential-replies.ts';

/** Bounds the work of one answer: each sentence costs a vector and a search. The most repeated say the most. */
const MOST_SENTENCES = 300;
/** The model reads English. */
const LANGUAGE = 'en';

export async function beyondTaxonomy(
  scope: Scope,
  filters: CredentialFilters | undefined,
  { demand, credentials, searchOutcomes }: Pick<AnswerDeps, 'demand' | 'credentials' | 'searchOutcomes'>,
  most: number,
): Promise<BeyondTaxonomyReply[]> {
  const sentences = await demand.unlinkedRequirements(scope, LANGUAGE, MOST_SENTENCES);
  if (sentences.length === 0) return [];
  const answered = answerUnlinked(await searchOutcomes(sentences));
  const found = await credentials.credentials(answered.map(({ credentialId }) => credentialId));
  const byId = new Map(found.map((credential) => [credential.id, credential]));
  return answered
    .flatMap(({ credentialId, unlinkedRequirements }) => {
      const credential = byId.get(credentialId);
      if (credential === undefined || !passesFilters(credential, filters ?? {})) return [];
      return [{ credential: credentialReply(credential), unlinkedRequirements }];
    })
    .slice(0, most);
}

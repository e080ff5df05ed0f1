/** "Where is it?": skills, occupations, credentials, employers and postings by the words of their names. */
import type { SearchReply } from '../domain/directory-reply.ts';
import type { FoundConcept } from '../store/store.ts';
import { wordsIn } from './answer-scopes.ts';
import { EVERYTHING, frameworksOf, type BrowseDeps } from './browse-deps.ts';
import { credentialReply } from './credential-replies.ts';

/** @param limit of each kind */
export async function answerSearch(text: string, limit: number, deps: BrowseDeps): Promise<SearchReply> {
  const { directory, demand } = deps;
  const frameworks = frameworksOf(deps);
  const isWanted = wordsIn(text);
  const [counts, hired, skills, occupations, credentialIds, employers, postings] = await Promise.all([
    demand.counts(EVERYTHING),
    demand.occupations(EVERYTHING),
    directory.findSkills(text, frameworks, limit),
    directory.findOccupations(text, frameworks, limit),
    directory.findCredentials(text, limit),
    demand.employers(),
    directory.findPostings(text, limit),
  ]);
  const credentials = new Map((await deps.credentials.credentials(credentialIds)).map((one) => [one.id, one]));
  const askedBy = new Map(counts.skills.map(({ skillId, postingCount }) => [skillId, postingCount]));
  const hiredFor = new Map(hired.map(({ id, postingCount }) => [id, postingCount]));
  return {
    skills: skills.map((one) => ({
      skill: { id: one.id, label: one.label, framework: one.framework, type: one.type },
      alias: aliasOf(one),
      postingCount: askedBy.get(one.id) ?? 0,
    })),
    occupations: occupations.map((one) => ({
      id: one.id,
      label: one.label,
      alias: aliasOf(one),
      postingCount: hiredFor.get(one.id) ?? 0,
    })),
    credentials: credentialIds.flatMap((id) => {
      const credential = credentials.get(id);
      return credential === undefined ? [] : [credentialReply(credential)];
    }),
    // A text without a word would be in every name.
    employers: /[\p{L}\p{N}]/u.test(text)
      ? employers
          .filter(({ name }) => isWanted(name))
          .slice(0, limit)
          .map(({ name, postingCount }) => ({ name, postingCount }))
      : [],
    postings,
  };
}

function aliasOf({ label, found }: FoundConcept): string | null {
  return found === label ? null : found;
}

/** A skill as a person names it, by id (that of an own list, too) or preferred label, in the vocabulary that links are made with. */
import type { Skill } from '../domain/skill.ts';
import { InvalidInputError } from '../errors.ts';
import { withoutQualifier } from '../skills/words.ts';
import type { MergedVocabulary } from '../skills/merge-lists.ts';

const MOST_SUGGESTIONS = 3;

/** @throws InvalidInputError with near names when nothing, or more than one skill, is called so */
export function findSkill(
  wanted: string,
  { skills, labels, sameAs }: Pick<MergedVocabulary, 'skills' | 'labels' | 'sameAs'>,
): Skill {
  const wantedId = sameAs.get(wanted) ?? wanted;
  const byId = skills.find(({ id }) => id === wantedId);
  if (byId !== undefined) return byId;
  const folded = wanted.trim().toLowerCase();
  const called = (nameOf: (skill: Skill) => string) => skills.filter((skill) => nameOf(skill).toLowerCase() === folded);
  const exact = called(({ preferredLabel }) => preferredLabel);
  const found = exact.length > 0 ? exact : called(({ preferredLabel }) => withoutQualifier(preferredLabel));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const aliased = new Set(
    labels.filter(({ label }) => label.toLowerCase() === folded).map(({ conceptId }) => conceptId),
  );
  const near = (found.length > 0 ? found : skills.filter(({ id }) => aliased.has(id))).slice(0, MOST_SUGGESTIONS);
  const hint =
    near.length === 0
      ? 'give its preferred label or its id'
      : `give the id: ${near.map(({ id, preferredLabel }) => `${id} ("${preferredLabel}")`).join(', ')}`;
  throw new InvalidInputError(
    `Unknown skill "${wanted}": ${found.length > 1 ? 'several are called so; ' : ''}${hint}.`,
  );
}

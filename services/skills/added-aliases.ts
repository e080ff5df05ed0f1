/**
 * What adverts call skills that ESCO knows under other names only: the table to extend when a plain request finds nothing, or
 * finds another skill whose alias it happens to be ("resilience" of a person is no resilience of an organisation).
 */
import type { Skill } from '../domain/skill.ts';
import type { VocabularyLabel } from './merge-lists.ts';

/** English aliases by preferred label. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'have computer literacy': ['computer skills', 'computer literate', 'IT literate', 'IT skills', 'PC skills'],
  'cope with stress': ['resilience', 'resilient', 'work well under pressure', 'working under pressure'],
  'show initiative': [
    'using own initiative',
    'use your own initiative',
    'use own initiative',
    'work on own initiative',
  ],
  'work in teams': ['team player', 'team working', 'teamworking'],
  'write work-related reports': ['report writing', 'written reports'],
  'machine learning': ['AI/ML', 'ML/AI', 'ML models', 'ML algorithms', 'ML techniques', 'ML engineering'],
  NoSQL: ['No SQL', 'Non-SQL'],
};

/** Labels to be found word for word, of those skills that are in the taxonomy. */
export function addedAliases(skills: readonly Pick<Skill, 'id' | 'preferredLabel'>[]): VocabularyLabel[] {
  return skills.flatMap(({ id, preferredLabel }) =>
    (ALIASES[preferredLabel] ?? []).map((label): VocabularyLabel => ({
      conceptId: id,
      language: 'en',
      kind: 'alternative',
      label,
      isCurated: true,
    })),
  );
}

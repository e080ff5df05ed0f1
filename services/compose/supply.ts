/** What a learner's profile or an employer's staff list shows, read into skills of the taxonomy. */
import { InvalidInputError } from '../errors.ts';
import type { SkillSupply } from '../domain/gap.ts';
import type { ProfileStatement } from '../domain/profile.ts';
import { measureEmployerSupply, measureLearnerSupply } from '../gaps/measure-supply.ts';
import { linkCorrected } from '../skills/link-corrected.ts';
import { readVocabulary } from '../skills/read-vocabulary.ts';
import type { Store, TaxonomySummary } from '../store/store.ts';
import type { Linking } from './open-linking.ts';

/** Every statement counts, whatever it sounds like; nothing of it is written to the vector cache. */
export async function supplyOfProfile(
  statements: readonly ProfileStatement[],
  { mentionsFor, mode, options }: Linking,
): Promise<SkillSupply[]> {
  const linked = await linkCorrected(
    statements.map(({ text }) => text),
    'en',
    mentionsFor(mode, false),
    { ...options, minRequirementProbability: 0 },
  );
  return measureLearnerSupply(
    statements.flatMap(({ trust }, at) =>
      (linked[at]?.links ?? []).map(({ skillId, confidence }) => ({ skillId, trust, confidence, proficiency: null })),
    ),
  );
}

/** Shares of the largest head count in the list: the list names skills, not the size of the house. */
export async function supplyOfEmployer(
  employerKey: string,
  store: Store,
  release: TaxonomySummary,
  lists: readonly TaxonomySummary[],
): Promise<SkillSupply[]> {
  const rows = await store.demand.workforce(employerKey);
  if (rows.length === 0) return [];
  const vocabulary = await readVocabulary(release, lists, store.taxonomies);
  const labels = new Map(vocabulary.labels.map(({ label, conceptId }) => [label.trim().toLowerCase(), conceptId]));
  const unknown = rows.filter(({ skill }) => !labels.has(skill.trim().toLowerCase()));
  if (unknown.length === rows.length) {
    throw new InvalidInputError(
      `None of the ${rows.length} skills in the staff list of ${employerKey} is in ${release.framework}: use its labels.`,
    );
  }
  const staffCount = Math.max(...rows.map(({ headCount }) => headCount));
  if (staffCount === 0) return [];
  return measureEmployerSupply(
    rows.flatMap(({ skill, headCount, proficiency }) => {
      const skillId = labels.get(skill.trim().toLowerCase());
      return skillId === undefined ? [] : [{ skillId, headcount: headCount, proficiency }];
    }),
    staffCount,
  );
}

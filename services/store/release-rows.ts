/**
 * Writes one taxonomy release. The first language imported owns the concepts and relations of a version; a further
 * language of the same version adds its labels to the same ids.
 */
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import { idsParameter, insertRows, type SqlDriver } from './sql-driver.ts';
import { saveConcepts } from './concept-rows.ts';

const ADD = 'on conflict do nothing';

/** @returns whether this language owns the concepts of the version */
export async function saveReleaseRows(driver: SqlDriver, release: TaxonomyRelease): Promise<boolean> {
  const { framework, version, language } = release;
  const others = await driver.query<{ owns: boolean }>(
    `select owns_concepts as owns from taxonomy_release
     where framework = $1 and version = $2 and language <> $3 and is_active`,
    [framework, version, language],
  );
  const owns = !others.some((other) => other.owns);
  // Concepts that other languages have labels for are updated in place: deleting them would take those labels along.
  if (others.length === 0) await removeFramework(driver, framework);
  else await removeLabels(driver, framework, language);
  if (owns && others.length > 0) await removeOutdated(driver, release);
  await saveConcepts(driver, release, owns ? 'replace' : 'add');
  await saveLabels(driver, release);
  await saveRelations(driver, release);
  return owns;
}

async function removeFramework(driver: SqlDriver, framework: string): Promise<void> {
  for (const table of ['skill', 'occupation', 'concept_group', 'broader', 'skill_skill']) {
    await driver.query(`delete from ${table} where framework = $1`, [framework]);
  }
}

/** What the release no longer has, and every relation: those are written anew. */
async function removeOutdated(driver: SqlDriver, release: TaxonomyRelease): Promise<void> {
  const { framework, skills, occupations, groups } = release;
  const kept = { skill: skills, occupation: occupations, concept_group: groups };
  for (const [table, concepts] of Object.entries(kept)) {
    await driver.query(
      `delete from ${table} where framework = $1 and id not in (select json_array_elements_text($2::json))`,
      [framework, idsParameter(concepts.map(({ id }) => id))],
    );
  }
  for (const table of ['broader', 'skill_skill']) {
    await driver.query(`delete from ${table} where framework = $1`, [framework]);
  }
  await driver.query(
    'delete from occupation_skill where occupation_id in (select id from occupation where framework = $1)',
    [framework],
  );
}

async function removeLabels(driver: SqlDriver, framework: string, language: string): Promise<void> {
  for (const concept of ['skill', 'occupation']) {
    await driver.query(
      `delete from ${concept}_label where language = $2 and ${concept}_id in (select id from ${concept} where framework = $1)`,
      [framework, language],
    );
  }
}

async function saveLabels(driver: SqlDriver, { language, skills, occupations }: TaxonomyRelease): Promise<void> {
  const columns = { concept_id: 'text', language: 'text', kind: 'text', label: 'text' };
  const skillLabels = skills.flatMap((skill) => [
    { concept_id: skill.id, language, kind: 'preferred', label: skill.preferredLabel },
    ...skill.altLabels.map((label) => ({ concept_id: skill.id, language, kind: 'alternative', label })),
    ...skill.hiddenLabels.map((label) => ({ concept_id: skill.id, language, kind: 'hidden', label })),
  ]);
  const occupationLabels = occupations.flatMap((occupation) => [
    { concept_id: occupation.id, language, kind: 'preferred', label: occupation.preferredLabel },
    ...occupation.altLabels.map((label) => ({ concept_id: occupation.id, language, kind: 'alternative', label })),
  ]);
  for (const [concept, labels] of [
    ['skill', skillLabels],
    ['occupation', occupationLabels],
  ] as const) {
    const renamed = labels.map(({ concept_id, ...rest }) => ({ ...rest, [`${concept}_id`]: concept_id }));
    const { concept_id, ...rest } = columns;
    await insertRows(driver, `${concept}_label`, { [`${concept}_id`]: concept_id, ...rest }, renamed, ADD);
  }
}

async function saveRelations(driver: SqlDriver, release: TaxonomyRelease): Promise<void> {
  const { framework } = release;
  await insertRows(
    driver,
    'broader',
    { framework: 'text', child_id: 'text', parent_id: 'text' },
    release.broader.map(({ childId, parentId }) => ({ framework, child_id: childId, parent_id: parentId })),
    ADD,
  );
  await insertRows(
    driver,
    'occupation_skill',
    { occupation_id: 'text', skill_id: 'text', relation: 'text' },
    release.occupationSkills.map(({ occupationId, skillId, relation }) => ({
      occupation_id: occupationId,
      skill_id: skillId,
      relation,
    })),
    ADD,
  );
  await insertRows(
    driver,
    'skill_skill',
    { framework: 'text', from_id: 'text', to_id: 'text', relation: 'text' },
    release.skillSkills.map(({ fromId, toId, relation }) => ({ framework, from_id: fromId, to_id: toId, relation })),
    ADD,
  );
}

/**
 * Writes one taxonomy release. The first language imported owns the concepts and relations of a version; a further
 * language of the same version adds its labels to the same ids.
 */
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import { insertRows, type SqlDriver } from './sql-driver.ts';

const ADD = 'on conflict do nothing';

export async function saveReleaseRows(driver: SqlDriver, release: TaxonomyRelease): Promise<void> {
  const { framework, version, language } = release;
  const others = await driver.query(
    'select 1 from taxonomy_release where framework = $1 and version = $2 and language <> $3 and is_active',
    [framework, version, language],
  );
  const addsLanguage = others.length > 0;
  await (addsLanguage ? removeLabels(driver, framework, language) : removeFramework(driver, framework));
  await saveConcepts(driver, release);
  await saveLabels(driver, release);
  await saveRelations(driver, release);
}

async function removeFramework(driver: SqlDriver, framework: string): Promise<void> {
  for (const table of ['skill', 'occupation', 'concept_group', 'broader', 'skill_skill']) {
    await driver.query(`delete from ${table} where framework = $1`, [framework]);
  }
}

async function removeLabels(driver: SqlDriver, framework: string, language: string): Promise<void> {
  for (const concept of ['skill', 'occupation']) {
    await driver.query(
      `delete from ${concept}_label where language = $2 and ${concept}_id in (select id from ${concept} where framework = $1)`,
      [framework, language],
    );
  }
}

async function saveConcepts(driver: SqlDriver, release: TaxonomyRelease): Promise<void> {
  const { version } = release;
  await insertRows(
    driver,
    'skill',
    {
      id: 'text',
      framework: 'text',
      version: 'text',
      preferred_label: 'text',
      description: 'text',
      skill_type: 'text',
      reuse_level: 'text',
    },
    release.skills.map((skill) => ({
      id: skill.id,
      framework: skill.framework,
      version,
      preferred_label: skill.preferredLabel,
      description: skill.description,
      skill_type: skill.skillType,
      reuse_level: skill.reuseLevel,
    })),
    ADD,
  );
  await insertRows(
    driver,
    'concept_group',
    { id: 'text', framework: 'text', kind: 'text', code: 'text', preferred_label: 'text', description: 'text' },
    release.groups.map((group) => ({ ...group, preferred_label: group.preferredLabel })),
    ADD,
  );
  await insertRows(
    driver,
    'occupation',
    {
      id: 'text',
      framework: 'text',
      version: 'text',
      preferred_label: 'text',
      description: 'text',
      isco_code: 'text',
      code: 'text',
    },
    release.occupations.map((occupation) => ({
      id: occupation.id,
      framework: occupation.framework,
      version,
      preferred_label: occupation.preferredLabel,
      description: occupation.description,
      isco_code: occupation.iscoCode,
      code: occupation.code,
    })),
    ADD,
  );
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

/** Writes the concepts of a taxonomy release: skills, groups, occupations. */
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import { insertRows, type Columns, type SqlDriver } from './sql-driver.ts';

const SKILL: Columns = {
  id: 'text',
  framework: 'text',
  version: 'text',
  preferred_label: 'text',
  description: 'text',
  skill_type: 'text',
  reuse_level: 'text',
};
const GROUP: Columns = {
  id: 'text',
  framework: 'text',
  kind: 'text',
  code: 'text',
  preferred_label: 'text',
  description: 'text',
};
const OCCUPATION: Columns = {
  id: 'text',
  framework: 'text',
  version: 'text',
  preferred_label: 'text',
  description: 'text',
  isco_code: 'text',
  code: 'text',
};

/** @param known what happens to a concept that is there already: it takes the release's fields, or stays as it is */
export async function saveConcepts(
  driver: SqlDriver,
  { version, skills, groups, occupations }: TaxonomyRelease,
  known: 'replace' | 'add',
): Promise<void> {
  const conflict = (columns: Columns) =>
    known === 'add'
      ? 'on conflict do nothing'
      : `on conflict (id) do update set ${Object.keys(columns)
          .filter((name) => name !== 'id')
          .map((name) => `${name} = excluded.${name}`)
          .join(', ')}`;
  const skillRows = skills.map(({ preferredLabel, skillType, reuseLevel, ...skill }) => ({
    ...skill,
    version,
    preferred_label: preferredLabel,
    skill_type: skillType,
    reuse_level: reuseLevel,
  }));
  const groupRows = groups.map(({ preferredLabel, ...group }) => ({ ...group, preferred_label: preferredLabel }));
  const occupationRows = occupations.map(({ preferredLabel, iscoCode, ...occupation }) => ({
    ...occupation,
    version,
    preferred_label: preferredLabel,
    isco_code: iscoCode,
  }));
  await insertRows(driver, 'skill', SKILL, firstOfEach(skillRows), conflict(SKILL));
  await insertRows(driver, 'concept_group', GROUP, firstOfEach(groupRows), conflict(GROUP));
  await insertRows(driver, 'occupation', OCCUPATION, firstOfEach(occupationRows), conflict(OCCUPATION));
}

/** One statement cannot update a row twice. */
function firstOfEach<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

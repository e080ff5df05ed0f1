/**
 * Skills and cheap wishes in, the credentials that a question about them needs out: one recursive query.
 *
 * It starts from the coverage index, not from the documents, so it costs what the answer is large, not what the catalogue
 * is. A language counts by its primary part, as in services/credentials/filter-credentials.ts, which has the last word.
 */
import type { Credential } from '../domain/credential.ts';
import { idsParameter, type SqlDriver } from './sql-driver.ts';
import type { CoveringWishes } from './store.ts';
import { isVisible, type View } from './view.ts';

const covering = (seen: string) => `
  with recursive wanted (id) as (
    (
      select credential.id from credential
      where ${seen} and ((
          id in (
            select credential_id from skill_coverage
            where skill_id in (select json_array_elements_text($1::json)) and coverage > 0
          )
          and ($2::json is null or split_part(lower(document ->> 'language'), '-', 1)
            in (select json_array_elements_text($2::json)))
          and ($3::float8 is null or (document ->> 'workloadHours')::float8 <= $3::float8)
        )
        or lower(trim(title)) in (select json_array_elements_text($4::json)))
    )
    union
    select prerequisite.id
    from wanted
    join credential on credential.id = wanted.id
    cross join lateral jsonb_array_elements_text(credential.document -> 'prerequisiteIds') as prerequisite (id)
  )
  select document from credential where id in (select id from wanted) and ${seen} order by id collate "C"`;

/** Ordered by id. Circles of prerequisites end where they begin; prerequisites nobody knows are left out. */
export async function coveringCredentials(
  driver: SqlDriver,
  skillIds: readonly string[],
  { languages, maxHours, titles = [] }: CoveringWishes,
  view: View,
): Promise<Credential[]> {
  const primary = languages?.map((language) => language.toLowerCase().split('-')[0] ?? '');
  const rows = await driver.query<{ document: Credential }>(covering(isVisible(view, 'credential')), [
    idsParameter(skillIds),
    primary === undefined ? null : idsParameter(primary),
    maxHours ?? null,
    idsParameter(titles.map((title) => title.trim().toLowerCase())),
  ]);
  return rows.map(({ document }) => document);
}

/** Who asks, and how firmly: the postings of a scope with their occupations, and must or nice counts of skills. */
import type { Filter } from './scope-filter.ts';
import { idsParameter, type SqlDriver } from './sql-driver.ts';
import type { AskingPostingRow, NecessityCount } from './store.ts';

export function askingPostings(driver: SqlDriver, filter: Filter): Promise<AskingPostingRow[]> {
  return driver.query(
    `select id as "postingId", employer, occupation_id as "occupationId", isco_code as "iscoCode" from posting
     where duplicate_of is null and posting.linker_id is not null and ${filter.sql} order by id`,
    [...filter.parameters],
  );
}

/** A posting that asks for a skill in several sentences counts once, by the firmest of them. Filter parameters from 2. */
export function necessityCounts(
  driver: SqlDriver,
  filter: Filter,
  skillIds: readonly string[],
): Promise<NecessityCount[]> {
  return driver.query(
    `with asked as (
       select l.skill_id, l.posting_id, max(l.confidence) as confidence,
         min(case r.necessity when 'must' then 1 when 'nice' then 2 else 3 end) as firmness
       from skill_link l
       join posting on posting.id = l.posting_id and posting.duplicate_of is null
         and posting.linker_id is not null and ${filter.sql}
       join requirement r on r.posting_id = l.posting_id and r.position = l.requirement_position
       where l.skill_id in (select json_array_elements_text($1::json)) group by 1, 2)
     select skill_id as "skillId", case firmness when 1 then 'must' when 2 then 'nice' else 'unstated' end as necessity,
       sum(confidence)::float8 as "expectedCount" from asked group by 1, firmness order by 1, firmness`,
    [idsParameter(skillIds), ...filter.parameters],
  );
}

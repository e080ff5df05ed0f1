/** Writes what linking found in some postings, replacing what an earlier linker found in them. */
import { idsParameter, insertRows, type SqlDriver } from './sql-driver.ts';
import type { LinkedPosting } from './store.ts';

export async function saveLinkedRows(driver: SqlDriver, linked: readonly LinkedPosting[]): Promise<void> {
  const ids = idsParameter(linked.map(({ postingId }) => postingId));
  for (const table of ['skill_link', 'posting_skill', 'requirement']) {
    await driver.query(`delete from ${table} where posting_id in (select json_array_elements_text($1::json))`, [ids]);
  }
  await insertRows(
    driver,
    'requirement',
    {
      posting_id: 'text',
      position: 'integer',
      text: 'text',
      start_offset: 'integer',
      end_offset: 'integer',
      section: 'text',
      necessity: 'text',
    },
    linked.flatMap(({ postingId, requirements }) =>
      requirements.map((requirement) => ({
        ...requirement,
        posting_id: postingId,
        start_offset: requirement.start,
        end_offset: requirement.end,
      })),
    ),
  );
  await insertLinkRows(driver, linked);
  await driver.query(
    `update posting set needs_relink = false, linker_id = row."linkerId", occupation_id = row."occupationId",
       occupation_confidence = row.confidence, isco_code = row."iscoCode"
     from json_to_recordset($1::json) as row
       ("postingId" text, "linkerId" text, "occupationId" text, confidence double precision, "iscoCode" text)
     where posting.id = row."postingId"`,
    [JSON.stringify(linked.map(({ postingId, linkerId, occupation }) => ({ postingId, linkerId, ...occupation })))],
  );
}

/** Links and the skills rolled up from them; earlier rows have to be gone. */
export async function insertLinkRows(
  driver: SqlDriver,
  linked: readonly Pick<LinkedPosting, 'postingId' | 'linkerId' | 'links' | 'skills'>[],
): Promise<void> {
  await insertRows(
    driver,
    'skill_link',
    {
      posting_id: 'text',
      requirement_position: 'integer',
      skill_id: 'text',
      confidence: 'double precision',
      start_offset: 'integer',
      end_offset: 'integer',
      method: 'text',
      linker_id: 'text',
    },
    linked.flatMap(({ postingId, linkerId, links }) =>
      links.map((link) => ({
        posting_id: postingId,
        linker_id: linkerId,
        requirement_position: link.requirementPosition,
        skill_id: link.skillId,
        confidence: link.confidence,
        start_offset: link.start,
        end_offset: link.end,
        method: link.method,
      })),
    ),
  );
  await insertRows(
    driver,
    'posting_skill',
    {
      posting_id: 'text',
      skill_id: 'text',
      probability: 'double precision',
      must_probability: 'double precision',
      linker_id: 'text',
    },
    linked.flatMap(({ postingId, linkerId, skills }) =>
      skills.map((skill) => ({
        posting_id: postingId,
        linker_id: linkerId,
        skill_id: skill.skillId,
        probability: skill.probability,
        must_probability: skill.mustProbability,
      })),
    ),
  );
}

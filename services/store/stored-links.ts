/** Links that are in the store already: found by their words, read back, and put right without linking again. */
import type { Requirement, SkillLink } from '../domain/posting.ts';
import { groupBy } from '../domain/group-by.ts';
import { insertLinkRows } from './linked-rows.ts';
import { idsParameter, type SqlDriver } from './sql-driver.ts';
import type { PostingStore } from './store.ts';
import { isVisible, type View } from './view.ts';

const IN_IDS = 'in (select json_array_elements_text($1::json))';

type StoredLinkStatements = Pick<PostingStore, 'linkedWith' | 'storedLinks' | 'replaceLinks' | 'markForRelinking'>;

export function storedLinkStatements(driver: SqlDriver, view: View): StoredLinkStatements {
  return {
    async linkedWith(piece) {
      // Full-width letters and ligatures become plain ones first, as they do where words are compared.
      const rows = await driver.query<{ id: string }>(
        `select distinct posting.id from posting join requirement r on r.posting_id = posting.id
         where posting.linker_id is not null and posting.duplicate_of is null and ${isVisible(view, 'posting')}
           and ($1::text is null or position($1 in lower(normalize(r.text, NFKC))) > 0) order by 1`,
        [piece],
      );
      return rows.map(({ id }) => id);
    },

    async storedLinks(postingIds) {
      const parameters = [idsParameter(postingIds)];
      const requirements = await driver.query<Requirement & { postingId: string }>(
        `select r.posting_id as "postingId", position, text, start_offset as start, end_offset as "end", section, necessity
         from requirement r join posting on posting.id = r.posting_id and posting.linker_id is not null
           and ${isVisible(view, 'posting')}
         where r.posting_id ${IN_IDS} order by 1, 2`,
        parameters,
      );
      const links = await driver.query<SkillLink & { postingId: string }>(
        `select posting_id as "postingId", requirement_position as "requirementPosition", skill_id as "skillId", confidence,
           start_offset as start, end_offset as "end", method
         from skill_link where posting_id ${IN_IDS} order by 1, 2, 4 desc, 3`,
        parameters,
      );
      const linksByPosting = groupBy(links, ({ postingId }) => postingId);
      return [...groupBy(requirements, ({ postingId }) => postingId)].map(([postingId, rows]) => ({
        postingId,
        requirements: rows.map(({ position, text, start, end, section, necessity }) => ({
          position,
          text,
          start,
          end,
          section,
          necessity,
        })),
        links: (linksByPosting.get(postingId) ?? []).map(
          ({ requirementPosition, skillId, confidence, start, end, method }) => ({
            requirementPosition,
            skillId,
            confidence,
            start,
            end,
            method,
          }),
        ),
      }));
    },

    replaceLinks: (corrected) =>
      driver.transaction(async (transaction) => {
        const linkers = await transaction.query<{ id: string; linkerId: string }>(
          `select id, linker_id as "linkerId" from posting where linker_id is not null and id ${IN_IDS}`,
          [idsParameter(corrected.map(({ postingId }) => postingId))],
        );
        const linkerByPosting = new Map(linkers.map(({ id, linkerId }) => [id, linkerId]));
        const ids = [idsParameter([...linkerByPosting.keys()])];
        for (const table of ['skill_link', 'posting_skill']) {
          await transaction.query(`delete from ${table} where posting_id ${IN_IDS}`, ids);
        }
        await insertLinkRows(
          transaction,
          corrected.flatMap((posting) => {
            const linkerId = linkerByPosting.get(posting.postingId);
            return linkerId === undefined ? [] : [{ ...posting, linkerId }];
          }),
        );
      }),

    async markForRelinking(postingIds) {
      await driver.query(`update posting set needs_relink = true where linker_id is not null and id ${IN_IDS}`, [
        idsParameter(postingIds),
      ]);
    },
  };
}

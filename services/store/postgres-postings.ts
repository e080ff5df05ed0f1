/** Posting tables: raw postings as received, and everything derived from them. */
import type { Posting, RawPosting } from '../domain/posting.ts';
import { idsParameter, insertRows, storableText, type SqlDriver } from './sql-driver.ts';
import { saveLinkedRows } from './linked-rows.ts';
import { storedLinkStatements } from './stored-links.ts';
import { splitImport } from './split-import.ts';
import type { ImportCounts, Owned, PostingStore } from './store.ts';
import { isVisible, ownerOf, ownId, type View } from './view.ts';

const POSTING_COLUMNS = `
  id, source, organisation, title, description, language, employer, employer_key as "employerKey", place, country,
  region_code as "regionCode", posted_on::text as "postedOn", valid_until::text as "validUntil",
  employment_type as "employmentType", industry`;

const PAGE_SIZE = 1000;
const IN_IDS = 'in (select json_array_elements_text($1::json))';

export function postgresPostings(driver: SqlDriver, view: View = 'everything'): PostingStore {
  return {
    saveRaw: (postings) => saveRaw(driver, view, postings),

    pendingNormalisation: async (normaliserVersion) =>
      idsOf(
        await driver.query(
          `select raw.id from raw_posting raw left join posting on posting.id = raw.id
           where raw.rejected_because is null
             and (posting.id is null or posting.content_hash <> raw.content_hash or posting.normaliser_version <> $1)
           order by raw.id`,
          [normaliserVersion],
        ),
      ),

    rawPostings: (ids) =>
      driver.query<RawPosting>(
        `select id, source, url, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt", licence,
           content_hash as "contentHash", payload from raw_posting
         where id ${IN_IDS} and ${isVisible(view, 'raw_posting')} order by id`,
        [idsParameter(ids)],
      ),

    async rejectRaw(id, because) {
      await driver.query('update raw_posting set rejected_because = $2 where id = $1', [
        storableText(id),
        storableText(because),
      ]);
    },

    saveNormalised: (postings) =>
      driver.transaction(async (transaction) => {
        await transaction.query(`delete from posting where id ${IN_IDS}`, [idsParameter(postings.map(({ id }) => id))]);
        await insertRows(
          transaction,
          'posting',
          {
            id: 'text',
            source: 'text',
            content_hash: 'text',
            normaliser_version: 'integer',
            title: 'text',
            description: 'text',
            language: 'text',
            employer: 'text',
            employer_key: 'text',
            place: 'text',
            country: 'text',
            region_code: 'text',
            region_path: 'text[]',
            posted_on: 'date',
            valid_until: 'date',
            employment_type: 'text',
            industry: 'text',
          },
          postings.map((posting) => ({
            ...posting,
            content_hash: posting.contentHash,
            normaliser_version: posting.normaliserVersion,
            employer_key: posting.employerKey,
            region_code: posting.regionCode,
            region_path: posting.regionPath,
            posted_on: posting.postedOn,
            valid_until: posting.validUntil,
            employment_type: posting.employmentType,
          })),
        );
        await transaction.query(
          `update posting set organisation = raw.organisation from raw_posting raw
           where raw.id = posting.id and raw.organisation is not null and posting.id ${IN_IDS}`,
          [idsParameter(postings.map(({ id }) => id))],
        );
      }),

    async *eachPosting() {
      let after = '';
      for (;;) {
        const page = await driver.query<Posting & Owned>(
          `select ${POSTING_COLUMNS} from posting where id > $1 and ${isVisible(view, 'posting')} order by id limit ${PAGE_SIZE}`,
          [after],
        );
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.id;
      }
    },

    saveDuplicates: (duplicates) =>
      driver.transaction(async (transaction) => {
        await transaction.query(
          `update posting set duplicate_of = found."originalId", duplicate_kind = found.kind
           from (select posting.id, row."originalId", row.kind from posting left join
                   json_to_recordset($1::json) as row ("duplicateId" text, "originalId" text, kind text)
                   on row."duplicateId" = posting.id) found
           where found.id = posting.id
             and (posting.duplicate_of, posting.duplicate_kind) is distinct from (found."originalId", found.kind)`,
          [JSON.stringify(duplicates)],
        );
      }),

    pendingLinks: async (linkerId, limit) =>
      idsOf(
        await driver.query(
          `select id from posting where duplicate_of is null and (linker_id is distinct from $1 or needs_relink)
           order by id limit $2`,
          [linkerId, limit ?? null],
        ),
      ),

    postings: (ids) =>
      driver.query<Posting & Owned>(
        `select ${POSTING_COLUMNS} from posting where id ${IN_IDS} and ${isVisible(view, 'posting')} order by id`,
        [idsParameter(ids)],
      ),

    saveLinked: (linked) => driver.transaction((transaction) => saveLinkedRows(transaction, linked)),

    ...storedLinkStatements(driver, view),

    async counts() {
      const [row] = await driver.query<{
        raw: number;
        rejected: number;
        postings: number;
        duplicates: number;
        linked: number;
        links: number;
      }>(
        `select (select count(*)::int from raw_posting) as raw,
           (select count(rejected_because)::int from raw_posting) as rejected, count(*)::int as postings,
           count(duplicate_of)::int as duplicates, count(linker_id) filter (where duplicate_of is null)::int as linked,
           (select count(*)::int from skill_link) as links from posting`,
      );
      return row ?? { raw: 0, rejected: 0, postings: 0, duplicates: 0, linked: 0, links: 0 };
    },
  };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

async function saveRaw(driver: SqlDriver, view: View, received: readonly RawPosting[]): Promise<ImportCounts> {
  const organisation = ownerOf(view);
  const postings = received.map((posting) => ({ ...posting, id: ownId(view, posting.id), organisation }));
  const { fresh, counts } = await splitImport(driver, 'raw_posting', postings);
  await insertRows(
    driver,
    'raw_posting',
    {
      id: 'text',
      source: 'text',
      url: 'text',
      received_at: 'timestamptz',
      licence: 'text',
      content_hash: 'text',
      payload: 'jsonb',
      organisation: 'text',
    },
    fresh.map((posting) => ({ ...posting, received_at: posting.receivedAt, content_hash: posting.contentHash })),
    `on conflict (id) do update set source = excluded.source, url = excluded.url, received_at = excluded.received_at,
       licence = excluded.licence, content_hash = excluded.content_hash, payload = excluded.payload, rejected_because = null
     where raw_posting.organisation is not distinct from excluded.organisation`,
  );
  return counts;
}

/**
 * Credential tables: the imported document, and what it was found to teach. A catalogue of ordinary size is answered from
 * memory, a huge one by SQL, which reads only the rows that count; the contract of the store runs on both.
 */
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import { idsParameter, insertRows, storableText, type SqlDriver } from './sql-driver.ts';
import { catalogueSeenBy, coverageIn, type Catalogue } from './catalogue.ts';
import { coveringCredentials } from './covering-credentials.ts';
import { createCoveringMemory } from './covering-memory.ts';
import { ownCredentials } from './own-credentials.ts';
import { splitImport } from './split-import.ts';
import type { CredentialStore, ImportCounts, StoredCredential } from './store.ts';
import { isVisible, ownerOf, type View } from './view.ts';

const IN_IDS = 'in (select json_array_elements_text($1::json))';

interface CoverageRow {
  credentialId: string;
  skillId: SkillCoverage['skillId'];
  coverage: SkillCoverage['coverage'];
  state: SkillCoverage['state'];
  text: string;
  source: SkillCoverage['outcome']['source'];
  start: number;
  end: number;
}

/** About 4 kB each with coverage: 100 MB. */
export const MOST_IN_MEMORY = 25_000;

/** @param followAll the whole catalogue as it is now: kept once, whoever looks at it */
export function postgresCredentials(
  driver: SqlDriver,
  followAll: () => Promise<Catalogue>,
  mostInMemory = MOST_IN_MEMORY,
  view: View = 'everything',
): CredentialStore {
  const seen = view === 'everything' ? (whole: Catalogue) => whole : catalogueSeenBy(view.organisation);
  const follow = async () => seen(await followAll());
  const isSeen = isVisible(view, 'credential');
  const covering = createCoveringMemory();
  /** Null when there is too much of it. */
  const catalogue = async () => {
    const [size] = await driver.query<{ isLarge: boolean }>(
      'select exists (select 1 from credential offset $1::int) as "isLarge"',
      [mostInMemory],
    );
    return size?.isLarge === true ? null : follow();
  };
  const documents = (where: string, parameters: readonly unknown[] = []) =>
    driver
      .query<{ document: Credential }>(
        `select document from credential where ${isSeen} and ${where} order by id`,
        parameters,
      )
      .then((rows) => rows.map((row) => row.document));

  return {
    save: (credentials, importedAt) => save(driver, view, credentials, importedAt),

    pendingLinks: async (linkerId, limit) =>
      (
        await driver.query<{ id: string }>(
          'select id from credential where linker_id is distinct from $1 order by id limit $2',
          [linkerId, limit ?? null],
        )
      ).map((row) => row.id),

    credentials: (ids) => documents(`id ${IN_IDS}`, [idsParameter(ids)]),

    all: async () => (await catalogue())?.credentials() ?? documents('true'),

    async markForRelinking(credentialIds) {
      await driver.query(`update credential set linker_id = null where id ${IN_IDS}`, [idsParameter(credentialIds)]);
    },

    saveCoverage: (credentialId, linkerId, coverage) =>
      driver.transaction(async (transaction) => {
        await transaction.query('delete from skill_coverage where credential_id = $1', [credentialId]);
        await insertRows(
          transaction,
          'skill_coverage',
          {
            credential_id: 'text',
            skill_id: 'text',
            coverage: 'double precision',
            state: 'text',
            outcome_text: 'text',
            outcome_source: 'text',
            start_offset: 'integer',
            end_offset: 'integer',
            linker_id: 'text',
          },
          coverage.map((covered) => ({
            credential_id: credentialId,
            skill_id: covered.skillId,
            coverage: covered.coverage,
            state: covered.state,
            outcome_text: covered.outcome.text,
            outcome_source: covered.outcome.source,
            start_offset: covered.outcome.start,
            end_offset: covered.outcome.end,
            linker_id: linkerId,
          })),
        );
        await transaction.query('update credential set linker_id = $2 where id = $1', [credentialId, linkerId]);
      }),

    async coverageOf(skillIds) {
      const kept = await catalogue();
      return kept === null ? coverageOf(driver, view, skillIds) : coverageIn(kept, skillIds);
    },

    async coverageBy(credentialId) {
      const kept = await catalogue();
      if (kept !== null) return [...(kept.find(credentialId)?.coverages ?? [])];
      return readCoverage(driver, view, 'credential_id = $1', [storableText(credentialId)]);
    },

    async covering(skillIds, wishes = {}) {
      const kept = await catalogue();
      if (kept !== null) return covering(kept, skillIds, wishes);
      const credentials = await coveringCredentials(driver, skillIds, wishes, view);
      const coverages = await coverageOf(
        driver,
        view,
        skillIds,
        credentials.map(({ id }) => id),
      );
      return { credentials, coverages };
    },

    async counts() {
      const [row] = await driver.query<{ credentials: number; linked: number; coverages: number }>(
        `select count(*)::int as credentials, count(linker_id)::int as linked,
           (select count(*)::int from skill_coverage join credential on credential.id = credential_id where ${isSeen}) as coverages
         from credential where ${isSeen}`,
      );
      return row ?? { credentials: 0, linked: 0, coverages: 0 };
    },
  };
}

/** @param credentialIds only of these; absent: of all */
async function coverageOf(
  driver: SqlDriver,
  view: View,
  skillIds: readonly string[],
  credentialIds?: readonly string[],
): Promise<SkillCoverage[]> {
  const ofThese =
    credentialIds === undefined
      ? ''
      : 'and credential_id in (select json_array_elements_text($2::json)) and coverage > 0';
  return readCoverage(driver, view, `skill_id ${IN_IDS} ${ofThese}`, [
    idsParameter(skillIds),
    ...(credentialIds === undefined ? [] : [idsParameter(credentialIds)]),
  ]);
}

/** By credential, then skill. */
async function readCoverage(
  driver: SqlDriver,
  view: View,
  where: string,
  parameters: readonly unknown[],
): Promise<SkillCoverage[]> {
  const rows = await driver.query<CoverageRow>(
    `select credential_id as "credentialId", skill_id as "skillId", coverage, state, outcome_text as text,
       outcome_source as source, start_offset as start, end_offset as "end"
     from skill_coverage where ${where} and ${isSeenCoverage(view)} order by credential_id collate "C", skill_id collate "C"`,
    parameters,
  );
  return rows.map(({ text, source, start, end, ...covered }) => ({
    ...covered,
    outcome: { text, source, start, end },
  }));
}

/** Coverage has no owner of its own: it is that of its credential. */
function isSeenCoverage(view: View): string {
  if (view === 'everything') return 'true';
  return `exists (select 1 from credential where credential.id = credential_id and ${isVisible(view, 'credential')})`;
}

async function save(
  driver: SqlDriver,
  view: View,
  received: readonly StoredCredential[],
  importedAt: string,
): Promise<ImportCounts> {
  const credentials = await ownCredentials(driver, view, received);
  const { fresh, counts } = await splitImport(driver, 'credential', credentials);
  await insertRows(
    driver,
    'credential',
    {
      id: 'text',
      source: 'text',
      title: 'text',
      provider: 'text',
      content_hash: 'text',
      imported_at: 'timestamptz',
      document: 'jsonb',
      organisation: 'text',
    },
    fresh.map(({ contentHash, ...document }) => ({
      id: document.id,
      source: document.source,
      title: document.title,
      provider: document.provider,
      content_hash: contentHash,
      imported_at: importedAt,
      document,
      organisation: ownerOf(view),
    })),
    `on conflict (id) do update set source = excluded.source, title = excluded.title, provider = excluded.provider,
       content_hash = excluded.content_hash, imported_at = excluded.imported_at, document = excluded.document, linker_id = null
     where credential.organisation is not distinct from excluded.organisation`,
  );
  return counts;
}

/**
 * One contract for the store on both drivers: PGlite in a temporary folder, and the server of TEST_DATABASE_URL in a
 * schema that is dropped afterwards. Opening PGlite takes seconds, so one instance serves all tests, emptied in between.
 */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../services/store/migrate.ts';
import { openPg } from '../../../services/store/pg-driver.ts';
import { openPglite } from '../../../services/store/pglite-driver.ts';
import { openPostgresStore } from '../../../services/store/postgres-store.ts';
import type { SqlDriver } from '../../../services/store/sql-driver.ts';
import type { Store } from '../../../services/store/store.ts';
import { testDatabaseUrl } from '../../services.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { describeCorrectionStore } from './correction-contract.ts';
import { describeCredentialStore } from './credential-contract.ts';
import { describeDemandStore } from './demand-contract.ts';
import { describeDirectory } from './directory-contract.ts';
import { describeGapReportStore } from './gap-report-contract.ts';
import { describeHostileText } from './hostile-contract.ts';
import { describePostingStore } from './posting-contract.ts';
import { describeTaxonomyStore } from './taxonomy-contract.ts';
import { buildRaw } from './store-fixture.ts';
import { describeAccessStore, describeViews } from './view-contract.ts';

const databaseUrl = testDatabaseUrl();
const schema = `skillgap_test_${process.pid}`;

describe('the store on PGlite', () => {
  const { folder } = temporaryFolder();
  contract(() => openPglite(path.join(folder, 'store')));
});

describe.skipIf(databaseUrl === undefined)('the store on PostgreSQL (skipped without TEST_DATABASE_URL)', () => {
  contract(async () => {
    const driver = await openPg(databaseUrl ?? '', schema);
    await driver.execute(`drop schema if exists ${schema} cascade; create schema ${schema}`);
    return {
      ...driver,
      close: async () => {
        await driver.execute(`drop schema ${schema} cascade`);
        await driver.close();
      },
    };
  });
});

function contract(open: () => Promise<SqlDriver>): void {
  let driver: SqlDriver;
  let store: Store;
  let migrations: string[];

  beforeAll(async () => {
    driver = await open();
    migrations = await migrate(driver);
    store = await openPostgresStore(driver);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    const tables = await driver.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'migration'`,
    );
    await driver.execute(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
    // Emptying tables is no change that a store follows: the next test opens its own.
    store = await openPostgresStore(driver);
  });

  it('applies each migration once, however often it is migrated', async () => {
    expect(migrations).toEqual([
      '0001_taxonomy.sql',
      '0002_postings.sql',
      '0003_credentials.sql',
      '0004_release_owner.sql',
      '0005_row_change.sql',
      '0006_gap_report.sql',
      '0007_corrections.sql',
      '0008_words.sql',
      '0009_organisations.sql',
    ]);
    expect(await migrate(driver)).toEqual([]);
    const applied = await driver.query<{ name: string }>('select name from migration order by name');
    expect(applied.map(({ name }) => name)).toEqual(migrations);
  });

  it('rolls a transaction back whole, also what a nested one wrote', async () => {
    await store.postings.saveRaw([buildRaw('kept')]);
    const work = store.transaction(async (inner) => {
      await inner.postings.saveRaw([buildRaw('lost')]);
      await inner.transaction((nested) => nested.postings.rejectRaw('kept', 'unreadable'));
      throw new Error('the file ends in the middle of a record');
    });
    await expect(work).rejects.toThrow('in the middle');
    expect(await store.postings.counts()).toMatchObject({ raw: 1, rejected: 0 });
  });

  it('goes on after a statement that failed in a transaction', async () => {
    await expect(store.transaction((inner) => inner.postings.saveNormalised([{} as never]))).rejects.toThrow();
    await store.postings.saveRaw([buildRaw('next')]);
    expect((await store.postings.counts()).raw).toBe(1);
  });

  describeTaxonomyStore(() => store);
  describePostingStore(() => store);
  describeDemandStore(
    () => store,
    () => openPostgresStore(driver),
  );
  describeCredentialStore(() => store);
  describe('a catalogue too large for memory', () => {
    beforeEach(async () => {
      store = await openPostgresStore(driver, { mostCredentialsInMemory: 0 });
    });
    describeCredentialStore(() => store);
    describeViews(() => store);
  });
  describeGapReportStore(() => store);
  describeCorrectionStore(() => store);
  describeHostileText(() => store);
  describeDirectory(() => store);
  describeViews(() => store);
  describeAccessStore(() => store);
}

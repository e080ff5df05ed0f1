/** The store on any SqlDriver. */
import { migrate } from './migrate.ts';
import { postgresCorrections } from './postgres-corrections.ts';
import { postgresCredentials } from './postgres-credentials.ts';
import { postgresDemand } from './postgres-demand.ts';
import { postgresDirectory } from './postgres-directory.ts';
import { postgresGapReports } from './postgres-gap-reports.ts';
import { postgresPostings } from './postgres-postings.ts';
import { postgresTaxonomies } from './postgres-taxonomies.ts';
import type { SqlDriver } from './sql-driver.ts';
import type { Linker, Store } from './store.ts';

export interface StoreOptions {
  /** Catalogues of more credentials are answered by SQL. */
  mostCredentialsInMemory?: number;
}

/** Migrates the database and opens the store on it. */
export async function openPostgresStore(driver: SqlDriver, options: StoreOptions = {}): Promise<Store> {
  await migrate(driver);
  return storeOn(driver, options);
}

function storeOn(driver: SqlDriver, options: StoreOptions): Store {
  return {
    corrections: postgresCorrections(driver),
    directory: postgresDirectory(driver),
    taxonomies: postgresTaxonomies(driver),
    postings: postgresPostings(driver),
    credentials: postgresCredentials(driver, options.mostCredentialsInMemory),
    demand: postgresDemand(driver),
    gapReports: postgresGapReports(driver),
    async saveLinker({ id, modelId, framework, taxonomyVersion, parameters }) {
      await driver.query(
        `insert into linker (id, model_id, framework, taxonomy_version, parameters) values ($1, $2, $3, $4, $5::jsonb)
         on conflict (id) do nothing`,
        [id, modelId, framework, taxonomyVersion, JSON.stringify(parameters)],
      );
    },
    async lastLinker(framework) {
      const [linker] = await driver.query<Linker>(
        `select linker.id, model_id as "modelId", framework, taxonomy_version as "taxonomyVersion", parameters from linker
         join posting on posting.linker_id = linker.id where framework = $1
         group by linker.id order by count(*) desc, linker.id limit 1`,
        [framework],
      );
      return linker ?? null;
    },
    transaction: (work) => driver.transaction((transaction) => work(storeOn(transaction, options))),
    close: () => driver.close(),
  };
}

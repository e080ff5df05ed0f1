/** The store on any SqlDriver. */
import { followCatalogue } from './catalogue.ts';
import { migrate } from './migrate.ts';
import { postgresAccess } from './postgres-access.ts';
import { postgresCorrections } from './postgres-corrections.ts';
import { postgresCredentials } from './postgres-credentials.ts';
import { postgresDemand } from './postgres-demand.ts';
import { postgresDirectory } from './postgres-directory.ts';
import { postgresGapReports } from './postgres-gap-reports.ts';
import { postgresPostings } from './postgres-postings.ts';
import { postgresTaxonomies } from './postgres-taxonomies.ts';
import { followPostingFacts } from './read-posting-facts.ts';
import type { SqlDriver } from './sql-driver.ts';
import type { Linker, Store } from './store.ts';
import { viewOf, type View } from './view.ts';

export interface StoreOptions {
  /** Catalogues of more credentials are answered by SQL. */
  mostCredentialsInMemory?: number;
}

/** Migrates the database and opens the store on it. */
export async function openPostgresStore(driver: SqlDriver, options: StoreOptions = {}): Promise<Store> {
  await migrate(driver);
  return storeOn(driver, options);
}

/** All rows through one driver; views of it share what is kept in memory. */
function storeOn(driver: SqlDriver, options: StoreOptions): Store {
  const followed = { facts: followPostingFacts(driver), catalogue: followCatalogue(driver) };
  return viewOn(driver, options, followed, 'everything');
}

interface Followed {
  facts: ReturnType<typeof followPostingFacts>;
  catalogue: ReturnType<typeof followCatalogue>;
}

function viewOn(driver: SqlDriver, options: StoreOptions, followed: Followed, view: View): Store {
  return {
    access: postgresAccess(driver),
    corrections: postgresCorrections(driver, view),
    directory: postgresDirectory(driver, view),
    taxonomies: postgresTaxonomies(driver),
    postings: postgresPostings(driver, view),
    credentials: postgresCredentials(driver, followed.catalogue, options.mostCredentialsInMemory, view),
    demand: postgresDemand(driver, followed.facts, view),
    gapReports: postgresGapReports(driver, view),
    viewOf: (organisation) => viewOn(driver, options, followed, viewOf(organisation)),
    async version() {
      const [row] = await driver.query<{ version: string }>('select pg_current_snapshot()::text as version');
      return row?.version ?? '';
    },
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
    transaction: (work) =>
      driver.transaction((transaction) => {
        const inside = { facts: followPostingFacts(transaction), catalogue: followCatalogue(transaction) };
        return work(viewOn(transaction, options, inside, view));
      }),
    close: () => driver.close(),
  };
}

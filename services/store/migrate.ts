/**
 * Applies the SQL files of migrations/ once each, in order of their names, under a lock that other processes wait for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { SqlDriver } from './sql-driver.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
/** Any fixed number: it names the lock among the advisory locks of the database. */
const MIGRATION_LOCK = 727_001;

/** Names of the migrations applied by this call. */
export async function migrate(driver: SqlDriver): Promise<string[]> {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return driver.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await transaction.execute(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = new Set(
      (await transaction.query<{ name: string }>('select name from migration')).map((row) => row.name),
    );
    const missing = names.filter((name) => !applied.has(name));
    for (const name of missing) {
      await transaction.execute(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
      await transaction.query('insert into migration (name) values ($1)', [name]);
    }
    return missing;
  });
}

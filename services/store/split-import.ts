/** A page of records in, those that differ from what is stored and how many were added, changed or unchanged out. */
import { idsParameter, storableText, type SqlDriver } from './sql-driver.ts';
import type { ImportCounts } from './store.ts';

interface Imported {
  id: string;
  contentHash: string;
}

/**
 * An id that comes twice counts as if its records had come one after the other: the last one is kept. PostgreSQL refuses
 * to write a row twice in one statement.
 */
export async function splitImport<Row extends Imported>(
  driver: SqlDriver,
  table: 'raw_posting' | 'credential',
  rows: readonly Row[],
): Promise<{ fresh: Row[]; counts: ImportCounts }> {
  const stored = await driver.query<{ id: string; hash: string }>(
    `select id, content_hash as hash from ${table} where id in (select json_array_elements_text($1::json))`,
    [idsParameter(rows.map(({ id }) => id))],
  );
  const known = new Map(stored.map(({ id, hash }) => [id, hash]));
  const fresh = new Map<string, Row>();
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const id = storableText(row.id);
    const hash = known.get(id);
    counts[hash === undefined ? 'added' : hash === row.contentHash ? 'unchanged' : 'changed'] += 1;
    if (hash !== row.contentHash) fresh.set(id, row);
    known.set(id, row.contentHash);
  }
  return { fresh: [...fresh.values()], counts };
}

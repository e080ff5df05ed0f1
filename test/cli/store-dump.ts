/** The store of a home folder in, every row of every table out: two homes that dump alike hold the same. */
import path from 'node:path';
import { openPglite } from '../../services/store/pglite-driver.ts';

/** Which transaction changed what last: another one after every kill, and nothing that anybody asked to keep. */
const NOT_CONTENT = 'row_change';

/** Rows as JSON, ordered, by table. @param without columns that may differ, such as the time of an import */
export async function dumpStore(home: string, without: readonly string[] = []): Promise<Record<string, string[]>> {
  const driver = await openPglite(path.join(home, 'store'));
  try {
    const tables = await driver.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_name <> '${NOT_CONTENT}' order by 1`,
    );
    const dump: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await driver.query<{ row: string }>(
        `select (to_jsonb(t) - $1::text[])::text as row from "${name}" t order by 1`,
        [without],
      );
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await driver.close();
  }
}

/** How many rows each table has. */
export function countRows(dump: Readonly<Record<string, string[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, rows.length]));
}

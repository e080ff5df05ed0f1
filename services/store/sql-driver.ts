/**
 * One SQL dialect, two drivers: PGlite in this process, `pg` for a server. Everything above speaks PostgreSQL through this.
 */

export interface SqlDriver {
  /** Rows of one statement. Counts and sums must be cast in SQL (`::int`, `::float8`): the drivers disagree on bigint; dates too (`::text`). */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Several statements at once, without parameters: migrations. */
  execute(sql: string): Promise<void>;
  /** All or nothing. Nested calls join the outer transaction. */
  transaction<Result>(work: (transaction: SqlDriver) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A column of a bulk insert: its name and its SQL type. */
export type Columns = Record<string, string>;

const ROWS_PER_STATEMENT = 4000;

/**
 * Inserts many rows by one JSON parameter a statement, which both drivers send alike (arrays and nulls included).
 * @param conflict what follows the values, such as `on conflict do nothing`
 */
export async function insertRows(
  driver: SqlDriver,
  table: string,
  columns: Columns,
  rows: readonly Record<string, unknown>[],
  conflict = '',
): Promise<void> {
  const names = Object.keys(columns).join(', ');
  const definition = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const page = JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT), storableValue);
    await driver.query(
      `insert into ${table} (${names}) select ${names} from json_to_recordset($1::json) as row (${definition}) ${conflict}`,
      [page],
    );
  }
}

/** Ids as the one JSON parameter that `json_array_elements_text` takes apart. */
export function idsParameter(ids: readonly string[]): string {
  return JSON.stringify(ids, storableValue);
}

/** PostgreSQL text takes neither NUL characters nor half surrogate pairs; hostile postings contain both. */
export function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\u0000') ? wellFormed.replaceAll('\u0000', '') : wellFormed;
}

/** A replacer for JSON.stringify: texts and the keys of objects made storable. */
function storableValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.keys(value).every((key) => storableText(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storableText(key), each as unknown]));
}

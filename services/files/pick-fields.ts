/**
 * A record with the column names of whoever wrote it in, its values under our field names out, and the rest.
 *
 * Names are compared without case and punctuation, so `datePosted`, `date_posted` and `Date posted` are one name.
 */

/** The folded names each field goes by elsewhere, best first. */
export type FieldNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Our field -> their column, or a path such as `company.name` into nested records. */
export type FieldMap<Field extends string> = Readonly<Partial<Record<Field, string>>>;

export interface PickedFields<Field extends string> {
  valueByField: ReadonlyMap<Field, unknown>;
  /** Fields the record has a column for, also an empty one. */
  knownFields: ReadonlySet<Field>;
  /** Columns that became no field, under their own names. */
  rest: Record<string, unknown>;
}

/** Where several columns stand for one field the first that is not empty wins; the others stay in `rest`. */
export function pickFields<Field extends string>(
  record: Readonly<Record<string, unknown>>,
  names: FieldNames<Field>,
  map?: FieldMap<Field>,
): PickedFields<Field> {
  const columnsByFolded = new Map<string, string[]>();
  for (const column of Object.keys(record)) {
    const folded = foldColumn(column);
    columnsByFolded.set(folded, [...(columnsByFolded.get(folded) ?? []), column]);
  }
  const valueByField = new Map<Field, unknown>();
  const knownFields = new Set<Field>();
  const usedColumns = new Set<string>(
    Object.values<string | undefined>(map ?? {}).filter((column) => column !== undefined),
  );

  for (const field of Object.keys(names) as Field[]) {
    const mapped = map?.[field];
    if (mapped !== undefined) {
      const value = readPath(record, mapped);
      if (value !== undefined) knownFields.add(field);
      if (!isEmpty(value)) valueByField.set(field, value);
      continue;
    }
    const columns = names[field].flatMap((name) => columnsByFolded.get(name) ?? []);
    for (const column of columns.filter((candidate) => !usedColumns.has(candidate))) {
      knownFields.add(field);
      if (isEmpty(record[column])) usedColumns.add(column);
      else if (!valueByField.has(field)) {
        valueByField.set(field, record[column]);
        usedColumns.add(column);
      }
    }
  }
  const rest = Object.entries(record).filter(([column]) => !usedColumns.has(column) && column !== '__proto__');
  return { valueByField, knownFields, rest: Object.fromEntries(rest) };
}

/** Whether the record has the column, or the path, at all. */
export function hasColumn(record: Readonly<Record<string, unknown>>, column: string): boolean {
  return readPath(record, column) !== undefined;
}

function foldColumn(column: string): string {
  return column.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function readPath(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * The text files of an O*NET release that we read: tab separated, no quotes, plain or gzipped, in a folder or a zip.
 */
export const onetColumns = {
  'Occupation Data': ['O*NET-SOC Code', 'Title', 'Description'],
  'Alternate Titles': ['O*NET-SOC Code', 'Alternate Title'],
  'Sample of Reported Titles': ['O*NET-SOC Code', 'Reported Job Title'],
  'Content Model Reference': ['Element ID', 'Element Name', 'Description'],
  'Technology Skills': ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title'],
} as const satisfies Record<string, readonly string[]>;

export type OnetTable = keyof typeof onetColumns;
/** The read-me is prose; it names the release. */
export type OnetFile = OnetTable | 'Read Me';

export const onetTables = Object.keys(onetColumns) as OnetTable[];

const fileByFoldedName = new Map<string, OnetFile>(
  [...onetTables, 'Read Me' as const].map((table) => [table.toLowerCase(), table]),
);

/** `Occupation Data.txt` and `occupation_data.txt` are the same table; undefined for files we do not read. */
export function identifyOnetFile(baseName: string): OnetFile | undefined {
  const name = /^(.+)\.txt$/i.exec(baseName)?.[1];
  return name === undefined ? undefined : fileByFoldedName.get(name.replaceAll('_', ' ').toLowerCase());
}

/** `O*NET 30.1 Database`, `db_30_1_text` and `onet-30.1` give `30.1`. */
export function findOnetVersion(text: string): string | null {
  const parts = /(?:o\*?net|db)[-_ ]v?(\d{1,2})[._](\d{1,2})\b/i.exec(text.replaceAll('_text', ' text'));
  return parts ? `${parts[1] ?? ''}.${parts[2] ?? ''}` : null;
}

/**
 * A file of records in any form people have them - JSON Lines, one JSON array, one JSON object, CSV - and out come
 * numbered values. The form is told by the content, never by the name.
 */
import type { OnBytes } from './text-stream.ts';
import { openText, sniffText } from './open-text.ts';
import { readCsv } from './read-csv.ts';
import { readJsonDocument } from './read-json-document.ts';
import { readJsonl } from './read-jsonl.ts';
import type { NumberedValue } from './read-jsonl.ts';

export type RecordFormat = 'auto' | 'jsonl' | 'csv';

export interface OpenRecords {
  /** In `csv` every value is an object of strings, and all objects have the same keys. */
  format: 'json' | 'csv';
  records: AsyncGenerator<NumberedValue>;
}

/**
 * `jsonl` accepts a JSON array or a single object too, up to 64 Mi characters.
 *
 * @throws InvalidInputError when the file cannot be read as text; further ones while the records are read
 */
export async function openRecords(file: string, format: RecordFormat, onBytes?: OnBytes): Promise<OpenRecords> {
  const start = await sniffText(file);
  const text = openText(file, { onBytes });
  if (format === 'csv' || (format === 'auto' && !/^\s*[[{]/.test(start))) {
    return { format: 'csv', records: readCsvValues(readCsv(text)) };
  }
  return { format: 'json', records: isJsonDocument(start) ? readJsonDocument(text) : readJsonl(text) };
}

/** An array, or an object that goes on after its first line. */
function isJsonDocument(start: string): boolean {
  const content = start.trimStart();
  const lineEnd = content.indexOf('\n');
  const goesOn = lineEnd !== -1 && !content.slice(0, lineEnd).trimEnd().endsWith('}');
  return content.startsWith('[') || (content.startsWith('{') && goesOn);
}

async function* readCsvValues(rows: ReturnType<typeof readCsv>): AsyncGenerator<NumberedValue> {
  for await (const { line, record } of rows) yield { line, value: record };
}

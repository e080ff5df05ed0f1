/**
 * The file of `--map` in, which of their columns is which of our fields out: `{ "title": "Stellenbezeichnung" }`.
 */
import { InvalidInputError } from '../errors.ts';
import { openText } from '../files/open-text.ts';
import { readJsonDocument } from '../files/read-json-document.ts';
import { isRecord } from '../files/record-fields.ts';
import { postingFieldNames } from './posting-fields.ts';
import type { PostingFieldMap } from './posting-fields.ts';

const MAX_LENGTH = 1024 * 1024;

/** @throws InvalidInputError when the file is no JSON object of our field names and column names */
export async function readPostingMap(file: string): Promise<PostingFieldMap> {
  for await (const { value } of readJsonDocument(openText(file), MAX_LENGTH)) {
    if (isRecord(value)) return checkMap(value, file);
    break;
  }
  throw new InvalidInputError(`${file}, line 1: is no JSON object; write { "ourField": "their column" }.`);
}

function checkMap(map: Readonly<Record<string, unknown>>, file: string): PostingFieldMap {
  for (const [field, column] of Object.entries(map)) {
    if (!Object.hasOwn(postingFieldNames, field)) {
      throw new InvalidInputError(
        `${file}, field ${field}: is no posting field; use ${Object.keys(postingFieldNames).join(', ')}.`,
      );
    }
    if (typeof column !== 'string' || column.trim() === '') {
      throw new InvalidInputError(`${file}, field ${field}: should name a column as text; write the column's name.`);
    }
  }
  return map;
}

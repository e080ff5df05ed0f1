/**
 * A file of postings in, one raw posting or one reason after the other out.
 *
 * A record that is wrong is rejected and the others go on; a file that is broken (invalid JSON, a ragged row) ends
 * the reading with an error, because what comes after the break cannot be trusted.
 */
import type { RawPosting } from '../domain/posting.ts';
import { InvalidInputError } from '../errors.ts';
import { hashContent } from '../files/content-hash.ts';
import { foldFileName } from '../files/fold-name.ts';
import { openRecords } from '../files/open-records.ts';
import type { RecordFormat } from '../files/open-records.ts';
import { hasColumn, pickFields } from '../files/pick-fields.ts';
import { describe, isRecord, webAddressOrNull } from '../files/record-fields.ts';
import type { OnBytes } from '../files/text-stream.ts';
import { postingFieldNames } from './posting-fields.ts';
import type { PostingFieldMap } from './posting-fields.ts';
import { toPostingPayload } from './to-posting-payload.ts';

export interface PostingFile {
  file: string;
  format: RecordFormat;
  /** Wins over the source a record names; without either the file's name is the source. */
  source?: string | undefined;
  /** Our field -> their column; wins over the names we know. */
  map?: PostingFieldMap | undefined;
}

/** A raw posting before somebody with a clock stamps when it was received. */
export type UnstampedPosting = Omit<RawPosting, 'receivedAt'>;

export type PostingLine =
  | { line: number; rawPosting: UnstampedPosting; rejected?: never }
  /** One sentence naming file, line and field. */
  | { line: number; rejected: string; rawPosting?: never };

/** @throws InvalidInputError when the file cannot be read on, holds no record, or (CSV) has no title or description */
export async function* readPostingFile(postingFile: PostingFile, onBytes?: OnBytes): AsyncGenerator<PostingLine> {
  const { file, format } = postingFile;
  const opened = await openRecords(file, format, onBytes);
  const lineById = new Map<string, number>();
  let recordCount = 0;
  for await (const { line, value } of opened.records) {
    if (recordCount === 0 && opened.format === 'csv' && isRecord(value)) checkColumns(value, postingFile);
    recordCount += 1;
    yield readLine(value, line, postingFile, lineById);
  }
  if (recordCount === 0) throw new InvalidInputError(`${file} holds no posting; give at least one record.`);
}

function readLine(value: unknown, line: number, postingFile: PostingFile, lineById: Map<string, number>): PostingLine {
  const where = `${postingFile.file}, line ${line}`;
  try {
    if (!isRecord(value)) {
      throw new InvalidInputError(`${where}: should be a JSON object but is ${describe(value)}; write { ... }.`);
    }
    const rawPosting = toRawPosting(value, where, postingFile);
    const firstLine = lineById.get(rawPosting.id);
    if (firstLine !== undefined) {
      throw new InvalidInputError(
        `${where}, field id: ${rawPosting.id} is already the id of line ${firstLine}; give each posting its own.`,
      );
    }
    lineById.set(rawPosting.id, line);
    return { line, rawPosting };
  } catch (error) {
    if (error instanceof InvalidInputError) return { line, rejected: error.message };
    throw error;
  }
}

/**
 * One record with any field names we know.
 * @throws InvalidInputError beginning with `where`, naming the field
 */
export function toRawPosting(
  value: Record<string, unknown>,
  where: string,
  postingFile: PostingFile,
): UnstampedPosting {
  const picked = pickFields(value, postingFieldNames, postingFile.map);
  const { id, source, url, licence, payload } = toPostingPayload(picked, where);
  const contentHash = hashContent(payload);
  const name = postingFile.source ?? source ?? (foldFileName(postingFile.file) || 'file');
  return {
    id: `${name}:${id ?? contentHash}`,
    source: name,
    url: webAddressOrNull(url),
    licence,
    contentHash,
    payload,
  };
}

/** Better one sentence about the header than the same rejection of every row. */
function checkColumns(row: Readonly<Record<string, unknown>>, { file, map }: PostingFile): void {
  for (const [field, column] of Object.entries(map ?? {})) {
    if (!hasColumn(row, column)) {
      throw new InvalidInputError(`${file}, line 1: lacks the column "${column}" that the map names for ${field}.`);
    }
  }
  const { knownFields } = pickFields(row, postingFieldNames, map);
  const hasText = knownFields.has('description') || knownFields.has('requirements');
  const missing = [...(knownFields.has('title') ? [] : ['title']), ...(hasText ? [] : ['description'])];
  if (missing.length > 0) {
    throw new InvalidInputError(
      `${file}, line 1: has no column for ${missing.join(' and ')} among ${Object.keys(row).join(', ').slice(0, 300)}; name it with a map.`,
    );
  }
}

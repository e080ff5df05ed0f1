/**
 * A catalogue file in, one credential or one reason after the other out, each with what it leaves unsaid.
 *
 * A record that is wrong is rejected and the others go on; a file that is broken ends the reading with an error.
 * Open Badges, CTDL, ELM and schema.org documents have their own readers in standards/.
 */
import type { Credential } from '../domain/credential.ts';
import { InvalidInputError } from '../errors.ts';
import { foldFileName } from '../files/fold-name.ts';
import { openRecords } from '../files/open-records.ts';
import type { RecordFormat } from '../files/open-records.ts';
import { describe, isRecord } from '../files/record-fields.ts';
import type { OnBytes } from '../files/text-stream.ts';
import { toCredential } from './to-credential.ts';

export interface CredentialFile {
  file: string;
  format: RecordFormat;
  /** Wins over the source a record names; without either the file's name is the source. */
  source?: string | undefined;
}

export type CredentialLine =
  | { line: number; credential: Credential; warnings: string[]; rejected?: never }
  /** One sentence naming file, line and field. */
  | { line: number; rejected: string; warnings: string[]; credential?: never };

/** @throws InvalidInputError when the file cannot be read on, or holds no record */
export async function* readCredentialFile(
  credentialFile: CredentialFile,
  onBytes?: OnBytes,
): AsyncGenerator<CredentialLine> {
  const { file, format } = credentialFile;
  const { records } = await openRecords(file, format, onBytes);
  const lineById = new Map<string, number>();
  let recordCount = 0;
  for await (const { line, value } of records) {
    recordCount += 1;
    yield readLine(value, line, credentialFile, lineById);
  }
  if (recordCount === 0) throw new InvalidInputError(`${file} holds no credential; give at least one record.`);
}

function readLine(
  value: unknown,
  line: number,
  { file, source }: CredentialFile,
  lineById: Map<string, number>,
): CredentialLine {
  const where = `${file}, line ${line}`;
  try {
    if (!isRecord(value)) {
      throw new InvalidInputError(`${where}: should be a JSON object but is ${describe(value)}; write { ... }.`);
    }
    const fallbackSource = foldFileName(file) || 'file';
    const { credential, warnings } = toCredential(value, { source, fallbackSource }, where);
    const firstLine = lineById.get(credential.id);
    if (firstLine !== undefined) {
      throw new InvalidInputError(
        `${where}, field id: ${credential.id} is already the id of line ${firstLine}; give each credential its own.`,
      );
    }
    lineById.set(credential.id, line);
    return { line, credential, warnings };
  } catch (error) {
    if (error instanceof InvalidInputError) return { line, rejected: error.message, warnings: [] };
    throw error;
  }
}

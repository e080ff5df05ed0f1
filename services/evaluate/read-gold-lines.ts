/**
 * A gold file in, its records out, each checked: JSON Lines, or one JSON array. The first record that does not fit ends
 * the reading; half an evaluation would look like a whole one.
 */
import type { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { openRecords } from '../files/open-records.ts';

export interface GoldLine<T> {
  /** Counted from 1. */
  line: number;
  record: T;
}

/** A file that was read whole and fits, before anything slow is opened for it. */
export interface GoldFile<T> {
  file: string;
  /** At least one. */
  lines: GoldLine<T>[];
}

/**
 * @param example one record as it should be written, shown to whoever wrote another
 * @throws InvalidInputError naming file, line and field
 */
export async function readGoldLines<T>(file: string, type: z.ZodType<T>, example: string): Promise<GoldFile<T>> {
  const lines: GoldLine<T>[] = [];
  const { records } = await openRecords(file, 'jsonl');
  for await (const { line, value } of records) {
    const parsed = type.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue === undefined || issue.path.length === 0 ? 'the record' : `"${issue.path.join('.')}"`;
      throw new InvalidInputError(
        `${file}, line ${line}: ${field} is wrong (${issue?.message ?? 'unreadable'}); write ${example}.`,
        { cause: parsed.error },
      );
    }
    lines.push({ line, record: parsed.data });
  }
  if (lines.length === 0) throw new InvalidInputError(`${file} holds no records; write one a line like ${example}.`);
  return { file, lines };
}

/**
 * The results of sections on disk: docs/evaluation/NAME.json, one for each section.
 *
 * They are committed: whoever measures one section anew keeps the others, and a change of a figure is a line of a diff.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { SectionResult } from './section-result.ts';

/** More digits would differ between processors. */
const DIGITS = 4;

export async function writeSectionResult(folder: string, result: SectionResult): Promise<void> {
  const file = path.join(folder, `${result.section}.json`);
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(SectionResult.parse(result), rounded, 2)}\n`);
}

/**
 * @returns undefined when the section was never measured
 * @throws InvalidInputError when the file does not hold a result
 */
export async function readSectionResult(folder: string, section: string): Promise<SectionResult | undefined> {
  const file = path.join(folder, `${section}.json`);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = SectionResult.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInputError(
    `${file}, field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}; measure it anew with npm run eval -- --only ${section}.`,
  );
}

/** Undefined for what is no JSON: the schema then says so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

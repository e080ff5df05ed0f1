/** A staff list (CSV: skill, headcount, proficiency) into the store, replacing the employer's last one. */
import { z } from 'zod';
import { cleanEmployer, foldEmployer } from '../collect/fold-employer.ts';
import { InvalidFieldError, InvalidInputError } from '../errors.ts';
import { openText } from '../files/open-text.ts';
import { readCsv } from '../files/read-csv.ts';
import type { Store, WorkforceRow } from '../store/store.ts';
import { emptyReport, type ImportReport } from './import-report.ts';

const PROFICIENCY_RANGE = 'must be 1 to 4, or empty';

const Row = z.object({
  skill: z.string().trim().min(1, 'is empty; name a skill'),
  headcount: z
    .string()
    .trim()
    .min(1, 'is empty; give a number, 0 for nobody')
    .transform(Number)
    .pipe(
      z
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must not be negative')
        .max(1e9, 'is more people than there are in any firm'),
    ),
  proficiency: z
    .union(
      [
        z.literal('').transform(() => null),
        z.coerce.number(PROFICIENCY_RANGE).int(PROFICIENCY_RANGE).min(1, PROFICIENCY_RANGE).max(4, PROFICIENCY_RANGE),
      ],
      PROFICIENCY_RANGE,
    )
    .default(null),
});

/** @throws InvalidInputError naming file, line and field; nothing is stored then */
export async function importWorkforce(
  file: string,
  employer: string,
  store: Pick<Store, 'demand'>,
): Promise<ImportReport> {
  const key = foldEmployer(employer);
  if (key === null) {
    throw new InvalidFieldError((name) => `${name('employer')} "${employer}" holds no name: give the employer's name.`);
  }
  const report = emptyReport(file);
  const rows = new Map<string, WorkforceRow>();
  for await (const { line, record } of readCsv(openText(file), { requiredColumns: ['skill', 'headcount'] })) {
    report.read += 1;
    const parsed = Row.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new InvalidInputError(
        `${file}, line ${line}, field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}.`,
      );
    }
    const { skill, headcount, proficiency } = parsed.data;
    if (rows.has(skill.toLowerCase()))
      throw new InvalidInputError(`${file}, line ${line}, field skill: "${skill}" stands there twice; keep one line.`);
    rows.set(skill.toLowerCase(), { skill, headCount: headcount, proficiency });
  }
  if (rows.size === 0) throw new InvalidInputError(`${file} holds no skill; give at least one line.`);
  await store.demand.saveWorkforce({ key, name: cleanEmployer(employer) ?? employer }, [...rows.values()]);
  report.added = rows.size;
  return report;
}

/**
 * The two CSV files of the WEF core skills in: the list itself, and which taxonomy skills belong to which of them.
 */
import { CoreSkill, CoreSkillLink } from '../domain/skill.ts';
import { InvalidInputError } from '../errors.ts';
import { openText } from '../files/open-text.ts';
import { readCsv } from '../files/read-csv.ts';
import { cleanLabel } from './clean-labels.ts';

const listColumns = ['id', 'listYear', 'rank', 'name', 'group', 'skillGroup', 'definition'] as const;
const linkColumns = ['coreSkillId', 'framework', 'skillId', 'skillLabel', 'kind', 'relation', 'rationale'] as const;

/**
 * Columns id, listYear, rank (may be empty), name, group, skillGroup, definition.
 *
 * @throws InvalidInputError naming file, line and field
 */
export async function readCoreSkills(file: string): Promise<CoreSkill[]> {
  const skillById = new Map<string, { skill: CoreSkill; line: number }>();
  for await (const { line, record } of readCsv(openText(file), { requiredColumns: listColumns })) {
    const where = `${file}, line ${line}`;
    const cells = cleanCells(record, listColumns);
    const skill = accept(
      where,
      CoreSkill.safeParse({ ...cells, listYear: toNumber(cells.listYear), rank: toNumber(cells.rank) }),
    );
    const first = skillById.get(skill.id);
    if (first) {
      throw new InvalidInputError(
        `${where}, field id: "${skill.id}" is already the id of line ${first.line}; rename one.`,
      );
    }
    skillById.set(skill.id, { skill, line });
  }
  return [...skillById.values()].map(({ skill }) => skill);
}

/**
 * Columns coreSkillId, framework, skillId, skillLabel (for the human reader only), kind, relation, rationale.
 *
 * @param coreSkills every coreSkillId has to be one of them
 * @throws InvalidInputError naming file, line and field
 */
export async function readCoreSkillLinks(file: string, coreSkills: readonly CoreSkill[]): Promise<CoreSkillLink[]> {
  const coreSkillIds = new Set(coreSkills.map(({ id }) => id));
  const linkByKey = new Map<string, CoreSkillLink>();
  for await (const { line, record } of readCsv(openText(file), { requiredColumns: linkColumns })) {
    const where = `${file}, line ${line}`;
    const link = accept(where, CoreSkillLink.safeParse(cleanCells(record, linkColumns)));
    if (!coreSkillIds.has(link.coreSkillId)) {
      throw new InvalidInputError(
        `${where}, field coreSkillId: "${link.coreSkillId}" is no core skill of the list; correct it.`,
      );
    }
    const key = `${link.coreSkillId} ${link.skillId}`;
    if (linkByKey.has(key)) {
      throw new InvalidInputError(
        `${where}, field skillId: "${link.skillId}" is linked to ${link.coreSkillId} twice; remove one.`,
      );
    }
    linkByKey.set(key, link);
  }
  return [...linkByKey.values()];
}

type Parsed<Value> =
  | { success: true; data: Value }
  | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };

function accept<Value>(where: string, parsed: Parsed<Value>): Value {
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInputError(
    `${where}, field ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}; correct it.`,
  );
}

function cleanCells<Column extends string>(
  record: Readonly<Record<string, string>>,
  columns: readonly Column[],
): Record<Column, string> {
  return Object.fromEntries(columns.map((column) => [column, cleanLabel(record[column] ?? '')])) as Record<
    Column,
    string
  >;
}

/** Null for an empty cell; text that is no number stays text, for the schema to refuse. */
function toNumber(cell: string): number | string | null {
  if (cell === '') return null;
  return Number.isFinite(Number(cell)) ? Number(cell) : cell;
}

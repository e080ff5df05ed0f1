/**
 * Own CSV lists of skills and occupations in, one release out. Several files form one release and may refer to each
 * other, in any order.
 *
 * Unlike the big frameworks an own list is never repaired: whoever wrote it can mend it, if told where.
 */
import type { BroaderRelation } from '../domain/skill.ts';
import { InvalidInputError } from '../errors.ts';
import { foldFileName, foldName } from '../files/fold-name.ts';
import { openText } from '../files/open-text.ts';
import { readCsv } from '../files/read-csv.ts';
import { sumProgress } from '../files/sum-progress.ts';
import type { OnBytes } from '../files/text-stream.ts';
import { cleanLabel } from './clean-labels.ts';
import type { VersionlessRelease } from './release-version.ts';
import { optionalColumns, requiredColumns, toFullId, toListedRow } from './skill-list-rows.ts';
import type { ListedRow } from './skill-list-rows.ts';

export interface SkillListFiles {
  paths: readonly string[];
  /** Default: the name of the first file. */
  name?: string | undefined;
  /** ISO 639-1; default `en`. */
  language?: string | undefined;
}

/** @throws InvalidInputError naming file, line and field for repeated ids, unknown references, circles, empty labels */
export async function readSkillList(files: SkillListFiles, onProgress?: OnBytes): Promise<VersionlessRelease> {
  const framework = chooseFramework(files);
  const rowById = new Map<string, ListedRow>();
  const reports = await sumProgress(files.paths, onProgress);
  for (const [position, file] of files.paths.entries()) {
    const text = openText(file, { onBytes: reports[position] });
    for await (const { line, record } of readCsv(text, { requiredColumns, knownColumns: optionalColumns })) {
      const row = toListedRow(record, framework, `${file}, line ${line}`);
      refuseOtherFramework(record['framework'], framework, row.where);
      const first = rowById.get(row.concept.id);
      if (first) {
        throw new InvalidInputError(
          `${row.where}, field id: "${row.writtenId}" is already the id of ${first.where}; give each row an id of its own.`,
        );
      }
      rowById.set(row.concept.id, row);
    }
  }
  return toRelease([...rowById.values()], rowById, framework, files.language ?? 'en');
}

function toRelease(
  rows: readonly ListedRow[],
  rowById: ReadonlyMap<string, ListedRow>,
  framework: string,
  language: string,
): VersionlessRelease {
  const resolve = (row: ListedRow, field: string, written: string, kinds: readonly ListedRow['kind'][]): string => {
    const id = toFullId(written, framework);
    const target = rowById.get(id);
    if (target && kinds.includes(target.kind)) return id;
    throw new InvalidInputError(
      `${row.where}, field ${field}: "${written}" is ${target ? `a row of another kind (${target.where})` : 'the id of no row'}; name the id of a ${kinds.join(' or ')}.`,
    );
  };
  const broader = rows.flatMap((row) => {
    const kinds = row.kind === 'group' ? (['group'] as const) : ([row.kind, 'group'] as const);
    return row.broader.map((written) => ({
      childId: row.concept.id,
      // Above a row of an own list may stand a skill or group of a framework with web addresses for ids.
      parentId:
        isWebAddress(written) && !rowById.has(toFullId(written, framework))
          ? written
          : resolve(row, 'broader', written, kinds),
    }));
  });
  refuseCircles(broader, rowById);
  const occupationSkills = rows.flatMap((row) => [
    ...row.essentialSkills.map((written) => ({
      occupationId: row.concept.id,
      skillId: resolve(row, 'essentialSkills', written, ['skill']),
      relation: 'essential' as const,
    })),
    ...row.optionalSkills.map((written) => ({
      occupationId: row.concept.id,
      skillId: resolve(row, 'optionalSkills', written, ['skill']),
      relation: 'optional' as const,
    })),
  ]);
  return {
    framework,
    version: null,
    language,
    skills: rows.flatMap((row) => (row.kind === 'skill' ? [row.concept] : [])),
    groups: rows.flatMap((row) => (row.kind === 'group' ? [row.concept] : [])),
    occupations: rows.flatMap((row) => (row.kind === 'occupation' ? [row.concept] : [])),
    broader,
    occupationSkills,
    skillSkills: rows.flatMap(({ concept, sameAs }) =>
      sameAs === null ? [] : [{ fromId: concept.id, toId: sameAs, relation: 'same' as const }],
    ),
    warnings: [],
  };
}

function isWebAddress(id: string): boolean {
  return /^https?:\/\//.test(id);
}

/** A skill above itself would send every walk up the hierarchy round for ever. */
function refuseCircles(broader: readonly BroaderRelation[], rowById: ReadonlyMap<string, ListedRow>): void {
  const circular = rowById.get(findCircle(broader) ?? '');
  if (circular) {
    throw new InvalidInputError(
      `${circular.where}, field broader: "${circular.writtenId}" is above itself by way of its broader rows; break the circle.`,
    );
  }
}

/** An id that is its own ancestor. Walks every path upwards once, with a stack of its own: lists may be deep. */
function findCircle(broader: readonly BroaderRelation[]): string | undefined {
  const parentIdsById = new Map<string, string[]>();
  for (const { childId, parentId } of broader) {
    parentIdsById.set(childId, [...(parentIdsById.get(childId) ?? []), parentId]);
  }
  const settled = new Set<string>();
  for (const start of parentIdsById.keys()) {
    const path = [start];
    const onPath = new Set(path);
    for (let id = path.at(-1); id !== undefined; id = path.at(-1)) {
      const parent = parentIdsById.get(id)?.pop();
      if (parent === undefined) {
        settled.add(id);
        onPath.delete(id);
        path.pop();
      } else if (onPath.has(parent)) {
        return parent;
      } else if (!settled.has(parent)) {
        path.push(parent);
        onPath.add(parent);
      }
    }
  }
  return undefined;
}

function chooseFramework({ name, paths }: SkillListFiles): string {
  const framework = name === undefined ? foldFileName(paths[0] ?? '') : foldName(name);
  if (framework === '') {
    throw new InvalidInputError(
      `"${name ?? paths[0] ?? ''}" gives no name for the list; name it with letters or digits.`,
    );
  }
  return framework;
}

function refuseOtherFramework(cell: string | undefined, framework: string, where: string): void {
  const stated = foldName(cleanLabel(cell ?? ''));
  if (stated !== '' && stated !== framework) {
    throw new InvalidInputError(
      `${where}, field framework: is "${stated}" but the list is imported as "${framework}"; import one framework at a time.`,
    );
  }
}

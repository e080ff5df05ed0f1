/**
 * One row of an own skill list in, one skill, occupation or group out, its references still as written.
 *
 * Columns: id, label, altLabels, description, type, broader; reuseLevel, iscoCode, essentialSkills, optionalSkills,
 * sameAs and framework if wanted. Cells with several values separate them by `|` or a line end. An ESCO URI as the id of a
 * row of another framework is read as "the same as that skill": the skill itself stays ESCO's.
 */
import type { Occupation } from '../domain/occupation.ts';
import { ReuseLevel, SkillId, SkillType } from '../domain/skill.ts';
import type { ConceptGroup, Skill } from '../domain/skill.ts';
import { InvalidInputError } from '../errors.ts';
import { cleanAltLabels, cleanLabel, textOrNull } from './clean-labels.ts';

export const requiredColumns = ['id', 'label', 'altLabels', 'description', 'type', 'broader'] as const;
export const optionalColumns = [
  'reuseLevel',
  'iscoCode',
  'essentialSkills',
  'optionalSkills',
  'sameAs',
  'framework',
] as const;

export type ListedConcept =
  | { kind: 'skill'; concept: Skill }
  | { kind: 'occupation'; concept: Occupation }
  | { kind: 'group'; concept: ConceptGroup };

export type ListedRow = ListedConcept & {
  /** File and line, for error messages. */
  where: string;
  /** As written in the file, without the framework's prefix. */
  writtenId: string;
  broader: string[];
  essentialSkills: string[];
  optionalSkills: string[];
  /** Id of the skill of another framework that this row is; null when it is none, or does not say. */
  sameAs: string | null;
};

/**
 * @param where file and line
 * @throws InvalidInputError naming the field that is empty or unknown
 */
export function toListedRow(record: Readonly<Record<string, string>>, framework: string, where: string): ListedRow {
  const cell = (column: (typeof requiredColumns)[number] | (typeof optionalColumns)[number]): string =>
    cleanLabel(record[column] ?? '');
  const refuse = (field: string, problem: string): never => {
    throw new InvalidInputError(`${where}, field ${field}: ${problem}.`);
  };
  const writtenId = cell('id');
  if (writtenId === '') refuse('id', 'is empty; give each row an id of its own');
  const preferredLabel = cell('label');
  if (preferredLabel === '') refuse('label', 'is empty; give each row a label');

  const type = cell('type').toLowerCase() || 'unspecified';
  const labels = { preferredLabel, altLabels: cleanAltLabels(splitList(record['altLabels']), preferredLabel) };
  const shared = { id: toFullId(writtenId, framework), framework, description: textOrNull(record['description']) };
  const row = {
    where,
    writtenId,
    broader: splitList(record['broader']),
    essentialSkills: splitList(record['essentialSkills']),
    optionalSkills: splitList(record['optionalSkills']),
    sameAs: null,
  };
  const sameAs = textOrNull(record['sameAs']);
  if (sameAs !== null && !sameAs.includes(':')) {
    refuse('sameAs', `"${sameAs}" is no id of another framework; give a whole id such as an ESCO URI`);
  }
  if (sameAs !== null && (type === 'occupation' || type.endsWith('group'))) {
    refuse('sameAs', 'belongs to rows of skills; leave it empty here');
  }
  if (type !== 'occupation' && row.essentialSkills.length + row.optionalSkills.length > 0) {
    refuse('essentialSkills or optionalSkills', 'belongs to rows of type occupation; move it there');
  }

  if (type === 'occupation') {
    const iscoCode = textOrNull(record['iscoCode']);
    if (iscoCode !== null && !/^\d{1,4}$/.test(iscoCode)) {
      refuse('iscoCode', `"${iscoCode}" is no ISCO-08 code; give 1 to 4 digits or leave it empty`);
    }
    return { ...row, kind: 'occupation', concept: { ...shared, ...labels, iscoCode, code: null } };
  }
  if (type === 'group' || type === 'occupation group') {
    const kind = type === 'group' ? 'skill-group' : 'occupation-group';
    return { ...row, kind: 'group', concept: { ...shared, kind, code: null, preferredLabel } };
  }
  const skillType = SkillType.safeParse(type);
  const reuseLevel = ReuseLevel.nullable().safeParse(textOrNull(record['reuseLevel']));
  if (!skillType.success) {
    return refuse(
      'type',
      `"${cell('type')}" is unknown; use ${SkillType.options.join(', ')}, occupation, group or occupation group`,
    );
  }
  if (!reuseLevel.success) {
    return refuse('reuseLevel', `"${cell('reuseLevel')}" is unknown; use ${ReuseLevel.options.join(', ')} or nothing`);
  }
  const concept: Skill = {
    ...shared,
    ...labels,
    id: SkillId.parse(shared.id),
    hiddenLabels: [],
    skillType: skillType.data,
    reuseLevel: reuseLevel.data,
  };
  const same = sameAs ?? (isForeignId(writtenId, framework) ? writtenId : null);
  return { ...row, kind: 'skill', concept, sameAs: same };
}

/** Ids with a prefix (`sample:skill/sql`, a URI) stay; others get the framework's, so that two lists never collide. */
export function toFullId(writtenId: string, framework: string): string {
  if (isForeignId(writtenId, framework)) return `${framework}:${writtenId.slice(ESCO_PREFIX.length)}`;
  return writtenId.includes(':') ? writtenId : `${framework}:${writtenId}`;
}

const ESCO_PREFIX = 'http://data.europa.eu/esco/skill/';

/** Saved under its own id such a row would take the skill away from ESCO. */
function isForeignId(writtenId: string, framework: string): boolean {
  return framework !== 'esco' && writtenId.startsWith(ESCO_PREFIX) && writtenId.length > ESCO_PREFIX.length;
}

function splitList(cell: string | undefined): string[] {
  return [...new Set((cell ?? '').split(/[|\r\n]+/).map(cleanLabel))].filter((each) => each !== '');
}

/**
 * One row of an ESCO table in, one domain object out. Cells hold several labels separated by line ends.
 */
import type { Occupation } from '../domain/occupation.ts';
import { ReuseLevel, SkillId } from '../domain/skill.ts';
import type { ConceptGroup, Skill, SkillType } from '../domain/skill.ts';
import { cleanAltLabels, cleanLabel, textOrNull } from './clean-labels.ts';

export type CsvRecord = Readonly<Record<string, string>>;

const skillTypeByEscoName = new Map<string, SkillType>([
  ['knowledge', 'knowledge'],
  ['skill/competence', 'skill'],
]);

/** Null when the row has no label at all. */
export function toEscoSkill(row: CsvRecord): Skill | null {
  const labels = readLabels(row);
  if (!labels) return null;
  const reuseLevel = ReuseLevel.safeParse(row['reuseLevel']?.trim());
  return {
    id: SkillId.parse(row['conceptUri']?.trim()),
    framework: 'esco',
    ...labels,
    hiddenLabels: cleanAltLabels(splitLabels(row['hiddenLabels']), labels.preferredLabel),
    description: textOrNull(row['description']),
    skillType: skillTypeByEscoName.get(row['skillType']?.trim() ?? '') ?? 'unspecified',
    reuseLevel: reuseLevel.success ? reuseLevel.data : null,
  };
}

/** Null when the row has no label at all. */
export function toEscoOccupation(row: CsvRecord): Occupation | null {
  const labels = readLabels(row);
  if (!labels) return null;
  return {
    id: row['conceptUri']?.trim() ?? '',
    framework: 'esco',
    ...labels,
    description: textOrNull(row['description']),
    iscoCode: readIscoCode(row['iscoGroup'] ?? ''),
    code: textOrNull(row['code']),
  };
}

/** Null when the row has no label at all. ISCED-F fields leave their code to the URI. */
export function toEscoGroup(row: CsvRecord, kind: ConceptGroup['kind']): ConceptGroup | null {
  const preferredLabel = cleanLabel(row['preferredLabel'] ?? '');
  if (preferredLabel === '') return null;
  const id = row['conceptUri']?.trim() ?? '';
  return {
    id,
    framework: 'esco',
    kind,
    code: textOrNull(row['code']) ?? /\/isced-f\/(\d+)$/.exec(id)?.[1] ?? null,
    preferredLabel,
    description: textOrNull(row['description']),
  };
}

/** `2511`, `C2511` and the URI of the ISCO group all give `2511`. */
export function readIscoCode(text: string): string | null {
  return /(?:^|\/)C?(\d{1,4})$/.exec(text.trim())?.[1] ?? null;
}

/** The first other label stands in where a translation has no preferred one. */
function readLabels(row: CsvRecord): { preferredLabel: string; altLabels: string[] } | null {
  const others = splitLabels(row['altLabels']);
  const preferredLabel = [row['preferredLabel'] ?? '', ...others].map(cleanLabel).find((label) => label !== '');
  return preferredLabel === undefined ? null : { preferredLabel, altLabels: cleanAltLabels(others, preferredLabel) };
}

function splitLabels(cell: string | undefined): string[] {
  return (cell ?? '').split(/[\r\n]+/);
}

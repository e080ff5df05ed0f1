/**
 * The official ESCO files of one language in, a release out: two zips, one zip, a folder of either, or the CSV files.
 *
 * A newcomer would trust the files to agree with each other; they do not (see repair-esco.ts).
 */
import { InvalidInputError } from '../errors.ts';
import { findTables } from '../files/find-tables.ts';
import { readCsv } from '../files/read-csv.ts';
import type { OnBytes } from '../files/text-stream.ts';
import { EscoDraft } from './esco-draft.ts';
import { AgreedFact, escoColumns, identifyEscoTable, readContainerName } from './esco-tables.ts';
import type { EscoTable } from './esco-tables.ts';
import type { VersionlessRelease } from './release-version.ts';
import { deriveBroaderOccupations, repairEsco } from './repair-esco.ts';

/**
 * Relations may be missing: the release then has none, and says so in a warning.
 *
 * @param language reads only this one of several languages; otherwise the file names say it
 * @throws InvalidInputError when the skills are missing, two languages or versions are mixed, or a row is broken
 */
export async function readEsco(
  paths: readonly string[],
  language: string | undefined,
  onProgress?: OnBytes,
): Promise<VersionlessRelease> {
  const draft = new EscoDraft();
  const found = new Map<EscoTable, string>();
  const statedLanguage = new AgreedFact('language');
  const statedVersion = new AgreedFact('version');

  const identify = (baseName: string): EscoTable | undefined => {
    const identified = identifyEscoTable(baseName);
    const isOtherLanguage = identified?.language != null && language !== undefined && identified.language !== language;
    return isOtherLanguage ? undefined : identified?.table;
  };

  for await (const { table, baseName, container, text } of findTables(paths, identify, onProgress)) {
    const stated = readContainerName(container);
    statedVersion.state(stated.version, container);
    statedLanguage.state(identifyEscoTable(baseName)?.language ?? stated.language, text.name);
    const twin = found.get(table);
    if (twin !== undefined) {
      throw new InvalidInputError(`${text.name} repeats the table of ${twin}; import one release at a time.`);
    }
    found.set(table, text.name);
    const rows = readCsv(text, { requiredColumns: escoColumns[table], allowShortRows: true });
    for await (const { line, record } of rows) draft.addRow(table, record, `${text.name}, line ${line}`);
  }

  if (!found.has('skills')) {
    throw new InvalidInputError(
      `${paths.join(', ')} holds no skills_LL.csv; give the ESCO classification zip (CSV) of one language.`,
    );
  }
  const spoken = statedLanguage.value ?? language;
  if (spoken === undefined) {
    throw new InvalidInputError(`${paths.join(', ')} does not say its language; give it, for example en.`);
  }
  return toRelease(draft, new Set(found.keys()), spoken, statedVersion.value);
}

function toRelease(
  draft: EscoDraft,
  found: ReadonlySet<EscoTable>,
  language: string,
  version: string | null,
): VersionlessRelease {
  const warnings = [...describeMissing(found), ...repairEsco(draft, found.has('occupations'))];
  const broaderSkills = found.has('broaderRelationsSkillPillar')
    ? draft.broaderSkills
    : [...draft.hierarchy].map(([childId, parentId]) => ({ childId, parentId }));
  const broaderOccupations = found.has('broaderRelationsOccPillar')
    ? draft.broaderOccupations
    : deriveBroaderOccupations(draft);
  return {
    framework: 'esco',
    version,
    language,
    skills: [...draft.skillById.values()],
    groups: [...draft.groupById.values()],
    occupations: [...draft.occupationById.values()],
    broader: [...broaderOccupations, ...broaderSkills],
    occupationSkills: draft.occupationSkills,
    skillSkills: draft.skillSkills,
    warnings,
  };
}

/** What each missing table costs, one sentence each. */
const costByTable: Partial<Record<EscoTable, string>> = {
  occupations: 'there are no occupations',
  skillGroups: 'there are no skill groups',
  ISCOGroups: 'there are no ISCO groups',
  occupationSkillRelations: 'occupations have no skills; give the relations zip too',
  skillSkillRelations: 'skills have no relations to each other; give the relations zip too',
  broaderRelationsSkillPillar: 'skills belong to no group; give the relations zip too',
  broaderRelationsOccPillar: 'occupations are grouped by their ISCO code alone; give the relations zip too',
};

function describeMissing(found: ReadonlySet<EscoTable>): string[] {
  return Object.entries(costByTable)
    .filter(([table]) => !found.has(table as EscoTable))
    .map(([table, cost]) => `The table ${table} was not given: ${cost}.`);
}

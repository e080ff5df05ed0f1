/**
 * The O*NET text files in, a release out: occupations with all their titles, technologies, and the skill, knowledge
 * and work-style elements of the content model.
 *
 * O*NET rates every element for every occupation (Skills.txt, Knowledge.txt); those ratings are no yes-or-no
 * relations and are not read. Only technologies are tied to occupations.
 */
import type { Occupation } from '../domain/occupation.ts';
import { InvalidInputError } from '../errors.ts';
import { findTables } from '../files/find-tables.ts';
import { readCsv } from '../files/read-csv.ts';
import type { OnBytes, TextStream } from '../files/text-stream.ts';
import { cleanAltLabels, cleanLabel, textOrNull } from './clean-labels.ts';
import { readOnetElements, toOnetId } from './onet-elements.ts';
import { findOnetVersion, identifyOnetFile, onetColumns, onetTables } from './onet-tables.ts';
import type { OnetTable } from './onet-tables.ts';
import { readOnetTechnologies } from './onet-technologies.ts';
import type { VersionlessRelease } from './release-version.ts';

interface OnetRow {
  /** Cells by column name; empty for a column the release does not have. */
  cell: (column: string) => string;
  where: string;
}

type RowsByTable = Partial<Record<OnetTable, OnetRow[]>>;

/** @throws InvalidInputError listing every missing file, or naming file and line of a broken row */
export async function readOnet(paths: readonly string[], onProgress?: OnBytes): Promise<VersionlessRelease> {
  const rowsByTable: RowsByTable = {};
  let version: string | null = null;
  for await (const { table, container, text } of findTables(paths, identifyOnetFile, onProgress)) {
    if (table === 'Read Me') {
      version = findOnetVersion(await readStart(text)) ?? version;
      continue;
    }
    version ??= findOnetVersion(container);
    if (rowsByTable[table]) {
      throw new InvalidInputError(`${text.name} repeats the table "${table}"; import one O*NET release at a time.`);
    }
    rowsByTable[table] = await readRows(text, table);
  }
  const missing = onetTables.filter((table) => !rowsByTable[table]).map((table) => `"${table}.txt"`);
  if (missing.length > 0) {
    throw new InvalidInputError(
      `${paths.join(', ')} lacks the O*NET files ${missing.join(', ')}; give the folder of the text download.`,
    );
  }
  return toRelease(rowsByTable, version);
}

function toRelease(rowsByTable: RowsByTable, version: string | null): VersionlessRelease {
  const occupations = readOccupations(rowsByTable);
  const elements = readOnetElements(
    (rowsByTable['Content Model Reference'] ?? []).map(({ cell }) => ({
      id: cell('Element ID'),
      name: cell('Element Name'),
      description: cell('Description'),
    })),
  );
  const uses = (rowsByTable['Technology Skills'] ?? []).map(({ cell }) => ({
    occupationCode: cell('O*NET-SOC Code'),
    technology: cell('Example'),
    commodityCode: cell('Commodity Code'),
    commodityTitle: cell('Commodity Title'),
    isSoughtAfter: cell('Hot Technology') === 'Y' || cell('In Demand') === 'Y',
  }));
  const technologies = readOnetTechnologies(uses);

  const occupationIds = new Set(occupations.map(({ id }) => id));
  const occupationSkills = technologies.occupationSkills.filter(({ occupationId }) => occupationIds.has(occupationId));
  const looseCount = technologies.occupationSkills.length - occupationSkills.length;
  return {
    framework: 'onet',
    version,
    language: 'en',
    skills: [...elements.skills, ...technologies.skills],
    groups: [...elements.groups, ...technologies.groups],
    occupations,
    broader: [...elements.broader, ...technologies.broader],
    occupationSkills,
    skillSkills: [],
    warnings:
      looseCount === 0
        ? []
        : [`${looseCount} technology relations name occupations that Occupation Data.txt lacks and were left out.`],
  };
}

function readOccupations(rowsByTable: RowsByTable): Occupation[] {
  const titlesByCode = new Map<string, string[]>();
  const addTitle = (code: string, title: string): void => {
    if (title !== '' && title !== 'n/a') titlesByCode.set(code, [...(titlesByCode.get(code) ?? []), title]);
  };
  for (const { cell } of rowsByTable['Alternate Titles'] ?? []) {
    addTitle(cell('O*NET-SOC Code'), cell('Alternate Title'));
    addTitle(cell('O*NET-SOC Code'), cell('Short Title'));
  }
  for (const { cell } of rowsByTable['Sample of Reported Titles'] ?? []) {
    addTitle(cell('O*NET-SOC Code'), cell('Reported Job Title'));
  }

  const occupationByCode = new Map<string, Occupation>();
  for (const { cell, where } of rowsByTable['Occupation Data'] ?? []) {
    const code = cell('O*NET-SOC Code');
    const preferredLabel = cleanLabel(cell('Title'));
    if (occupationByCode.has(code)) {
      throw new InvalidInputError(`${where}, field O*NET-SOC Code: ${code} was already read; remove one of the two.`);
    }
    if (preferredLabel === '') throw new InvalidInputError(`${where}, field Title: is empty; give the occupation one.`);
    occupationByCode.set(code, {
      id: toOnetId(code),
      framework: 'onet',
      preferredLabel,
      altLabels: cleanAltLabels(titlesByCode.get(code) ?? [], preferredLabel),
      description: textOrNull(cell('Description')),
      iscoCode: null,
      code,
    });
  }
  return [...occupationByCode.values()];
}

async function readRows(text: TextStream, table: OnetTable): Promise<OnetRow[]> {
  const rows: OnetRow[] = [];
  const options = { requiredColumns: onetColumns[table], delimiter: '\t', isQuoted: false } as const;
  for await (const { line, record } of readCsv(text, options)) {
    const where = `${text.name}, line ${line}`;
    const [keyColumn] = onetColumns[table];
    if ((record[keyColumn] ?? '').trim() === '') {
      throw new InvalidInputError(`${where}, field ${keyColumn}: is empty; every row needs its code.`);
    }
    rows.push({ cell: (column) => record[column]?.trim() ?? '', where });
  }
  return rows;
}

/** The first chunk: the release stands in the first line of the read-me. */
async function readStart(text: TextStream): Promise<string> {
  for await (const chunk of text.chunks) return chunk;
  return '';
}

/**
 * ESCO labels of one language as tables of URI, kind and label in, a folder that `skillgap import taxonomy` reads out.
 *
 * The tables have labels only: import the English release of the same version first, it brings everything else.
 * `node --import tsx bench/taxonomy/multilingual-esco.ts DATASETS LANGUAGE FOLDER`
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { openText } from '../../services/files/open-text.ts';
import { splitLines } from '../../services/files/split-lines.ts';

const VERSION = '1.1.1';
/** An import needs a skill. Where a language has no labels of skills it is this one, which is called so everywhere. */
const STAND_IN = ['http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742', 'SQL'] as const;

interface Labels {
  preferred: string;
  others: string[];
}

async function readLabels(file: string): Promise<Map<string, Labels>> {
  const byUri = new Map<string, Labels>();
  if (!existsSync(file)) return byUri;
  for await (const { text } of splitLines(openText(file))) {
    const [uri = '', kind = '', label = ''] = text.split('\t');
    if (uri.includes('/isco/') || label === '') continue;
    const labels = byUri.get(uri) ?? { preferred: '', others: [] };
    byUri.set(uri, labels);
    if (kind === 'pref') labels.preferred = label;
    else labels.others.push(label);
  }
  return byUri;
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function toCsv(columns: readonly string[], labels: ReadonlyMap<string, Labels>): string {
  const rows = [...labels].map(([uri, { preferred, others }]) =>
    columns
      .map((column) =>
        quote({ conceptUri: uri, preferredLabel: preferred, altLabels: others.join('\n') }[column] ?? ''),
      )
      .join(','),
  );
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

/** @returns the folder to import */
export async function convertMultilingualEsco(datasets: string, language: string, folder: string): Promise<string> {
  const tables = path.join(datasets, 'taxonomy/esco-multilingual');
  const occupations = await readLabels(path.join(tables, `occupations_${language}.tsv.gz`));
  if (occupations.size === 0) throw new InvalidInputError(`${tables} has no occupations in "${language}".`);
  const skills = await readLabels(path.join(tables, `skills_${language}.tsv.gz`));
  if (skills.size === 0) skills.set(STAND_IN[0], { preferred: STAND_IN[1], others: [] });
  const written = path.join(folder, `ESCO dataset - v${VERSION} - classification - ${language} - csv`);
  await mkdir(written, { recursive: true });
  const skillColumns = ['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'];
  await writeFile(path.join(written, `skills_${language}.csv`), toCsv(skillColumns, skills));
  const occupationColumns = ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'];
  await writeFile(path.join(written, `occupations_${language}.csv`), toCsv(occupationColumns, occupations));
  return written;
}

const [, script = '', datasets, language, folder] = process.argv;
if (import.meta.url.endsWith(path.basename(script)) && datasets !== undefined) {
  if (language === undefined || folder === undefined) throw new InvalidInputError('Give DATASETS LANGUAGE FOLDER.');
  process.stdout.write(`${await convertMultilingualEsco(datasets, language, folder)}\n`);
}

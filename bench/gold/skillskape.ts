/**
 * SkillSkape (Magron et al. 2024), sentences written by a language model: CSV in, a line for each sentence out.
 *
 * The labels of a sentence stand in one cell as Python prints a list of strings: quotes of either kind, no JSON.
 */
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { NOT_A_LABEL } from '../../services/evaluate/read-linking-gold.ts';
import { openText } from '../../services/files/open-text.ts';
import { readCsv } from '../../services/files/read-csv.ts';
import { runConverter, writeJsonl } from './gold-folder.ts';

/** `['C#', "driver's licence"]` -> C#, driver's licence. @throws InvalidInputError for anything else */
export function readPythonList(cell: string, where: string): string[] {
  const text = /^\s*\[(.*)\]\s*$/su.exec(cell)?.[1];
  const item = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(?:,|$)/suy;
  const items: string[] = [];
  while (text !== undefined && item.lastIndex < text.trimEnd().length) {
    const match = item.exec(text);
    if (!match) break;
    items.push((match[1] ?? match[2] ?? '').replaceAll(/\\(.)/gsu, '$1'));
    if (item.lastIndex >= text.trimEnd().length) return items;
  }
  if (text?.trim() === '') return [];
  throw new InvalidInputError(`${where}: "skills" is no list of quoted labels; write ['first', 'second'].`);
}

export async function convertSkillSkape(datasets: string, folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const set of ['dev', 'train']) {
    const file = path.join(datasets, 'gold/skillskape', `${set}.csv.gz`);
    const records = [];
    for await (const { line, record } of readCsv(openText(file), { requiredColumns: ['sentence', 'skills'] })) {
      const labels = readPythonList(record['skills'] ?? '', `${file}, line ${line}`);
      const skills = [...new Set(labels.map((label) => label.trim()))].filter((label) => !NOT_A_LABEL.has(label));
      records.push({ text: (record['sentence'] ?? '').trim(), skills });
    }
    written.push(await writeJsonl(folder, `skillskape-${set}.jsonl`, records));
  }
  return written;
}

await runConverter(import.meta.url, convertSkillSkape);

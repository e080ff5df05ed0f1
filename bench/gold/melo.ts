/**
 * MELO (Retyk et al. 2024): job titles of national classifications with the ESCO occupation they are mapped to.
 *
 * The English set is the O*NET-ESCO crosswalk itself: a linker that looks titles up in the crosswalk cannot be measured
 * with it. Some titles are mapped to an ISCO group and carry its code instead of an occupation.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { InvalidInputError } from '../../services/errors.ts';
import { openText } from '../../services/files/open-text.ts';
import { splitLines } from '../../services/files/split-lines.ts';
import { isDevelopment, runConverter, writeJsonl } from './gold-folder.ts';

const SETS = [
  { name: 'usa_q_en_c_en', language: 'en' },
  { name: 'deu_q_de_c_de', language: 'de' },
];

/** Cells of a TSV without header, packed or not. */
export async function readCells(folder: string, table: string): Promise<string[][]> {
  const plain = path.join(folder, `${table}.tsv`);
  const rows: string[][] = [];
  for await (const { text } of splitLines(openText(existsSync(plain) ? plain : `${plain}.gz`))) {
    if (text !== '') rows.push(text.split('\t'));
  }
  return rows;
}

async function readSet(folder: string, language: string) {
  const uriByElement = new Map((await readCells(folder, 'concept_mapping')).map(([id = '', uri = '']) => [id, uri]));
  const answersByQuery = new Map<string, Set<string>>();
  for (const [query = '', , element = ''] of await readCells(folder, 'annotations')) {
    const uri = uriByElement.get(element);
    if (uri === undefined) throw new InvalidInputError(`${folder}: annotations name ${element}, which has no concept.`);
    const code = /\/esco\/isco\/C(\d{1,4})$/.exec(uri)?.[1];
    answersByQuery.set(query, (answersByQuery.get(query) ?? new Set()).add(code ?? uri));
  }
  return (await readCells(folder, 'queries')).map(([id = '', title = '']) => {
    const answers = [...(answersByQuery.get(id) ?? [])];
    return { id, title, language, occupation: answers.length === 1 ? answers[0] : answers };
  });
}

export async function convertMelo(datasets: string, folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const { name, language } of SETS) {
    const records = await readSet(path.join(datasets, 'gold/melo', name), language);
    const inHalf = (half: boolean) => records.filter(({ id }) => isDevelopment(id) === half);
    written.push(await writeJsonl(folder, `melo-${name}.jsonl`, records));
    written.push(await writeJsonl(folder, `melo-${name}-development.jsonl`, inHalf(true)));
    written.push(await writeJsonl(folder, `melo-${name}-other.jsonl`, inHalf(false)));
  }
  return written;
}

await runConverter(import.meta.url, convertMelo);

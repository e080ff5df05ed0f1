/**
 * HOUSE and TECH validation (Decorte et al. 2022): a row for each span in, a line for each sentence out.
 *
 * A sentence whose spans have no ESCO label stays, with no skills: the evaluation counts it as skipped.
 */
import path from 'node:path';
import { openText } from '../../services/files/open-text.ts';
import { readCsv } from '../../services/files/read-csv.ts';
import type { TextStream } from '../../services/files/text-stream.ts';
import { normaliseBlanks } from '../../services/evaluate/linking-targets.ts';
import { NOT_A_LABEL } from '../../services/evaluate/read-linking-gold.ts';
import { runConverter, writeJsonl } from './gold-folder.ts';

export interface GoldSentence {
  text: string;
  skills: string[];
}

/** Sentences in the order of their first row; labels of a sentence once each. */
export async function groupBySentence(csv: TextStream): Promise<GoldSentence[]> {
  const skillsByText = new Map<string, Set<string>>();
  for await (const { record } of readCsv(csv, { requiredColumns: ['sentence', 'label'] })) {
    const text = normaliseBlanks(record['sentence'] ?? '');
    const skills = skillsByText.get(text) ?? new Set();
    skillsByText.set(text, skills);
    const label = normaliseBlanks(record['label'] ?? '');
    if (!NOT_A_LABEL.has(label)) skills.add(label);
  }
  return Array.from(skillsByText, ([text, skills]) => ({ text, skills: [...skills] }));
}

export async function convertHouseTech(datasets: string, folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const set of ['house', 'tech']) {
    const file = path.join(datasets, 'gold/esco-sentence-skills', `${set}_validation_annotations.csv`);
    written.push(await writeJsonl(folder, `${set}.jsonl`, await groupBySentence(openText(file))));
  }
  return written;
}

await runConverter(import.meta.url, convertHouseTech);

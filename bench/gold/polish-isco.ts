/**
 * Polish postings coded by experts: title, description and the 4-digit unit group out.
 *
 * The group is the start of the national code (KZiS 2014). KZiS has some groups that ISCO-08 lacks, such as 2281: the
 * evaluation counts them as unknown and skips them.
 */
import path from 'node:path';
import { openRecords } from '../../services/files/open-records.ts';
import { runConverter, writeJsonl } from './gold-folder.ts';

interface CodedPosting {
  title: string;
  description: string | null;
  isco_unit_group: string | null;
}

export async function convertPolishIsco(datasets: string, folder: string): Promise<string[]> {
  const { records } = await openRecords(path.join(datasets, 'postings/pl-hand-coded/postings.jsonl.gz'), 'jsonl');
  const titles: unknown[] = [];
  for await (const { value } of records) {
    const { title, description, isco_unit_group: occupation } = value as CodedPosting;
    if (occupation !== null) titles.push({ title, description, language: 'pl', occupation });
  }
  return [await writeJsonl(folder, 'polish-isco.jsonl', titles)];
}

await runConverter(import.meta.url, convertPolishIsco);

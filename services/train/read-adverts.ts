/** The real adverts of the datasets by language, as plain text: what words of adverts are learned from. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { normalisedText, postingFile, readDatasetPostings } from './dataset-postings.ts';

/** Each text once, in the order of the folders and their files, by ISO 639-1 code; languages that are not known are left out. */
export async function readAdverts(datasets: string): Promise<Map<string, string[]>> {
  const folder = path.join(datasets, 'postings');
  const sources = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const byLanguage = new Map<string, Set<string>>();
  for (const source of sources) {
    if (!existsSync(postingFile(datasets, source))) continue;
    for await (const posting of readDatasetPostings(datasets, source)) {
      const { description, language } = normalisedText(posting);
      if (language === null) continue;
      byLanguage.set(language, (byLanguage.get(language) ?? new Set()).add(description));
    }
  }
  return new Map([...byLanguage].map(([language, texts]) => [language, [...texts]]));
}

/** The real adverts of the datasets by language, as plain text: what words of adverts are learned from. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { normalisePosting } from '../collect/normalise-posting.ts';
import { readPostingFile } from '../collect/read-posting-file.ts';

/** Normalising wants to know when a posting came; nothing of that is used here. */
const RECEIVED_AT = '2000-01-01T00:00:00Z';

/** Each text once, in the order of the folders and their files, by ISO 639-1 code; languages that are not known are left out. */
export async function readAdverts(datasets: string): Promise<Map<string, string[]>> {
  const folder = path.join(datasets, 'postings');
  const sources = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const byLanguage = new Map<string, Set<string>>();
  for (const source of sources) {
    const file = path.join(folder, source, 'postings.jsonl.gz');
    if (!existsSync(file)) continue;
    for await (const { rawPosting } of readPostingFile({ file, format: 'auto' })) {
      if (rawPosting === undefined) continue;
      const { description, language } = normalisePosting({ ...rawPosting, receivedAt: RECEIVED_AT });
      if (language === null) continue;
      byLanguage.set(language, (byLanguage.get(language) ?? new Set()).add(description));
    }
  }
  return new Map([...byLanguage].map(([language, texts]) => [language, [...texts]]));
}

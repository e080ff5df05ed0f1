/**
 * Names of a national classification of skills with the ESCO skills they are mapped to, read as pairs and gathered by
 * name. Read by the evaluation; there is no file in our format.
 */
import path from 'node:path';
import { openText } from '../../services/files/open-text.ts';
import { readCsv } from '../../services/files/read-csv.ts';

export interface NationalSkill {
  text: string;
  /** In the order of the file. The relation is SKOS's: exactMatch, closeMatch, narrowMatch, broadMatch. */
  skills: { skillId: string; relation: string }[];
}

/** One result per name, in the order of the file: equal names of several entries are one. */
export async function readNationalSkills(datasets: string, language: string): Promise<NationalSkill[]> {
  const byText = new Map<string, NationalSkill>();
  const file = path.join(datasets, 'gold/national-skill-to-esco/pairs.tsv.gz');
  const requiredColumns = ['query_lang', 'query', 'esco_uri', 'relation'];
  for await (const { record } of readCsv(openText(file), { requiredColumns, delimiter: '\t', isQuoted: false })) {
    const text = (record['query'] ?? '').trim();
    if (record['query_lang'] !== language || text === '') continue;
    const known = byText.get(text) ?? { text, skills: [] };
    known.skills.push({ skillId: record['esco_uri'] ?? '', relation: record['relation'] ?? '' });
    byText.set(text, known);
  }
  return [...byText.values()];
}

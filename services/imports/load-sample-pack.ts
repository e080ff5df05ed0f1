/** The sample pack of data/sample into an empty store: taxonomy, mapping to WEF core skills, postings, credentials. */
import { fileURLToPath } from 'node:url';
import type { Store } from '../store/store.ts';
import { importCredentials } from './import-credentials.ts';
import { importPostings } from './import-postings.ts';
import { importCoreSkillMapping, importTaxonomy } from './import-taxonomy.ts';

const SAMPLE = new URL('../../data/sample/', import.meta.url);
export const SAMPLE_FRAMEWORK = 'sample';

/** Path of a file of the pack. */
export function samplePath(name: string): string {
  return fileURLToPath(new URL(name, SAMPLE));
}

export async function loadSamplePack(store: Store, now: string): Promise<void> {
  const deps = { store, now };
  const paths = [samplePath('taxonomy/skills.csv'), samplePath('taxonomy/occupations.csv')];
  await importTaxonomy({ format: 'csv', paths, name: SAMPLE_FRAMEWORK }, deps);
  await importCoreSkillMapping(samplePath('taxonomy/wef-mapping.csv'), deps);
  for (const file of ['postings-1.jsonl', 'postings-2.jsonl']) {
    await importPostings({ file: samplePath(file), format: 'jsonl' }, deps);
  }
  await importCredentials({ file: samplePath('credentials.jsonl'), format: 'jsonl' }, deps);
}

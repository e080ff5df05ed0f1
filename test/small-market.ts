/**
 * A home folder in, filled with the first half of the sample pack, its credentials and ten skills: linked by the hashing
 * model in seconds, and enough for answers about a country.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../services/compose/open-store.ts';
import { importCredentials } from '../services/imports/import-credentials.ts';
import { importPostings } from '../services/imports/import-postings.ts';
import { importTaxonomy } from '../services/imports/import-taxonomy.ts';
import { samplePath } from '../services/imports/load-sample-pack.ts';

/** The day after the last sample posting. */
export const NOW = '2026-11-01T00:00:00.000Z';

const TAXONOMY = `id,label,altLabels,description,type,broader,iscoCode
sql,SQL,SQL queries,Asks databases.,skill,,
python,Python,Python scripting,Writes scripts.,skill,,
excel,spreadsheets,Excel|Microsoft Excel,Calculates.,skill,,
linux,Linux,Linux command line,Runs servers.,skill,,
azure,Microsoft Azure,Azure,Runs in the cloud.,skill,,
docker,Docker,containers,Packs programs.,skill,,
customer,customer service,helping customers,Serves customers.,skill,,
planning,project planning,project management,Plans projects.,skill,,
english,written English,clear English,Writes well.,skill,,
care,patient care,care of patients,Looks after people.,skill,,
analyst,data analyst,,Analyses data.,occupation,,2511
`;

export async function fillWithSmallMarket(home: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const taxonomyFile = path.join(home, 'own.csv');
  writeFileSync(taxonomyFile, TAXONOMY);
  const store = await openStore({ homeFolder: home, databaseUrl: undefined });
  try {
    const deps = { store, now: NOW };
    await importTaxonomy({ format: 'csv', paths: [taxonomyFile] }, deps);
    await importPostings({ file: samplePath('postings-1.jsonl'), format: 'jsonl' }, deps);
    await importCredentials({ file: samplePath('credentials.jsonl'), format: 'jsonl' }, deps);
  } finally {
    await store.close();
  }
}

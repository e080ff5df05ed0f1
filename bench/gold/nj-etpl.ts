/**
 * New Jersey's approved training programmes as a test of ranking: an occupation asks, the programmes leading to it answer.
 *
 * A query is a SOC occupation's title and definition; relevant are the programmes whose `soc_codes` name it. Those codes
 * come from the programme's CIP code, so codes and CIP titles are taken out of the catalogue: they are the answer.
 */
import path from 'node:path';
import { openRecords } from '../../services/files/open-records.ts';
import { openText } from '../../services/files/open-text.ts';
import { readCsv } from '../../services/files/read-csv.ts';
import { isDevelopment, runConverter, writeJsonl } from './gold-folder.ts';

const ANSWERS = new Set(['soc_codes', 'cip_code', 'cip_title']);

interface Programme {
  id: string;
  soc_codes: { soc: string }[] | null;
}

export async function convertNjEtpl(datasets: string, folder: string): Promise<string[]> {
  const source = path.join(datasets, 'credentials/nj-etpl');
  const textBySoc = new Map<string, string>();
  const definitions = openText(path.join(source, 'soc2018_definitions.csv'));
  for await (const { record } of readCsv(definitions, { requiredColumns: ['SOCCode', 'SOCTitle', 'SOCDefinition'] })) {
    textBySoc.set(record['SOCCode'] ?? '', `${record['SOCTitle'] ?? ''}. ${record['SOCDefinition'] ?? ''}`.trim());
  }

  const credentials: unknown[] = [];
  const qrels: { query: string; credential: string; gain: number }[] = [];
  const { records } = await openRecords(path.join(source, 'credentials.jsonl.gz'), 'jsonl');
  for await (const { value } of records) {
    const programme = value as Programme;
    credentials.push(Object.fromEntries(Object.entries(programme).filter(([field]) => !ANSWERS.has(field))));
    for (const soc of new Set((programme.soc_codes ?? []).map(({ soc: code }) => code))) {
      if (textBySoc.has(soc)) qrels.push({ query: soc, credential: programme.id, gain: 1 });
    }
  }
  const queries = [...new Set(qrels.map(({ query }) => query))].sort().map((id) => ({ id, text: textBySoc.get(id) }));
  return [
    await writeJsonl(folder, 'nj-credentials.jsonl', credentials),
    await writeJsonl(folder, 'nj-qrels.jsonl', qrels),
    await writeJsonl(
      folder,
      'nj-queries-development.jsonl',
      queries.filter(({ id }) => isDevelopment(id)),
    ),
    await writeJsonl(
      folder,
      'nj-queries-other.jsonl',
      queries.filter(({ id }) => !isDevelopment(id)),
    ),
  ];
}

await runConverter(import.meta.url, convertNjEtpl);

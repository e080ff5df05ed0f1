/** The postings of the datasets, as files hold them and as an import leaves their text. */
import path from 'node:path';
import { normalisePosting } from '../collect/normalise-posting.ts';
import { readPostingFile, type UnstampedPosting } from '../collect/read-posting-file.ts';

/** Normalising wants to know when a posting came; nothing of that is used in training. */
const RECEIVED_AT = '2000-01-01T00:00:00Z';

export function postingFile(datasets: string, source: string): string {
  return path.join(datasets, 'postings', source, 'postings.jsonl.gz');
}

/** In the order of the file; lines that are no posting are passed over. */
export async function* readDatasetPostings(datasets: string, source: string) {
  for await (const { rawPosting } of readPostingFile({ file: postingFile(datasets, source), format: 'auto' })) {
    if (rawPosting !== undefined) yield rawPosting;
  }
}

export function normalisedText(posting: UnstampedPosting): { description: string; language: string | null } {
  return normalisePosting({ ...posting, receivedAt: RECEIVED_AT });
}

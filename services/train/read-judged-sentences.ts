/**
 * Judged links of real postings, with the sentences they were read in: the file of judgements says only where, the
 * postings are read again from the datasets.
 */
import path from 'node:path';
import { normalisePosting } from '../collect/normalise-posting.ts';
import { readPostingFile } from '../collect/read-posting-file.ts';
import { groupBy } from '../domain/group-by.ts';
import { readJudgedLinks, type JudgedLink } from '../evaluate/read-judged-links.ts';
import { splitRequirements } from '../skills/split-requirements.ts';
import type { JudgedSentence } from './link-examples.ts';

/** Ids begin with the source a file was imported under, which need not be the one it names itself. */
function idInFile(postingId: string): string {
  return postingId.slice(postingId.indexOf(':') + 1);
}

/** Normalising wants to know when a posting came; nothing of that is used here. */
const RECEIVED_AT = '2000-01-01T00:00:00Z';

/**
 * In the order of the files. Links whose posting or sentence is no longer there are passed over.
 * @param olderThan only links that an older version of the linker made; all by default
 * @throws InvalidInputError for a line that is no judged link
 */
export async function readJudgedSentences(
  datasets: string,
  files: readonly string[],
  { olderThan = Infinity }: { olderThan?: number } = {},
): Promise<JudgedSentence[]> {
  const judged = (await readJudgedLinks(files)).filter(({ linkerVersion }) => linkerVersion < olderThan);
  const textOf = new Map<JudgedLink, string>();
  for (const [source, links] of groupBy(judged, (link) => link.source)) {
    const byPosting = groupBy(links, (link) => idInFile(link.postingId));
    const postings = path.join(datasets, 'postings', source, 'postings.jsonl.gz');
    for await (const { rawPosting } of readPostingFile({ file: postings, format: 'auto' })) {
      if (rawPosting === undefined) continue;
      const wanted = byPosting.get(idInFile(rawPosting.id));
      if (wanted === undefined) continue;
      const { description, language } = normalisePosting({ ...rawPosting, receivedAt: RECEIVED_AT });
      const sentences = splitRequirements(description, language);
      for (const link of wanted) {
        const sentence = sentences.find(({ start, end }) => start <= link.start && link.end <= end);
        if (sentence !== undefined) textOf.set(link, sentence.text);
      }
    }
  }
  return judged.flatMap((link) => {
    const text = textOf.get(link);
    return text === undefined
      ? []
      : [{ text, skillId: link.skillId, isRight: link.verdict === 'right', postingId: link.postingId }];
  });
}

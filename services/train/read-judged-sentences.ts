/**
 * Judged links of real postings, with the sentences they were read in: the file of judgements says only where, the
 * postings are read again from the datasets.
 */
import { groupBy } from '../domain/group-by.ts';
import { readJudgedLinks, type JudgedLink } from '../evaluate/read-judged-links.ts';
import { splitRequirements } from '../skills/split-requirements.ts';
import { normalisedText, readDatasetPostings } from './dataset-postings.ts';
import type { JudgedSentence } from './link-examples.ts';

/** Ids begin with the source a file was imported under, which need not be the one it names itself. */
function idInFile(postingId: string): string {
  return postingId.slice(postingId.indexOf(':') + 1);
}

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
    for await (const posting of readDatasetPostings(datasets, source)) {
      const wanted = byPosting.get(idInFile(posting.id));
      if (wanted === undefined) continue;
      const { description, language } = normalisedText(posting);
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

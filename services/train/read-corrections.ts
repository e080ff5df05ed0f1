/** An exported file of corrections in, judged sentences out: what a person said about one skill each. */
import { ExportedCorrection } from '../domain/correction.ts';
import { readGoldLines } from '../evaluate/read-gold-lines.ts';
import type { JudgedSentence } from './link-examples.ts';

const EXAMPLE = 'a line of skillgap correct export FILE.jsonl';

/**
 * The sentence that was judged; the words alone where they were judged wherever they stand.
 * @throws InvalidInputError naming file, line and field
 */
export async function readCorrections(file: string): Promise<JudgedSentence[]> {
  const { lines } = await readGoldLines(file, ExportedCorrection, EXAMPLE);
  return lines.map(({ record: { kind, skill, words, place } }) => ({
    text: place?.quote ?? words,
    skillId: skill.id,
    isRight: kind !== 'reject',
    postingId: place?.postingId ?? '',
  }));
}

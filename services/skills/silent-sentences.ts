/**
 * Which sentences that no table turned down are still worded like those that ask for nothing.
 *
 * Company talk takes every form a language has, so what the tables miss is told by its words: a linear model, trained on
 * what stands under headings. It is asked about prose alone. A list of requirements is believed, a sentence that speaks of
 * the role or of recruiting is, too: adverts open with those, among the words of the employer.
 */
import { askingScore, type AskingWords } from '../../models/asking-words.ts';
import { RECRUITING, ROLE_TALK } from './company-talk.ts';
import { countWords } from './cut-long-sentences.ts';
import { isReadByModel } from './link-mentions.ts';
import type { ReadSentence } from './read-sentences.ts';

/** Adverts stay on a subject for some sentences: each neighbour has a say, too. */
const NEIGHBOUR_WEIGHT = 0.3;
/** Shorter ones are names and fragments, of which words say little. */
const FEWEST_WORDS = 5;
/**
 * Sentences that score below are silent. English ones, and those whose language could not be told, are read by the embedding
 * model afterwards; in other languages nothing else reads them, so the bar is higher. Chosen on judged links:
 * docs/adr/0037-asking-words.md.
 */
const LEAST_SCORE = { read: -0.1, unread: 0.2 };

/** Those of the sentences whose words ask for nothing. */
export function silentSentences(
  sentences: readonly ReadSentence[],
  language: string | null,
  askingWords: Pick<AskingWords, 'weights'>,
): ReadonlySet<ReadSentence> {
  const spoken = sentences.filter(({ reason }) => reason !== 'heading');
  const scores = spoken.map(({ text }) => askingScore(text, askingWords));
  const least = isReadByModel(language) ? LEAST_SCORE.read : LEAST_SCORE.unread;
  const scoreAt = (at: number) => scores[at] ?? 0;
  const isSilent = (at: number) => scoreAt(at) + NEIGHBOUR_WEIGHT * (scoreAt(at - 1) + scoreAt(at + 1)) < least;
  return new Set(spoken.filter((sentence, at) => isJudgedByWords(sentence) && isSilent(at)));
}

function isJudgedByWords({ text, lower, block, reason }: ReadSentence): boolean {
  if (reason !== undefined || block.isBullet || block.kind === 'requirements' || block.kind === 'nice-to-have')
    return false;
  return countWords(text) >= FEWEST_WORDS && !ROLE_TALK.test(lower) && !RECRUITING.test(lower);
}

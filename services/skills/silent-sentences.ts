/**
 * Which sentences that no table turned down are still worded like those that ask for nothing.
 *
 * Company talk takes every form a language has, so what the tables miss is told by its words: a linear model, trained on
 * what stands under headings. It is asked about prose alone. A list of requirements is believed, a sentence that speaks of
 * the role or of recruiting is, too: adverts open with those, among the words of the employer.
 */
import { askingScore, type AskingWords } from '../../models/asking-words.ts';
import { ROLE_TALK } from './company-talk.ts';
import { countWords } from './cut-long-sentences.ts';
import { MODEL_LANGUAGE } from './link-mentions.ts';
import type { ReadSentence } from './read-sentences.ts';

/** Adverts stay on a subject for some sentences: each neighbour has a say, too. */
const NEIGHBOUR_WEIGHT = 0.3;
/** Shorter ones are names and fragments, of which words say little. */
const FEWEST_WORDS = 5;
/**
 * Sentences that score below are silent. English ones are read by the embedding model afterwards; in other languages
 * nothing else reads them, so the bar is higher. Chosen on links judged in versions 7 to 16: docs/adr/0037-asking-words.md.
 */
const LEAST_SCORE = { read: -0.2, unread: 0.2 };

const RECRUITING =
  /\bif you (?:are|have|enjoy|love|want)\b|seeking|looking|recruit|hiring|\broles?\b|\bposts?\b|\bposition|candidate|applicant|\bneeds?\b|recherch|recrut|\bcherch|besoin|poszukuj|szuka(?:my)?\b|potrzeb|\bdeveloper\b|programist[aę]/;

/** Says of each sentence, by its place in the list, whether its words ask for nothing. */
export function silentSentences(
  sentences: readonly ReadSentence[],
  language: string | null,
  askingWords: Pick<AskingWords, 'weights'>,
): (at: number) => boolean {
  const scores = sentences.map(({ text, reason }) => (reason === 'heading' ? null : askingScore(text, askingWords)));
  const least = language === MODEL_LANGUAGE ? LEAST_SCORE.read : LEAST_SCORE.unread;
  return (at) => {
    const sentence = sentences[at];
    const own = scores[at] ?? null;
    if (sentence === undefined || own === null || !isJudgedByWords(sentence)) return false;
    const neighbours = (scoreBeside(scores, at, -1) ?? 0) + (scoreBeside(scores, at, 1) ?? 0);
    return own + NEIGHBOUR_WEIGHT * neighbours < least;
  };
}

function isJudgedByWords({ text, block }: ReadSentence): boolean {
  if (block.isBullet || block.kind === 'requirements' || block.kind === 'nice-to-have') return false;
  const lower = text.toLowerCase().replace(/[’‘ʼ´`′]/gu, "'");
  return countWords(text) >= FEWEST_WORDS && !ROLE_TALK.test(lower) && !RECRUITING.test(lower);
}

/** Of the nearest sentence in a direction, over headings. */
function scoreBeside(scores: readonly (number | null)[], at: number, step: 1 | -1): number | undefined {
  for (let next = at + step; next >= 0 && next < scores.length; next += step) {
    const score = scores[next];
    if (typeof score === 'number') return score;
  }
  return undefined;
}

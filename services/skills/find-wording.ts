/**
 * A few words in, every place of a text where they stand, in any case and inflection.
 *
 * Unlike the lexicon nothing is left out: a person has said that just these words matter, even `R` or `go`.
 */
import { foldWord, isInflection, stemWord, wordsOf } from './words.ts';

export interface WordingSpan {
  /** UTF-16 code units into the text. */
  start: number;
  end: number;
}

/** In order of place. Of several words each may be inflected; a single word only by a plural s. */
export function findWording(text: string, wording: string): WordingSpan[] {
  const wanted = wordsOf(wording).map((word) => word.text);
  const words = wordsOf(text);
  if (wanted.length === 0) return [];
  const isWord = wanted.length === 1 ? isSameWord : isForm;
  return words.flatMap((first, from) => {
    const last = words[from + wanted.length - 1];
    const stands = wanted.every((word, at) => isWord(words[from + at]?.text ?? '', word));
    return last !== undefined && stands ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Two wordings that find the same places: blanks, case and inflections of several words make no difference. */
export function wordingKey(wording: string): string {
  const words = wordsOf(wording);
  return words
    .map(({ text }) => (words.length === 1 ? foldWord(text).replace(/(?<=..)s$/u, '') : stemWord(text)))
    .join(' ');
}

/**
 * A piece of plain letters that stands in every text the wording stands in, for a store to search by; null when there
 * is none. The last letter of a stem is left off: "policy" and "policies" part there.
 */
export function wordingPiece(wording: string): string | null {
  const pieces = wordsOf(wording).flatMap(({ text }) => {
    const stem = stemWord(text);
    const kept = stem.length > 3 ? stem.slice(0, -1) : stem.replace(/s$/u, '');
    // Other letters have several lower cases and spellings, on which the store and this process may disagree.
    return kept.match(/[a-z0-9]{2,}/gu) ?? [];
  });
  return pieces.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function isSameWord(spoken: string, wanted: string): boolean {
  const [one, other] = [foldWord(spoken), foldWord(wanted)];
  return one === other || one === `${other}s` || `${one}s` === other;
}

function isForm(spoken: string, wanted: string): boolean {
  return isSameWord(spoken, wanted) || isInflection(spoken, wanted);
}

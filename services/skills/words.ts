/**
 * Words of a text with their places, and the folded form two spellings of a word share.
 *
 * A newcomer would expect "Node.js", "C++" and ".NET" to fall apart: they stay whole, while "skills.You"
 * (two sentences run together by a careless export) does not.
 */
import { stemmer } from 'stemmer';

export interface Word {
  text: string;
  /** UTF-16 code units into the text the words were read from. */
  start: number;
  end: number;
}

// A dot joins only what is known to follow one in a name (Node.js, ASP.NET, draw.io) and the parts of a number (2.0); "C#.NET"
// is two names.
const WORD =
  /(?:(?<![\p{L}\p{N}])\.(?=NET\b))?[\p{L}\p{N}]+(?:\+\+(?=\d)|[+#]+(?![\p{L}\p{N}+#]))?(?:(?:(?<![+#])\.(?=(?:js|net|io|py|ai)\b)|(?<=\d)\.(?=\d)|['’])[\p{L}\p{N}]+)*/giu;

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lower case, accents kept (they tell words apart outside English), one form of the apostrophe. */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

/** Stems already made: texts repeat their words without end. Emptied when full. */
const stems = new Map<string, string>();
const MOST_STEMS = 200_000;

/** Porter stem of an English word; words with digits or signs are names and stay as they are. */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const folded = foldWord(word);
  const stem = /^[a-z]{4,}$/.test(folded) ? stemmer(folded.replace(/is(e|ed|es|ing|ation)$/, 'iz$1')) : folded;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Endings that make another word of a stem, not another form of the same word. */
const DERIVATION = /(?:(ation|ion|ment|ness|ity|ance|ence|er|or|al|ive|ist)s?)$/u;

/** Whether two words of one stem are forms of one word: "managing" of "manage", "models" of "modelling"; not "management". */
export function isInflection(one: string, other: string): boolean {
  const ending = (word: string) => DERIVATION.exec(foldWord(word))?.[1] ?? '';
  return stemWord(one) === stemWord(other) && ending(one) === ending(other);
}

/** "Python (computer programming)" is asked for as "Python": the bracket only tells it from the snake. */
export function withoutQualifier(label: string): string {
  const bare = label.replace(/\s*\([^()]*\)\s*$/u, '').trim();
  return bare === '' ? label.trim() : bare;
}

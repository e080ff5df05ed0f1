/**
 * The pieces of a requirement sentence that may name one skill each: clauses, and runs of a few words.
 *
 * One vector for a whole sentence is a blend of everything it asks for; a window of three words around one skill is
 * that skill (HOUSE validation: see the table in models/README.md).
 */
import { foldWord, wordsOf, type Word } from './words.ts';
import { stopWordsOf } from './stop-words.ts';

/** `fast` takes clauses and every second window of 3 and of 5 words; `accurate` all of 3, 5 and 8 words. */
export type WindowMode = 'fast' | 'accurate';

export interface Window {
  text: string;
  /** UTF-16 code units into the sentence. */
  start: number;
  end: number;
}

const WINDOW_LENGTHS: Record<WindowMode, readonly number[]> = { fast: [3, 5], accurate: [3, 5, 8] };
const CLAUSE_BREAK =
  /[,;:•()[\]/|–—]|\s-\s|\.\s|\b(?:and|or|as well as|including|such as|with|using|und|oder|et|ou|avec|oraz|lub)\b/giu;
/** Two sentences in one: what stands before such words says something else than they. */
const NEW_CLAUSE = /[.;:]\s|,\s+(?:you|we|they|it|this|which|who|where|whilst|while)\b/iu;
/** Every second window of a fast reading: half the work; a name of two words still falls whole into one of them. */
const STEP: Record<WindowMode, number> = { fast: 2, accurate: 1 };
/** Longer runs are still sentences, not names of one skill. */
const MAX_CLAUSE_WORDS = 9;
/** A clause this short is a window already: nothing within it is read again. */
const SHORT_CLAUSE_WORDS = 4;

/**
 * Windows in reading order, each text once, none of stop words alone.
 * @param lengths words of a window that is no clause
 */
export function extractWindows(
  sentence: string,
  mode: WindowMode,
  language = 'en',
  lengths = WINDOW_LENGTHS[mode],
): Window[] {
  const words = wordsOf(sentence);
  const stopWords = stopWordsOf(language);
  const content = words.map((word) => !stopWords.has(foldWord(word.text)));
  const windows = new Map<string, Window>();
  const add = (from: number, to: number) => {
    const trimmed = trimStopWords(content, from, to);
    if (trimmed === undefined) return;
    const window = windowOf(sentence, words, trimmed.from, trimmed.to);
    if (window === undefined || windows.has(window.text) || NEW_CLAUSE.test(window.text)) return;
    windows.set(window.text, window);
  };
  const pieces = clauses(sentence, words);
  for (const [from, to] of pieces) add(from, to);
  const isRead = (start: number, end: number) =>
    pieces.some(([from, to]) => to - from <= SHORT_CLAUSE_WORDS && from <= start && end <= to);
  for (const length of lengths) {
    if (words.length < length) continue;
    for (let from = 0; from + length <= words.length; from += STEP[mode]) {
      // One word of meaning among stop words is read as a clause or by the lexicon; alone it is near to everything.
      if (isRead(from, from + length)) continue;
      if (content.slice(from, from + length).filter(Boolean).length > 1) add(from, from + length);
    }
  }
  return [...windows.values()];
}

/** Word ranges [from, to) between breaks. */
function clauses(sentence: string, words: readonly Word[]): [number, number][] {
  const breaks = [
    ...Array.from(sentence.matchAll(CLAUSE_BREAK), (match) => match.index + match[0].length),
    sentence.length,
  ];
  const ranges: [number, number][] = [];
  let from = 0;
  for (const end of breaks) {
    let to = from;
    while (to < words.length && (words[to]?.end ?? Infinity) <= end) to++;
    if (to > from && to - from <= MAX_CLAUSE_WORDS) ranges.push([from, to]);
    from = to;
  }
  return ranges;
}

/** A window starts and ends on a word with meaning. */
function trimStopWords(
  content: readonly boolean[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  while (from < to && content[from] !== true) from++;
  while (to > from && content[to - 1] !== true) to--;
  return to > from ? { from, to } : undefined;
}

function windowOf(sentence: string, words: readonly Word[], from: number, to: number): Window | undefined {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) return undefined;
  return { text: sentence.slice(first.start, last.end), start: first.start, end: last.end };
}

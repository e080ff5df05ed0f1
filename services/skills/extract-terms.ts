/**
 * A requirement sentence in, the names and short noun phrases in it out: what may be a skill that nobody has named yet.
 *
 * There is no tagger: what a phrase may not begin or end with is told by short lists and by the taxonomy itself, whose
 * skills begin with verbs. Generous; how often a term is said, where, and how near a skill is, decides later.
 */
import type { Skill } from '../domain/skill.ts';
import { contentStems } from './skill-space.ts';
import { foldWord, stemWord, wordsOf, type Word } from './words.ts';
import { stopWordsOf } from './stop-words.ts';
import { GENERAL_WORDS, NEVER_FIRST, NEVER_LAST } from './general-words.ts';

export interface Term {
  /** Stems of its words: inflections of a term are one term. */
  key: string;
  /** UTF-16 code units into the sentence. */
  start: number;
  end: number;
}

/** What a taxonomy says about words. */
export interface KnownWords {
  /** Stems that begin several skills: manage, ensure, develop. */
  verbs: ReadonlySet<string>;
  /** Stems of every word in its labels. */
  labelled: ReadonlySet<string>;
}

const MAX_WORDS = 4;
/** Skills that begin with a word before it counts as a verb. */
const MIN_SKILLS_OF_VERB = 3;
/** A shorter word that nobody capitalises is hardly the name of anything. */
const MIN_LETTERS = 5;

export function knownWordsOf(skills: Iterable<Pick<Skill, 'preferredLabel' | 'altLabels' | 'skillType'>>): KnownWords {
  const begun = new Map<string, number>();
  const labelled = new Set<string>();
  for (const { preferredLabel, altLabels, skillType } of skills) {
    for (const label of [preferredLabel, ...altLabels]) for (const stem of contentStems(label)) labelled.add(stem);
    const [first, second] = wordsOf(preferredLabel);
    if (skillType !== 'skill' || first === undefined || second === undefined) continue;
    const stem = stemWord(first.text);
    begun.set(stem, (begun.get(stem) ?? 0) + 1);
  }
  const verbs = [...begun].filter(([, count]) => count >= MIN_SKILLS_OF_VERB).map(([stem]) => stem);
  return { verbs: new Set(verbs), labelled };
}

/** In order of place, the longer of two that begin together last. */
export function extractTerms(sentence: string, known: KnownWords): Term[] {
  return runsOf(sentence).flatMap((run) =>
    run.flatMap((first, from) =>
      run.slice(from, from + MAX_WORDS).flatMap((last, more) => {
        const words = run.slice(from, from + more + 1);
        if (!isTerm(words, sentence, known)) return [];
        return [{ key: words.map(({ text }) => stemWord(text)).join(' '), start: first.start, end: last.end }];
      }),
    ),
  );
}

/** Words of meaning with nothing between them but a blank or a hyphen (CI/CD: or a stroke). */
function runsOf(sentence: string): Word[][] {
  const stopWords = stopWordsOf('en');
  const runs: Word[][] = [[]];
  for (const word of wordsOf(sentence)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const between = before === undefined ? ' ' : sentence.slice(before.end, word.start);
    const isJoined =
      /^[ \u00a0]$|^[-‑]$/u.test(between) ||
      (between === '/' && isAcronym(word.text) && before !== undefined && isAcronym(before.text));
    const folded = foldWord(word.text);
    const isMeaningful = !stopWords.has(folded) && !GENERAL_WORDS.has(folded) && /\p{L}/u.test(folded);
    if (isMeaningful && isJoined && run !== undefined) run.push(word);
    else runs.push(isMeaningful ? [word] : []);
  }
  return runs.filter((run) => run.length > 0);
}

function isTerm(words: readonly Word[], sentence: string, { verbs, labelled }: KnownWords): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  if (words.length === 1) return isName(first, sentence) || isUnheardOf(first.text, labelled);
  const begins = foldWord(first.text);
  const ends = foldWord(last.text);
  const isCapitalised = words.every(({ text }) => /^\p{Lu}|\d/u.test(text)) && !isAtStart(first, sentence);
  if (!isCapitalised && (verbs.has(stemWord(first.text)) || NEVER_FIRST.has(begins))) return false;
  return !NEVER_LAST.has(ends) && !isAdverb(begins) && !isAdverb(ends);
}

function isAdverb(folded: string): boolean {
  return folded.length > 4 && folded.endsWith('ly');
}

/** SQL, iPad, C++, Kubernetes within a sentence: written as nobody writes a plain word. */
function isName(word: Word, sentence: string): boolean {
  if (/.\p{Lu}|\d|[+#]/u.test(word.text)) return word.text.length > 1;
  return /^\p{Lu}/u.test(word.text) && word.text.length > 2 && !isAtStart(word, sentence);
}

function isUnheardOf(word: string, labelled: ReadonlySet<string>): boolean {
  return /^\p{Ll}+$/u.test(word) && word.length >= MIN_LETTERS && !labelled.has(stemWord(word));
}

/** A capital says nothing where a sentence, or a part after a mark, begins. */
function isAtStart({ start }: Word, sentence: string): boolean {
  return /(?:^|[.:;!?•\-–—"(])\s*$/u.test(sentence.slice(0, start));
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word);
}

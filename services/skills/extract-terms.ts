/**
 * A requirement sentence in, the names and short noun phrases in it out: what may be a skill that nobody has named yet.
 *
 * There is no tagger: what a phrase may not begin or end with is told by short lists and by the taxonomy itself, whose
 * skills begin with verbs. Generous; how often a term is said, where, and how near a skill is, decides later.
 */
import { groupBy } from '../domain/group-by.ts';
import type { Occupation } from '../domain/occupation.ts';
import type { Skill } from '../domain/skill.ts';
import { GENERAL_WORDS, NEVER_FIRST, NEVER_LAST } from './general-words.ts';
import { stopWordsOf } from './stop-words.ts';
import { foldWord, stemWord, withoutQualifier, wordsOf, type Word } from './words.ts';

export interface Term {
  /** Its words folded, without a plural s: a term and its plural are one. */
  key: string;
  /** UTF-16 code units into the sentence. */
  start: number;
  end: number;
}

/** What a taxonomy says about words. */
export interface KnownWords {
  /** Stems that begin several skills: manage, ensure, develop. */
  verbs: ReadonlySet<string>;
  /** Stems of every word in its labels and descriptions. */
  heard: ReadonlySet<string>;
  /** Words, folded, that end several occupations: nurse, manager. A term that ends so is somebody, not something to learn. */
  people: ReadonlySet<string>;
}

const MAX_WORDS = 4;
/** Skills that begin, or occupations that end, with a word before it counts as a verb or as somebody. */
const MIN_LABELS = 5;
/** A shorter word that nobody capitalises is hardly the name of anything. */
const MIN_LETTERS = 5;

type KnownSkill = Pick<Skill, 'preferredLabel' | 'altLabels' | 'description' | 'skillType'>;

export function knownWordsOf(
  skills: readonly KnownSkill[],
  occupations: Iterable<Pick<Occupation, 'preferredLabel' | 'altLabels'>>,
): KnownWords {
  const texts = skills.flatMap(({ preferredLabel, altLabels, description }) => [
    preferredLabel,
    ...altLabels,
    description ?? '',
  ]);
  const words = new Set(texts.flatMap((text) => wordsOf(text).map((word) => word.text)));
  const verbs = skills.flatMap(({ preferredLabel, skillType }) => {
    const [first, second] = wordsOf(preferredLabel);
    return skillType !== 'skill' || first === undefined || second === undefined ? [] : [stemWord(first.text)];
  });
  const people = [...occupations].flatMap(({ preferredLabel, altLabels }) =>
    [preferredLabel, ...altLabels].map(withoutQualifier).flatMap((label) => {
      const last = wordsOf(label).at(-1);
      // "Head of finance" ends with no one.
      return last === undefined || /\s(?:of|in|for|and)\s/u.test(label) ? [] : [singular(last.text)];
    }),
  );
  return { verbs: saidOften(verbs), heard: new Set([...words].map(stemWord)), people: saidOften(people) };
}

function saidOften(words: readonly string[]): Set<string> {
  return new Set(
    [...groupBy(words, (word) => word)].filter(([, same]) => same.length >= MIN_LABELS).map(([word]) => word),
  );
}

/** In order of place, the longer of two that begin together last. */
export function extractTerms(sentence: string, known: KnownWords): Term[] {
  return runsOf(sentence).flatMap((run) =>
    run.flatMap((first, from) =>
      run.slice(from, from + MAX_WORDS).flatMap((last, more) => {
        const words = run.slice(from, from + more + 1);
        if (!isTerm(words, run[from + more + 1], sentence, known)) return [];
        return [{ key: words.map(({ text }) => singular(text)).join(' '), start: first.start, end: last.end }];
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

/** @param next the word of the run after the term */
function isTerm(words: readonly Word[], next: Word | undefined, sentence: string, known: KnownWords): boolean {
  const { verbs, heard, people } = known;
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || isWithinCompound(first, last, sentence)) return false;
  const begins = foldWord(first.text);
  const ends = foldWord(last.text);
  if (isSomebody(last, people)) return false;
  if (words.length === 1) return isName(first, sentence, heard) || isUnheardOf(first.text, heard);
  const isCapitalised = words.every(({ text }) => /^\p{Lu}|\d/u.test(text)) && !isAtStart(first, sentence);
  if (!isCapitalised && (verbs.has(stemWord(first.text)) || NEVER_FIRST.has(begins))) return false;
  if (isCapitalised) return true;
  // "Activity coordinators", "care pathway services": what stands before such a word only says which.
  if (next !== undefined && (isSomebody(next, people) || NEVER_LAST.has(foldWord(next.text)))) return false;
  return !NEVER_LAST.has(ends) && !/['’]s$/u.test(ends) && !isAdverb(begins) && !isAdverb(ends);
}

function isSomebody({ text }: Word, people: ReadonlySet<string>): boolean {
  return people.has(singular(text));
}

/** "policies" and "policy", "wards" and "ward". */
function singular(word: string): string {
  return foldWord(word)
    .replace(/(?<=..)ies$/u, 'y')
    .replace(/(?<=[^s]..)s$|(?<=[^s]{2})s$/u, '');
}

/** "pre-operative" is not cut in two, and the end of "A/B testing" is no term. */
function isWithinCompound({ start }: Word, { end }: Word, sentence: string): boolean {
  return (
    /[\p{L}\p{N}][-‑]$|(?:^|\P{L})\p{L}\/$/u.test(sentence.slice(Math.max(0, start - 3), start)) ||
    /^[-‑][\p{L}\p{N}]/u.test(sentence.slice(end))
  );
}

function isAdverb(folded: string): boolean {
  return folded.length > 4 && folded.endsWith('ly');
}

/** SQL, iPad, C++, or Looker within a sentence: written as nobody writes a plain word. */
function isName({ text, start, end }: Word, sentence: string, heard: ReadonlySet<string>): boolean {
  if (/['’]/u.test(text) || text.length < 2) return false;
  if (/.\p{Lu}|\d|[+#]/u.test(text) && !/^\d/u.test(text)) return !isShouted(sentence);
  return (
    /^\p{Lu}/u.test(text) && text.length > 2 && !heard.has(stemWord(text)) && !isAtStart({ text, start, end }, sentence)
  );
}

/** Capitals say nothing in a sentence of capitals. */
function isShouted(sentence: string): boolean {
  const capitals = sentence.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > 8 && capitals * 2 > (sentence.match(/\p{L}/gu)?.length ?? 0);
}

function isUnheardOf(word: string, heard: ReadonlySet<string>): boolean {
  return /^\p{Ll}+$/u.test(word) && word.length >= MIN_LETTERS && !heard.has(stemWord(word)) && !isAdverb(word);
}

/** A capital says nothing where a sentence, or a part after a mark, begins. */
function isAtStart({ start }: Word, sentence: string): boolean {
  return /(?:^|[.:;!?•\-–—"(])\s*$/u.test(sentence.slice(0, start));
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word);
}

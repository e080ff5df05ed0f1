/**
 * Finds labels and aliases of skills word for word in a text: the surest kind of mention, and the only one for
 * technology names and for languages the embedding model does not know.
 */
import { compareIds } from '../domain/units.ts';
import { foldWord, isInflection, stemWord, withoutQualifier, wordsOf, type Word } from './words.ts';
import { isAmbiguousName, meansSkill } from './ambiguous-names.ts';

export interface LexiconEntry {
  skillId: string;
  label: string;
  isPreferred: boolean;
  /** Of a list that was written for its aliases to be found; default false. */
  isCurated?: boolean;
  /** ISO 639-1; English when absent. German writes every noun with a capital, so there it makes no name. */
  language?: string;
}

export interface LexiconHit {
  skillId: string;
  isPreferred: boolean;
  /** An alias that somebody wants to be found: as sure as those of an own list alone. */
  isCurated?: boolean;
  /** Written with a capital in the taxonomy (SQL, Google Ads): hardly ever means anything else. */
  isName: boolean;
  wordCount: number;
  start: number;
  end: number;
}

export interface SkillLexicon {
  /** Longest hits first come first served: a hit inside a longer one of another skill is left out. Ordered by place. */
  hits(text: string): LexiconHit[];
}

/** Labels of one word shorter than this are kept only when they are names (SQL, R). */
const MIN_WORD_LENGTH = 3;

/** Labels by the stems of their words. A tree of words takes four times the memory of this for the labels of ESCO. */
interface Phrases {
  /** By stems with blanks between; most phrases are of one label. */
  entries: Map<string, LexiconEntry | LexiconEntry[]>;
  /** Words of the longest label that begins with a stem. */
  longest: Map<string, number>;
}

export function buildSkillLexicon(entries: readonly LexiconEntry[]): SkillLexicon {
  const phrases: Phrases = { entries: new Map(), longest: new Map() };
  for (const entry of entries) insert(phrases, entry);
  return {
    hits(text) {
      const words = wordsOf(text);
      const stems = words.map((word) => stemWord(word.text));
      return withoutNested(words.flatMap((_, from) => hitsFrom(phrases, text, words, stems, from)));
    },
  };
}

function insert({ entries, longest }: Phrases, entry: LexiconEntry): void {
  const words = labelWords(entry);
  const [only] = words;
  if (only === undefined) return;
  if (words.length === 1 && only.length < MIN_WORD_LENGTH && !isNamed(entry)) return;
  const stems = words.map(stemWord);
  const [first = ''] = stems;
  longest.set(first, Math.max(longest.get(first) ?? 0, stems.length));
  const key = stems.join(' ');
  const known = entries.get(key);
  if (known === undefined) entries.set(key, entry);
  else if (Array.isArray(known)) known.push(entry);
  else entries.set(key, [known, entry]);
}

function labelWords({ label }: LexiconEntry): string[] {
  return wordsOf(withoutQualifier(label)).map((word) => word.text);
}

/** Written with a capital inside or at the front: a name, matched with its case where that matters. */
function isNamed({ label, language }: LexiconEntry): boolean {
  return (language === 'de' ? /^\S*\p{L}\p{Lu}\S*$/u : /\p{Lu}/u).test(withoutQualifier(label));
}

/** "You design, build and run services" asks for no "design buildings": what a comma parts is no label, unless it has one itself. */
const PAUSE = /[,;:!?|•·]|\.(?:\s|$)/u;

function hitsFrom(
  { entries, longest }: Phrases,
  text: string,
  words: readonly Word[],
  stems: readonly string[],
  from: number,
): LexiconHit[] {
  const hits: LexiconHit[] = [];
  const end = Math.min(words.length, from + (longest.get(stems[from] ?? '') ?? 0));
  let key = '';
  let crossed = false;
  for (let at = from; at < end; at++) {
    const first = words[from];
    const last = words[at];
    if (first === undefined || last === undefined) continue;
    key = at === from ? (stems[at] ?? '') : `${key} ${stems[at] ?? ''}`;
    crossed ||= at > from && PAUSE.test(text.slice(words[at - 1]?.end ?? last.start, last.start));
    const found = entries.get(key);
    if (found === undefined) continue;
    const spoken = words.slice(from, at + 1).map((word) => word.text);
    for (const entry of Array.isArray(found) ? found : [found]) {
      if (crossed && !PAUSE.test(entry.label)) continue;
      if (!reallyMeans(entry, spoken, text, first)) continue;
      const { skillId, isPreferred, isCurated = false } = entry;
      const place = { start: first.start, end: last.end };
      const kind = { isPreferred, ...(isCurated && { isCurated }), isName: isNamed(entry) };
      hits.push({ skillId, ...kind, wordCount: spoken.length, ...place });
    }
  }
  return hits;
}

/**
 * Stems let "managing projects" find "manage project", but not "build automated" find "building automation": of several
 * words each has to be a form of the label's. A single word has to be the word itself, and a name its case.
 */
function reallyMeans(entry: LexiconEntry, spoken: readonly string[], text: string, first: Word): boolean {
  const [word] = spoken;
  const own = labelWords(entry);
  const [label] = own;
  if (word === undefined || label === undefined) return true;
  if (spoken.length > 1) {
    return isActivity(spoken, own) && spoken.every((one, at) => isInflection(one, own[at] ?? ''));
  }
  const same = foldWord(word) === foldWord(label) || foldWord(word) === `${foldWord(label)}s`;
  if (!same) return false;
  if (!isNamed(entry) || !isAmbiguousName(label)) return true;
  return meansSkill(label, text, first.start, first.end);
}

/** "Team building" is an activity; "our team builds products" is a sentence. */
function isActivity(spoken: readonly string[], label: readonly string[]): boolean {
  const endsInIng = (words: readonly string[]) => /ing$/iu.test(words.at(-1) ?? '');
  return !endsInIng(label) || endsInIng(spoken);
}

/** Of overlapping hits the longest stays; a preferred label wins over an alias of the same words. */
function withoutNested(hits: readonly LexiconHit[]): LexiconHit[] {
  return hits
    .filter(
      (hit) =>
        !hits.some(
          (other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
        ),
    )
    .toSorted(
      (a, b) =>
        a.start - b.start ||
        b.end - a.end ||
        Number(b.isPreferred) - Number(a.isPreferred) ||
        Number(b.isCurated ?? false) - Number(a.isCurated ?? false) ||
        compareIds(a.skillId, b.skillId),
    )
    .filter(
      (hit, at, sorted) =>
        !sorted.slice(0, at).some((earlier) => earlier.skillId === hit.skillId && earlier.start === hit.start),
    );
}

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

/** Undefined rather than empty: most nodes end a label or are passed by, and there are some hundred thousand. */
interface Node {
  next: Map<string, Node> | undefined;
  entries: Entry[] | undefined;
}

interface Entry extends LexiconEntry {
  words: readonly string[];
  /** Written with a capital inside or at the front: a name, matched with its case where that matters. */
  isName: boolean;
}

export interface SkillLexicon {
  /** Longest hits first come first served: a hit inside a longer one of another skill is left out. Ordered by place. */
  hits(text: string): LexiconHit[];
}

/** Labels of one word shorter than this are kept only when they are names (SQL, R). */
const MIN_WORD_LENGTH = 3;

export function buildSkillLexicon(entries: readonly LexiconEntry[]): SkillLexicon {
  const root = emptyNode();
  for (const entry of entries) insert(root, entry);
  return {
    hits(text) {
      const words = wordsOf(text);
      const stems = words.map((word) => stemWord(word.text));
      return withoutNested(words.flatMap((_, from) => hitsFrom(root, text, words, stems, from)));
    },
  };
}

function insert(root: Node, entry: LexiconEntry): void {
  const label = withoutQualifier(entry.label);
  const words = wordsOf(label).map((word) => word.text);
  const isName = entry.language === 'de' ? /^\S*\p{L}\p{Lu}\S*$/u.test(label) : /\p{Lu}/u.test(label);
  const [only] = words;
  if (only === undefined) return;
  if (words.length === 1 && only.length < MIN_WORD_LENGTH && !isName) return;
  let node = root;
  for (const word of words) {
    const stem = stemWord(word);
    const next = node.next?.get(stem) ?? emptyNode();
    node.next ??= new Map();
    node.next.set(stem, next);
    node = next;
  }
  node.entries ??= [];
  node.entries.push({ ...entry, words, isName });
}

function emptyNode(): Node {
  return { next: undefined, entries: undefined };
}

/** "You design, build and run services" asks for no "design buildings": what a comma parts is no label, unless it has one itself. */
const PAUSE = /[,;:!?|•·]|\.(?:\s|$)/u;

function hitsFrom(
  root: Node,
  text: string,
  words: readonly Word[],
  stems: readonly string[],
  from: number,
): LexiconHit[] {
  const hits: LexiconHit[] = [];
  let node: Node | undefined = root;
  let crossed = false;
  for (let at = from; at < words.length; at++) {
    node = node.next?.get(stems[at] ?? '');
    if (node === undefined) break;
    const first = words[from];
    const last = words[at];
    if (first === undefined || last === undefined) continue;
    crossed ||= at > from && PAUSE.test(text.slice(words[at - 1]?.end ?? last.start, last.start));
    if (node.entries === undefined) continue;
    const spoken = words.slice(from, at + 1).map((word) => word.text);
    for (const entry of node.entries) {
      if (crossed && !PAUSE.test(entry.label)) continue;
      if (!reallyMeans(entry, spoken, text, first)) continue;
      const { skillId, isPreferred, isCurated = false, isName } = entry;
      const place = { start: first.start, end: last.end };
      hits.push({ skillId, isPreferred, ...(isCurated && { isCurated }), isName, wordCount: spoken.length, ...place });
    }
  }
  return hits;
}

/**
 * Stems let "managing projects" find "manage project", but not "build automated" find "building automation": of several
 * words each has to be a form of the label's. A single word has to be the word itself, and a name its case.
 */
function reallyMeans(entry: Entry, spoken: readonly string[], text: string, first: Word): boolean {
  const [word] = spoken;
  const [label] = entry.words;
  if (word === undefined || label === undefined) return true;
  if (spoken.length > 1) {
    return isActivity(spoken, entry.words) && spoken.every((one, at) => isInflection(one, entry.words[at] ?? ''));
  }
  const same = foldWord(word) === foldWord(label) || foldWord(word) === `${foldWord(label)}s`;
  if (!same) return false;
  if (!entry.isName || !isAmbiguousName(label)) return true;
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

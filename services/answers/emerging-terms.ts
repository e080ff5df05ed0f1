/**
 * Sentences of a scope and of elsewhere in, the terms that many of its postings say where no skill was read out, most telling
 * first. Pure counting; what lies near a skill is not known here.
 */
import { compareIds } from '../domain/units.ts';
import { termInformativeness, termSpecificity, type TermCounts } from '../gaps/rank-terms.ts';
import type { ReadPosting } from '../store/store.ts';

/** A term of a sentence: inflections share a key. */
export interface TermPlace {
  key: string;
  start: number;
  end: number;
}

export interface TermFloors {
  /** Fewest postings that say a term where no skill was read, and fewest employers behind them. */
  postings: number;
  employers: number;
}

export interface TermQuote {
  postingId: string;
  employer: string | null;
  quote: string;
  start: number;
  end: number;
}

export interface CountedTerm {
  key: string;
  /** As written most often; ties by code unit. */
  text: string;
  postingIds: ReadonlySet<string>;
  employerCount: number;
  informativeness: number;
  specificity: number | null;
  /** One of each employer, whole sentences before headings and long ones. */
  quotes: TermQuote[];
}

/** From this confidence on a link explains the words it was read in. */
const EXPLAINED_FROM = 0.5;
/** Of the different sentences that say a term: one sentence in many adverts is boilerplate of an employer. */
const MIN_SENTENCE_SHARE = 1 / 3;

export function countTerms(
  inside: readonly ReadPosting[],
  outside: readonly ReadPosting[],
  termsOf: (sentence: string) => readonly TermPlace[],
  floors: TermFloors,
): CountedTerm[] {
  const frequent = frequentKeys(inside, termsOf, floors.postings);
  const elsewhere = countPostings(outside, termsOf, (key) => frequent.has(key));
  const found = new Map<string, Gathered>();
  for (const posting of inside) gather(posting, termsOf, frequent, found);
  return [...found]
    .filter(([, term]) => isSaidEnough(term, floors))
    .map(([key, term]): CountedTerm => {
      const counts: TermCounts = {
        postingCount: term.postingIds.size,
        n: inside.length,
        elsewhereCount: elsewhere.get(key) ?? 0,
        elsewhere: outside.length,
      };
      return {
        key,
        text: mostOften(term.spellings),
        postingIds: term.postingIds,
        employerCount: term.employers.size,
        informativeness: termInformativeness(counts),
        specificity: termSpecificity(counts),
        quotes: [...term.quoteByEmployer.values()].toSorted(
          (a, b) => awkwardness(a.quote) - awkwardness(b.quote) || compareIds(a.postingId, b.postingId),
        ),
      };
    })
    .filter(({ informativeness }) => informativeness > 0)
    .toSorted((a, b) => b.informativeness - a.informativeness || compareIds(a.key, b.key));
}

interface Gathered {
  postingIds: Set<string>;
  /** Postings that say it only where a skill was read. */
  explainedIds: Set<string>;
  employers: Set<string>;
  sentences: Set<string>;
  spellings: Map<string, number>;
  quoteByEmployer: Map<string, TermQuote>;
}

function isSaidEnough({ postingIds, explainedIds, employers, sentences }: Gathered, floors: TermFloors): boolean {
  return (
    postingIds.size >= floors.postings &&
    employers.size >= floors.employers &&
    postingIds.size > explainedIds.size &&
    sentences.size >= postingIds.size * MIN_SENTENCE_SHARE &&
    sentences.size > 1
  );
}

function frequentKeys(
  postings: readonly ReadPosting[],
  termsOf: Parameters<typeof countTerms>[2],
  least: number,
): Set<string> {
  const counts = countPostings(postings, termsOf, () => true);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** In how many postings each term stands. */
function countPostings(
  postings: readonly ReadPosting[],
  termsOf: Parameters<typeof countTerms>[2],
  counts: (key: string) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { sentences } of postings) {
    const keys = new Set(sentences.flatMap(({ text }) => termsOf(text).map(({ key }) => key)));
    for (const key of keys) if (counts(key)) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function gather(
  posting: ReadPosting,
  termsOf: Parameters<typeof countTerms>[2],
  frequent: ReadonlySet<string>,
  found: Map<string, Gathered>,
): void {
  const { postingId, employer, employerKey, sentences } = posting;
  const explained = new Set<string>();
  const own = ownWords(posting);
  for (const { text, links } of sentences) {
    for (const { key, start, end } of termsOf(text)) {
      const spelling = text.slice(start, end);
      if (!frequent.has(key) || isOfNames(spelling, own)) continue;
      const term = found.get(key) ?? newTerm();
      found.set(key, term);
      if (links.some((link) => link.confidence >= EXPLAINED_FROM && link.start < end && start < link.end)) {
        explained.add(key);
        continue;
      }
      const by = employerKey ?? postingId;
      term.postingIds.add(postingId);
      term.employers.add(by);
      term.sentences.add(foldSentence(text));
      term.spellings.set(spelling, (term.spellings.get(spelling) ?? 0) + 1);
      const known = term.quoteByEmployer.get(by);
      if (known === undefined || awkwardness(text) < awkwardness(known.quote))
        term.quoteByEmployer.set(by, { postingId, employer, quote: text, start, end });
    }
  }
  for (const key of explained) {
    const term = found.get(key);
    if (term !== undefined && !term.postingIds.has(postingId)) term.explainedIds.add(postingId);
  }
}

function newTerm(): Gathered {
  return {
    postingIds: new Set(),
    explainedIds: new Set(),
    employers: new Set(),
    sentences: new Set(),
    spellings: new Map(),
    quoteByEmployer: new Map(),
  };
}

/** A quote of fewer characters shows no context. */
const SHORT_QUOTE = 40;

/** Lower reads better: short sentences, but not mere items of a list. */
function awkwardness({ length }: string): number {
  return length < SHORT_QUOTE ? 1000 - length : length;
}

/** The employer, the place and the title of an advert are in its sentences, too, and ask for nothing. */
function ownWords({ employer, place, title }: ReadPosting): ReadonlySet<string> {
  return new Set(foldSentence(`${employer ?? ''} ${place ?? ''} ${title}`).split(' '));
}

function isOfNames(spelling: string, own: ReadonlySet<string>): boolean {
  return foldSentence(spelling)
    .split(' ')
    .every((word) => own.has(word));
}

/** Sentences that differ by case and marks alone are one. */
function foldSentence(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

function mostOften(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].toSorted(([a, countA], [b, countB]) => countB - countA || compareIds(a, b));
  return first?.[0] ?? '';
}

/** Of terms within each other that are said in mostly the same postings only the longest stays. In the order given. */
export function withoutParts(terms: readonly CountedTerm[], sharedFrom = 0.6): CountedTerm[] {
  return terms.filter(
    (term) =>
      !terms.some(
        (longer) =>
          longer.key.length > term.key.length &&
          ` ${longer.key} `.includes(` ${term.key} `) &&
          longer.postingIds.size >= sharedFrom * term.postingIds.size,
      ),
  );
}

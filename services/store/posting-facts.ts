/**
 * Every posting as numbers, kept in memory by a process and followed as the store changes: what demand is counted from.
 *
 * Why memory and not tables of sums: scopes combine (region, occupation, employer, window), employers are counted once
 * each, and no table of sums answers that for all combinations. 100,000 postings with 1.2 million links are some 100 MB
 * here and a scope is counted in milliseconds. Probabilities are whole multiples of 2^-32, so that their sums are exact
 * in any order for up to two million postings: a count equals a recount to the last bit. docs/adr/0023-decision-engine.md
 */
import { compareIds } from '../domain/units.ts';
import { createNumbering, type Numbering } from './numbering.ts';

/** A probability of 1 in the unit that is summed. */
export const PROBABILITY_UNITS = 2 ** 32;
/** Counts of a region with its parent, weeks and quotes are four; one of thousands of skills takes about 1 MB. */
const MOST_ANSWERS = 200;
/** No employer, occupation, ISCO code, language or day is known. */
export const UNKNOWN = -1;

export interface PostingFact {
  id: string;
  /** Number of whose it is; UNKNOWN: shared by all. */
  organisation: number;
  isDuplicate: boolean;
  isLinked: boolean;
  source: number;
  /** Numbers of the employer key, the occupation, the ISCO code and the language; UNKNOWN where there is none. */
  employer: number;
  occupation: number;
  isco: number;
  language: number;
  /** The region and all it lies in. */
  regions: readonly number[];
  /** Days since 1970-01-01; null when the posting has no date. */
  day: number | null;
  /** Flat quadruples: skill, then its probability, must-have probability and squared probability in units of 2^-32. */
  skills: readonly number[];
  /** Flat quadruples: skill, requirement position, confidence, length of the requirement's text. */
  links: readonly number[];
  /** Flat pairs: phrase, requirement position; requirements without a link. */
  unlinked: readonly number[];
}

export interface PostingFacts {
  find: (id: string) => PostingFact | undefined;
  /** By employer, those without one last; one employer's by id. Made anew when asked for after a change. */
  ordered: () => readonly PostingFact[];
  /** The answer to a question asked before and nothing changed since; else worked out and kept. Answers are shared: read only. */
  remember: <Answer>(question: readonly unknown[], answer: () => Answer) => Answer;
  sources: Numbering;
  organisations: Numbering;
  employers: Numbering;
  regions: Numbering;
  occupations: Numbering;
  iscoCodes: Numbering;
  languages: Numbering;
  skills: Numbering;
  /** By the key of the requirement's folded text. */
  phrases: Numbering<number>;
}

/** The facts of all postings, for whoever keeps them up to date. */
export interface AllPostingFacts extends PostingFacts {
  byId: Map<string, PostingFact>;
  changed: () => void;
}

export function emptyFacts(): AllPostingFacts {
  const byId = new Map<string, PostingFact>();
  let ordered: PostingFact[] | undefined;
  const answers = new Map<string, unknown>();
  return {
    byId,
    find: (id) => byId.get(id),
    ordered: () => (ordered ??= [...byId.values()].sort(byEmployer)),
    changed() {
      ordered = undefined;
      answers.clear();
    },
    remember: <Answer>(question: readonly unknown[], answer: () => Answer) => {
      const key = JSON.stringify(question);
      // What is kept under a question is what its one caller returned.
      const known = answers.get(key) as Answer | undefined;
      const given = known ?? answer();
      // A Map keeps its keys in the order they were set: the first is the one unused for longest.
      answers.delete(key);
      answers.set(key, given);
      const [oldest] = answers.keys();
      if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
      return given;
    },
    sources: createNumbering(),
    organisations: createNumbering(),
    employers: createNumbering(),
    regions: createNumbering(),
    occupations: createNumbering(),
    iscoCodes: createNumbering(),
    languages: createNumbering(),
    skills: createNumbering(),
    phrases: createNumbering<number>(),
  };
}

/** The same facts as one organisation sees them: shared postings and its own. */
export function factsSeenBy(organisation: string | null): (facts: PostingFacts) => PostingFacts {
  let all: readonly PostingFact[] | undefined;
  let seen: readonly PostingFact[] = [];
  return (facts) => {
    const own = organisation === null ? UNKNOWN : (facts.organisations.find(organisation) ?? UNKNOWN);
    const isSeen = (fact: PostingFact) => fact.organisation === UNKNOWN || fact.organisation === own;
    return {
      ...facts,
      find(id) {
        const fact = facts.find(id);
        return fact !== undefined && isSeen(fact) ? fact : undefined;
      },
      ordered() {
        const present = facts.ordered();
        if (all !== present) {
          all = present;
          seen = facts.organisations.size === 0 ? present : present.filter(isSeen);
        }
        return seen;
      },
      remember: (question, answer) => facts.remember([organisation, ...question], answer),
    };
  };
}

function byEmployer(a: PostingFact, b: PostingFact): number {
  // As an unsigned number UNKNOWN is the largest.
  return (a.employer >>> 0) - (b.employer >>> 0) || compareIds(a.id, b.id);
}

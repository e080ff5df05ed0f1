/**
 * A scope in, the facts of its postings out. The same conditions as in scope-filter.ts, which says them in SQL: the
 * contract of the store holds both to one another.
 */
import type { Scope } from '../domain/scope.ts';
import type { Numbering } from './numbering.ts';
import { UNKNOWN, type PostingFact, type PostingFacts } from './posting-facts.ts';

const DAY_MS = 24 * 3600 * 1000;

type Condition = (fact: PostingFact) => boolean;

/** Linked originals of the scope, by employer. */
export function originalsIn(facts: PostingFacts, scope: Scope): PostingFact[] {
  return postingsIn(facts, scope, (fact) => fact.isLinked && !fact.isDuplicate);
}

/** Duplicates are not linked themselves: a duplicate belongs to the scope that its own fields name. */
export function countDuplicatesIn(facts: PostingFacts, scope: Scope): number {
  return postingsIn(facts, scope, (fact) => fact.isDuplicate).length;
}

function postingsIn(facts: PostingFacts, scope: Scope, isWanted: Condition): PostingFact[] {
  const conditions = [isWanted, ...conditionsOf(facts, scope)];
  const candidates = scope.postingId === null ? facts.ordered() : [facts.find(scope.postingId)];
  return candidates.filter(
    (fact): fact is PostingFact => fact !== undefined && conditions.every((holds) => holds(fact)),
  );
}

function conditionsOf(facts: PostingFacts, { region, employer, occupation, since, until }: Scope): Condition[] {
  const conditions: Condition[] = [];
  if (region !== null) {
    const number = facts.regions.find(region.code) ?? UNKNOWN;
    conditions.push((fact) => fact.regions.includes(number));
  }
  if (employer !== null) {
    const number = facts.employers.find(employer.key);
    conditions.push((fact) => fact.employer === number);
  }
  if (occupation !== null) {
    const { ids, iscoCode } = occupation;
    if (iscoCode !== null && ids.length === 0) {
      const isIn = codesBeginning(facts.iscoCodes, iscoCode);
      conditions.push((fact) => isIn[fact.isco] === true);
    } else {
      const numbers = new Set(ids.map((id) => facts.occupations.find(id)));
      conditions.push((fact) => numbers.has(fact.occupation));
    }
  }
  if (since !== null) {
    const first = dayOf(since);
    conditions.push(({ day }) => day !== null && day >= first);
  }
  if (until !== null) {
    const last = dayOf(until);
    conditions.push(({ day }) => day !== null && day <= last);
  }
  return conditions;
}

/** ISCO groups nest by their digits. */
function codesBeginning(codes: Numbering, prefix: string): boolean[] {
  return Array.from({ length: codes.size }, (_, number) => codes.keyOf(number).startsWith(prefix));
}

/** Whole days since 1970-01-01. */
function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The Monday of the week a day is in; 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

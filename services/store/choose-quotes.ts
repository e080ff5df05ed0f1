/**
 * Facts of postings in, which links to quote for each skill out: the surest, of different employers first, then the
 * shorter text. Only places are chosen here; the words are read for the few that are shown.
 *
 * Employers post one text many times over: of links of one employer that are equally sure and in sentences of equal length, one
 * is quoted.
 */
import type { Scope } from '../domain/scope.ts';
import { compareIds } from '../domain/units.ts';
import { columnsOf } from './count-facts.ts';
import { UNKNOWN, type PostingFacts } from './posting-facts.ts';
import { originalsIn } from './scope-facts.ts';

export interface ChosenQuote {
  skillId: string;
  postingId: string;
  position: number;
  /** From 1, in the order of showing. */
  place: number;
}

interface Candidate {
  postingId: string;
  position: number;
  confidence: number;
  length: number;
  /** From 0: how many surer quotes its employer has. */
  turn: number;
}

/** By skill, then place; a posting without an employer stands for itself. */
export function chooseQuotes(
  facts: PostingFacts,
  scope: Scope,
  skillIds: readonly string[],
  perSkill: number,
): ChosenQuote[] {
  const columns = columnsOf(facts, skillIds);
  const chosen = skillIds.map((): Candidate[] => []);
  // Postings come by employer: the quotes of the present one, settled when the next one comes.
  const present = skillIds.map((): Candidate[] => []);
  const touched = new Set<number>();
  const settle = () => {
    for (const column of touched) {
      const ofEmployer = present[column] ?? [];
      for (const [turn, candidate] of ofEmployer.entries())
        keep(chosen[column] ?? [], { ...candidate, turn }, perSkill);
      ofEmployer.length = 0;
    }
    touched.clear();
  };
  let employer = UNKNOWN;
  for (const posting of originalsIn(facts, scope)) {
    if (posting.employer === UNKNOWN || posting.employer !== employer) settle();
    ({ employer } = posting);
    const { links } = posting;
    for (let at = 0; at < links.length; at += 4) {
      const column = columns[links[at] ?? UNKNOWN] ?? UNKNOWN;
      if (column === UNKNOWN) continue;
      touched.add(column);
      const [position = 0, confidence = 0, length = 0] = links.slice(at + 1, at + 4);
      const ofEmployer = present[column] ?? [];
      const isRepeat = ofEmployer.some((one) => one.confidence === confidence && one.length === length);
      if (!isRepeat) keep(ofEmployer, { postingId: posting.id, position, confidence, length, turn: 0 }, perSkill);
    }
  }
  settle();
  return [...skillIds.entries()]
    .sort(([, a], [, b]) => compareIds(a, b))
    .flatMap(([column, skillId]) =>
      (chosen[column] ?? []).map(({ postingId, position }, at) => ({ skillId, postingId, position, place: at + 1 })),
    );
}

/** Puts a candidate into its place among the best few. */
function keep(best: Candidate[], candidate: Candidate, most: number): void {
  let at = best.length;
  while (at > 0 && isBefore(candidate, best[at - 1])) at -= 1;
  if (at >= most) return;
  best.splice(at, 0, candidate);
  if (best.length > most) best.pop();
}

function isBefore(a: Candidate, b: Candidate | undefined): boolean {
  if (b === undefined) return true;
  const order =
    a.turn - b.turn ||
    b.confidence - a.confidence ||
    a.length - b.length ||
    compareIds(a.postingId, b.postingId) ||
    a.position - b.position;
  return order < 0;
}

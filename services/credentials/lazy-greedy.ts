/**
 * A selection and a rule of what is worth most in; the selection with the most worthy closures added, one by one, out.
 *
 * Lazy greedy (Minoux 1978): gains only fall while a plan grows, so a worth measured earlier is an upper limit, and a
 * candidate that still leads after being measured again leads for sure. One exception a newcomer would miss: a closure
 * that shares prerequisites with the one just added gets cheaper, so its worth per cost may rise: it is queued anew.
 */
import { byWorth, CandidateQueue, type QueuedCandidate } from './candidate-queue.ts';
import type { StackCandidate, StackProblem } from './stack-candidates.ts';
import { emptySelection, fitsLimits, gainOf, leastGain, missingMembers, withClosures } from './stack-selection.ts';
import type { Selection, StackLimits } from './stack-selection.ts';

/** What a closure is worth, more being better; never larger for a smaller gain at the same members. */
export type Worth = (gain: number, members: readonly StackCandidate[]) => number;

export interface Rule {
  worthOf: Worth;
  /** Every candidate with its worth when nothing is chosen, in the order of `byWorth`: measured once, used by every search. */
  atStart: readonly QueuedCandidate[];
  /** The candidates that may be picked; their prerequisites come with them. Absent: all. */
  among: ReadonlySet<number> | undefined;
}

export function prepareRule(problem: StackProblem, worthOf: Worth, among?: ReadonlySet<number>): Rule {
  const empty = emptySelection(problem);
  const positions = among ?? problem.candidates.keys();
  const entries = [...positions].flatMap((position) => measured(problem, empty, position, worthOf) ?? []);
  return { worthOf, atStart: entries.sort(byWorth), among };
}

/** Adds until nothing that fits gains anything. What does not fit once never will later: plans only grow. */
export function completeGreedily(problem: StackProblem, start: Selection, limits: StackLimits, rule: Rule): Selection {
  let selection = start;
  const fits = (position: number): boolean => {
    let { price, hours } = selection;
    let count = selection.chosen.size;
    // A plain loop: this runs for every candidate at the start of every search.
    for (const member of problem.candidates[position]?.closure ?? []) {
      const candidate = problem.candidates[member];
      if (candidate === undefined || selection.chosen.has(member)) continue;
      price += candidate.price;
      hours += candidate.hours;
      count += 1;
    }
    return fitsLimits(price, hours, count, limits);
  };
  const queue = new CandidateQueue(
    rule.atStart.filter(({ position }) => !selection.chosen.has(position) && fits(position)),
  );
  const queueAnew = (positions: Iterable<number>): void => {
    for (const position of positions) {
      if (rule.among?.has(position) === false) continue;
      const entry = measured(problem, selection, position, rule.worthOf);
      if (entry !== null) queue.add(entry);
    }
  };
  queueAnew(dependentsOf(problem, start.chosen));

  for (let top = queue.take(); top !== undefined; top = queue.take()) {
    if (selection.chosen.has(top.position) || !fits(top.position)) continue;
    const now = measured(problem, selection, top.position, rule.worthOf);
    if (now === null) continue;
    if (queue.first !== undefined && byWorth(queue.first, now) < 0) {
      queue.add(now);
      continue;
    }
    const closure = problem.candidates[top.position]?.closure ?? [];
    selection = withClosures(problem, selection, [top.position]);
    queueAnew(dependentsOf(problem, closure));
  }
  return selection;
}

function measured(
  problem: StackProblem,
  selection: Selection,
  position: number,
  worthOf: Worth,
): QueuedCandidate | null {
  if (selection.chosen.has(position)) return null;
  const members = missingMembers(problem, selection, position);
  const gain = gainOf(problem, selection, members);
  return gain > leastGain ? { position, worth: worthOf(gain, members) } : null;
}

function dependentsOf(problem: StackProblem, positions: Iterable<number>): Set<number> {
  const dependents = new Set<number>();
  for (const position of positions) {
    for (const dependent of problem.candidates[position]?.dependents ?? []) dependents.add(dependent);
  }
  return dependents;
}

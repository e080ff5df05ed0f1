/**
 * A selection and a rule of what is worth most in; the selection with the most worthy closures added, one by one, out.
 *
 * Lazy greedy (Minoux 1978): gains only fall while a plan grows, so a worth measured earlier is an upper limit, and a
 * candidate that still leads after being measured again leads for sure. One exception a newcomer would miss: a closure
 * that shares prerequisites with the one just added gets cheaper, so its worth per cost may rise: it is queued anew.
 */
import { CandidateQueue, sortCandidates, type SortedCandidates } from './candidate-queue.ts';
import { GrowingSelection } from './growing-selection.ts';
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, leastGain, sumTolerance, type Selection, type StackLimits } from './stack-selection.ts';

export interface Rule {
  /** What each candidate costs, by position; a closure is worth its gain per cost. Null: the gain alone counts. */
  costs: Float64Array | null;
  /** Every candidate that gains anything when nothing is chosen: measured once, used by every search. */
  atStart: SortedCandidates;
}

/** One rule for each list of costs, all of them from one measurement of every candidate. */
export function prepareRules(
  problem: StackProblem,
  costsOfRules: readonly (Float64Array | null)[],
  among: Iterable<number> = problem.candidates.keys(),
): Rule[] {
  const nothing = new GrowingSelection(problem, emptySelection(problem));
  const worthsOfRules = costsOfRules.map(() => new Float64Array(problem.candidates.length));
  for (const position of among) {
    nothing.measure(position, null);
    costsOfRules.forEach((costs, rule) => {
      const worths = worthsOfRules[rule];
      if (worths !== undefined) worths[position] = worthFor(nothing.gain, costs, problem.rows.closures[position] ?? []);
    });
  }
  return costsOfRules.map((costs, rule) => ({
    costs,
    atStart: sortCandidates(worthsOfRules[rule] ?? new Float64Array(), problem.rows),
  }));
}

/** @param among the only candidates that will be picked by this rule; absent: all */
export function prepareRule(problem: StackProblem, costs: Float64Array | null, among?: Iterable<number>): Rule {
  const [rule] = prepareRules(problem, [costs], among);
  if (rule === undefined) throw new Error('One list of costs gives one rule.');
  return rule;
}

/**
 * Adds until nothing that fits gains anything. What does not fit once never will later: plans only grow.
 * @param among the candidates that may be picked; their prerequisites come with them. Absent: all
 */
export function completeGreedily(
  problem: StackProblem,
  start: Selection,
  limits: StackLimits,
  rule: Rule,
  among?: ReadonlySet<number>,
): Selection {
  const selection = new GrowingSelection(problem, start);
  const queue = new CandidateQueue(rule.atStart);
  const queueDependents = (positions: Iterable<number>): void => {
    for (const position of positions) {
      for (const dependent of problem.candidates[position]?.dependents ?? []) {
        if (among?.has(dependent) === false || selection.has(dependent)) continue;
        const worth = worthOf(selection, dependent, rule.costs);
        if (worth > 0) queue.add(dependent, worth);
      }
    }
  };
  queueDependents(start.chosen);

  for (let position = queue.take(); position >= 0; position = queue.take()) {
    if (among?.has(position) === false || selection.has(position)) continue;
    if (!selection.fits(position, limits)) {
      queue.endListBeyond(limits.price - selection.price + sumTolerance, limits.hours - selection.hours + sumTolerance);
      continue;
    }
    const worth = worthOf(selection, position, rule.costs);
    if (worth === 0) continue;
    if (!queue.leads(worth, position)) {
      queue.add(position, worth);
      continue;
    }
    selection.add(position);
    queueDependents(problem.candidates[position]?.closure ?? []);
  }
  return selection.finished();
}

/** 0 when it gains nothing. What costs nothing comes first, the larger gain before the smaller. */
function worthOf(selection: GrowingSelection, position: number, costs: Float64Array | null): number {
  selection.measure(position, costs);
  return worthPerCost(selection.gain, costs === null ? null : selection.cost);
}

function worthFor(gain: number, costs: Float64Array | null, closure: readonly number[]): number {
  return worthPerCost(gain, costs === null ? null : closure.reduce((sum, member) => sum + (costs[member] ?? 0), 0));
}

function worthPerCost(gain: number, cost: number | null): number {
  if (gain <= leastGain) return 0;
  return cost === null ? gain : gain / Math.max(cost, 1e-9);
}

/**
 * A selection in, one at least as good within the limits out: local search by swaps.
 *
 * Two moves, each followed by filling up greedily. Leaving out: one member goes (with what needs it), then two, which
 * frees money and time for others. Forcing in: a candidate comes first, and of the members as many as still fit come
 * back, the most worthy first: it finds the large course that only pays when two small ones go. The first move that
 * betters the selection is kept and the search goes on from there; it ends when no move helps or the tries are used up.
 */
import { completeGreedily, type Rule } from './lazy-greedy.ts';
import type { StackProblem } from './stack-candidates.ts';
import {
  emptySelection,
  fitsLimits,
  isBetter,
  leastGain,
  valueOfAll,
  withClosures,
  withoutCandidate,
} from './stack-selection.ts';
import { withoutSuperfluous } from './superfluous-members.ts';
import type { Selection, StackLimits } from './stack-selection.ts';

export interface SwapTries {
  leavingOut: number;
  forcingIn: number;
}

/** @param rules how to fill up, the last one being the one that members are brought back by */
export function improve(
  problem: StackProblem,
  start: Selection,
  limits: StackLimits,
  rules: readonly Rule[],
  tries: SwapTries,
): Selection {
  let selection = withoutSuperfluous(problem, start);
  let { leavingOut, forcingIn } = tries;
  if (leavingOut + forcingIn === 0) return selection;
  const most = valueOfAll(problem) - leastGain;
  const adopt = (found: Iterable<Selection>): boolean => {
    for (const other of found) {
      if (!isBetter(other, selection)) continue;
      selection = withoutSuperfluous(problem, other);
      return true;
    }
    return false;
  };
  for (let isImproved = true; isImproved && selection.value < most;) {
    isImproved = false;
    for (const left of leftOut([...selection.chosen].sort((a, b) => a - b))) {
      if (leavingOut === 0 || selection.value >= most) break;
      leavingOut -= 1;
      const rest = left.reduce((some, position) => withoutCandidate(problem, some, position), selection);
      isImproved = adopt(rules.map((rule) => completeGreedily(problem, rest, limits, rule)));
      if (isImproved) break;
    }
    // Around the candidates once without success, and no such move is left.
    for (const position of rules.at(-1)?.atStart.positions ?? []) {
      if (forcingIn === 0 || selection.value >= most) break;
      if (selection.chosen.has(position)) continue;
      forcingIn -= 1;
      isImproved = adopt(forcedIn(problem, selection, position, limits, rules)) || isImproved;
    }
  }
  return selection;
}

function* forcedIn(
  problem: StackProblem,
  selection: Selection,
  position: number,
  limits: StackLimits,
  rules: readonly Rule[],
): Generator<Selection> {
  const first = withClosures(problem, emptySelection(problem), [position]);
  if (!fitsLimits(first.price, first.hours, first.chosen.size, limits)) return;
  const back = rules.at(-1);
  if (back === undefined) return;
  const kept = completeGreedily(problem, first, limits, back, selection.chosen);
  for (const rule of rules) yield completeGreedily(problem, kept, limits, rule);
}

function* leftOut(positions: readonly number[]): Generator<number[]> {
  for (const position of positions) yield [position];
  for (const [at, first] of positions.entries()) for (const second of positions.slice(at + 1)) yield [first, second];
}

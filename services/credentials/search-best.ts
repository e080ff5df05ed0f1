/**
 * A problem and limits in, the best selection that can be found quickly and a bound on any better one out.
 *
 * Of a dozen candidates every plan is tried. Of a few hundred all are searched with swaps. Of more, a greedy plan is found
 * and bounded first; the swaps then look among the candidates that the bound shows to be worth their price and hours.
 */
import { coreProblem, needsCore } from './core-problem.ts';
import { boundAndPromises } from './stack-bound.ts';
import type { StackProblem } from './stack-candidates.ts';
import { everySelection } from './stack-enumeration.ts';
import { besideEffort, coreEffort, greedyEffort, prepareSearch, type StackSearch } from './stack-search.ts';
import { bestOf, emptySelection, type Selection, type StackLimits } from './stack-selection.ts';

export interface BestSelection {
  selection: Selection;
  /** No selection within the limits has a larger value. */
  bound: number;
  /** Whether it is the best of all, by trying all of them. */
  isBestOfAll: boolean;
}

/** Steps of the bound where only its promises are wanted. */
const stepsForPromises = 30;
/** Of thousands of candidates: twice as many steps lower the bound by a two-hundredth part and take a sixth of a plan's time. */
const stepsForMany = 40;

/** @param search of the same problem @param isBeside whether the plan only stands beside another: less is tried, the bound is looser */
export function searchBest(
  problem: StackProblem,
  search: StackSearch,
  limits: StackLimits,
  isBeside = false,
): BestSelection {
  const all = everySelection(problem, limits);
  if (all !== null) {
    const selection = bestOf(emptySelection(problem), all);
    return { selection, bound: selection.value, isBestOfAll: true };
  }
  const isSmall = !needsCore(problem);
  const start = search(limits, isSmall ? undefined : greedyEffort);
  const { bound, promises } = boundAndPromises(
    problem,
    limits,
    start,
    isBeside ? stepsForPromises : isSmall ? undefined : stepsForMany,
  );
  if (isSmall) return { selection: start, bound, isBestOfAll: false };
  const { core, toWhole } = coreProblem(problem, promises, start);
  const selection = bestOf(start, [toWhole(prepareSearch(core)(limits, isBeside ? besideEffort : coreEffort))]);
  return { selection, bound: Math.max(bound, selection.value), isBestOfAll: false };
}

/**
 * A stack problem in, a function that finds a good feasible selection for given limits out.
 *
 * Lazy greedy by gain and by gain per cost, from nothing and from each of a few best first picks; the best of them is
 * then improved by swaps (stack-improve.ts). Taking the better of the two greedy rules is within (1 - 1/e) / 2 of the best for one budget
 * without prerequisites (Leskovec et al. 2007, CELF); with prerequisites or two budgets nothing is promised, which is
 * why stack-bound.ts measures how far off a plan can be.
 */
import { completeGreedily, prepareRules, type Rule } from './lazy-greedy.ts';
import { improve, type SwapTries } from './stack-improve.ts';
import type { StackProblem } from './stack-candidates.ts';
import { bestOf, emptySelection, fitsLimits, withClosures } from './stack-selection.ts';
import type { Selection, StackLimits } from './stack-selection.ts';

export interface SearchEffort {
  /** Single candidates to start from besides nothing. */
  firstPickCount: number;
  tries: SwapTries;
  /** Leaves members in that later picks made superfluous. */
  keepsSuperfluous?: boolean;
}

/** For one plan that is shown. Tried on the instances of the bench: more finds hardly any better one. */
export const fullEffort: SearchEffort = { firstPickCount: 4, tries: { leavingOut: 48, forcingIn: 400 } };
/** For the core of a large problem, and for a plan that stands beside the one that was asked for. */
export const coreEffort: SearchEffort = { firstPickCount: 4, tries: { leavingOut: 48, forcingIn: 150 } };
export const besideEffort: SearchEffort = { firstPickCount: 1, tries: { leavingOut: 16, forcingIn: 50 } };
/** Where the search is to start from in earnest. */
export const greedyEffort: SearchEffort = { firstPickCount: 1, tries: { leavingOut: 0, forcingIn: 0 } };
/** For one of many points of a trade-off. */
export const leastEffort: SearchEffort = { firstPickCount: 0, tries: { leavingOut: 0, forcingIn: 0 } };

/** For what everything together costs: whether each of a thousand members is needed does not matter. */
export const widestEffort: SearchEffort = { ...leastEffort, keepsSuperfluous: true };

export type StackSearch = (limits: StackLimits, effort?: SearchEffort) => Selection;

export function prepareSearch(problem: StackProblem): StackSearch {
  const empty = emptySelection(problem);
  const meanOf = (amounts: number[]) =>
    amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length) || 1;
  const priceUnit = meanOf(problem.candidates.map(({ price }) => price));
  const hoursUnit = meanOf(problem.candidates.map(({ hours }) => hours));
  const costs = (perPrice: number, perHour: number) =>
    Float64Array.from(problem.candidates, ({ price, hours }) => perPrice * price + perHour * hours);
  const [byGain, byGainPerPrice, byGainPerHour, byGainPerBoth] = prepareRules(problem, [
    null,
    costs(1 / priceUnit, 0),
    costs(0, 1 / hoursUnit),
    costs(1 / priceUnit, 1 / hoursUnit),
  ]) as [Rule, Rule, Rule, Rule];

  return (limits, { firstPickCount, tries, keepsSuperfluous = false } = fullEffort) => {
    const rules = [byGain];
    if (limits.price < Infinity) rules.push(byGainPerPrice);
    if (limits.hours < Infinity) rules.push(byGainPerHour);
    if (rules.length === 3) rules.push(byGainPerBoth);

    const completions = (start: Selection) => rules.map((rule) => completeGreedily(problem, start, limits, rule));
    const starts = [empty, ...firstPicks(problem, empty, byGain, limits, firstPickCount)];
    const found = bestOf(empty, starts.flatMap(completions));
    return keepsSuperfluous ? found : improve(problem, found, limits, rules, tries);
  };
}

function firstPicks(
  problem: StackProblem,
  empty: Selection,
  byGain: Rule,
  limits: StackLimits,
  count: number,
): Selection[] {
  const picks: Selection[] = [];
  for (const position of byGain.atStart.positions) {
    if (picks.length >= count) break;
    const pick = withClosures(problem, empty, [position]);
    if (fitsLimits(pick.price, pick.hours, pick.chosen.size, limits)) picks.push(pick);
  }
  return picks;
}

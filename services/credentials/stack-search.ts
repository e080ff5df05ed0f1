/**
 * A stack problem in, a function that finds a good feasible selection for given limits out.
 *
 * Lazy greedy by gain and by gain per cost, from nothing and from each of a few best first picks; the best of them is
 * then improved by swaps. Taking the better of the two greedy rules is within (1 - 1/e) / 2 of the best for one budget
 * without prerequisites (Leskovec et al. 2007, CELF); with prerequisites or two budgets nothing is promised, which is
 * why stack-bound.ts measures how far off a plan can be.
 *
 * A limit enters only by "does this still fit?", never by a ratio to the limit: so the search takes the same path for
 * every budget from the largest total it reached (`largestPrice`) up to the one it was given. The sweep rests on that.
 */
import { completeGreedily, prepareRule, type Rule, type Worth } from './lazy-greedy.ts';
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, fitsLimits, isBetter, withClosures, withoutCandidate } from './stack-selection.ts';
import type { Selection, StackLimits } from './stack-selection.ts';

export interface SearchResult {
  selection: Selection;
  /** The largest total price of any selection on the way. */
  largestPrice: number;
}

/** `firstPickCount`: single candidates to start from besides nothing, default 8; more is slower and better. */
export type StackSearch = (limits: StackLimits, firstPickCount?: number) => SearchResult;

/** Swaps tried in one search, at most. Beyond a few dozen hardly any succeeds, and each costs a greedy run per rule. */
const mostSwaps = 48;

export function prepareSearch(problem: StackProblem): StackSearch {
  const empty = emptySelection(problem);
  const meanOf = (amounts: number[]) =>
    amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length) || 1;
  const priceUnit = meanOf(problem.candidates.map(({ price }) => price));
  const hoursUnit = meanOf(problem.candidates.map(({ hours }) => hours));
  const byGain = prepareRule(problem, (gain) => gain);
  const byGainPerPrice = prepareRule(problem, perCost(1 / priceUnit, 0));
  const byGainPerHour = prepareRule(problem, perCost(0, 1 / hoursUnit));
  const byGainPerBoth = prepareRule(problem, perCost(1 / priceUnit, 1 / hoursUnit));

  return (limits, firstPickCount = 8) => {
    const rules = [byGain];
    if (limits.price < Infinity) rules.push(byGainPerPrice);
    if (limits.hours < Infinity) rules.push(byGainPerHour);
    if (rules.length === 3) rules.push(byGainPerBoth);

    let largestPrice = 0;
    const completions = (start: Selection): Selection[] =>
      rules.map((rule) => {
        const selection = completeGreedily(problem, start, limits, rule);
        largestPrice = Math.max(largestPrice, selection.price);
        return selection;
      });
    const starts = [empty, ...firstPicks(problem, empty, byGain, limits, firstPickCount)];
    const found = starts.flatMap(completions).reduce((best, other) => (isBetter(other, best) ? other : best), empty);
    return { selection: swapped(problem, found, completions), largestPrice };
  };
}

function perCost(perPrice: number, perHour: number): Worth {
  return (gain, members) => {
    const cost = members.reduce((sum, { price, hours }) => sum + perPrice * price + perHour * hours, 0);
    // What costs nothing comes first, the larger gain before the smaller.
    return gain / Math.max(cost, 1e-9);
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
  for (const { position } of byGain.atStart) {
    if (picks.length >= count) break;
    const pick = withClosures(problem, empty, [position]);
    if (fitsLimits(pick.price, pick.hours, pick.chosen.size, limits)) picks.push(pick);
  }
  return picks;
}

/** Leaves one member out, then two (and what needs them), and fills up again, for as long as that makes a better selection. */
function swapped(problem: StackProblem, start: Selection, completions: (start: Selection) => Selection[]): Selection {
  let selection = start;
  let triesLeft = mostSwaps;
  for (let isImproved = true; isImproved;) {
    isImproved = false;
    for (const left of leavingOut([...selection.chosen].sort((a, b) => a - b))) {
      if (triesLeft === 0) return selection;
      triesLeft -= 1;
      const rest = left.reduce((some, position) => withoutCandidate(problem, some, position), selection);
      // The rest itself is among the answers: a member that later picks made superfluous is left out for good.
      const better = [rest, ...completions(rest)].find((other) => isBetter(other, selection));
      if (better === undefined) continue;
      selection = better;
      isImproved = true;
      break;
    }
  }
  return selection;
}

function* leavingOut(positions: readonly number[]): Generator<number[]> {
  for (const position of positions) yield [position];
  for (const [at, first] of positions.entries()) for (const second of positions.slice(at + 1)) yield [first, second];
}

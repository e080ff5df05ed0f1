/**
 * Sweeps over budgets and hours in, plans worth choosing between out.
 *
 * Two sweeps with two purposes. `sweepBudgets` walks down the budget in exact steps so that a larger budget never gives
 * a worse plan. `frontier` looks over the whole range on a grid for the trade-off between gap closed, price and hours.
 */
import { compareIds, toShare } from '../domain/units.ts';
import { emptySelection, withClosures, type Selection, type StackLimits } from './stack-selection.ts';
import type { StackProblem } from './stack-candidates.ts';
import { orderSelection } from './stack-order.ts';
import type { StackSearch } from './stack-search.ts';
import type { FrontierPoint } from './stack.ts';

/**
 * What the search finds for the budget and for smaller ones, where a greedy search at times does better. The next budget
 * is just below the largest total the search reached: between the two it takes the same path, so nothing is skipped,
 * and until `searchCount` runs out the best of the answers cannot fall when the budget rises. Without a limit on money: one search.
 */
export function sweepBudgets(search: StackSearch, limits: StackLimits, searchCount: number): Selection[] {
  const found: Selection[] = [];
  let { price } = limits;
  while (found.length < searchCount) {
    const { selection, largestPrice } = search({ ...limits, price });
    found.push(selection);
    if (limits.price === Infinity || largestPrice <= 0) break;
    // Less than any step between two prices, more than the tolerance of their sums.
    price = largestPrice - 1e-6;
  }
  return found;
}

/** Halves and halves again: the levels of money and time that the grid tries, as parts of what a plan without limits takes. */
const fractions = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32];

/**
 * Non-dominated plans of a problem in which every price (in `currency`) and workload is known, cheapest first. Each
 * selection found gives all its beginnings as well, since a plan may be stopped after any step. The grid starts from the
 * plan without limits, not from the limits: a larger budget then adds levels and takes none away.
 *
 * @param more selections of the same problem and within the limits, found elsewhere
 */
export function frontier(
  problem: StackProblem,
  search: StackSearch,
  limits: StackLimits,
  currency: string,
  more: readonly Selection[],
): FrontierPoint[] {
  const widest = search({ ...limits, price: Infinity, hours: Infinity }, 0).selection;
  const prices = [...fractions.map((part) => part * widest.price), 0].filter((price) => price <= limits.price);
  const hours = [limits.hours, ...fractions.map((part) => part * widest.hours).filter((some) => some < limits.hours)];
  const found = prices.flatMap((price) => hours.map((some) => search({ ...limits, price, hours: some }, 0).selection));
  return thinned(nonDominated([...found, ...more].flatMap((selection) => beginningsOf(problem, selection, currency))));
}

/** More points than anybody compares: the fullest plan and an even choice of the others. */
function thinned(points: readonly FrontierPoint[]): FrontierPoint[] {
  const most = 100;
  const fullest = points.reduce((best, point, at) => (point.gapClosed > (points[best]?.gapClosed ?? 0) ? at : best), 0);
  const stride = Math.max(1, points.length / most);
  const kept = new Set([fullest, ...points.map((_, at) => Math.floor(at * stride))]);
  return points.filter((_, at) => kept.has(at));
}

/** A plan may be stopped after any step; of a long one about 32 evenly spread beginnings are enough to choose from. */
function beginningsOf(problem: StackProblem, whole: Selection, currency: string): FrontierPoint[] {
  const order = orderSelection(problem, whole);
  const stride = Math.ceil(order.length / 32);
  const credentialIds: string[] = [];
  const points: FrontierPoint[] = [];
  let begun = emptySelection(problem);
  order.forEach((position, at) => {
    begun = withClosures(problem, begun, [position]);
    credentialIds.push(problem.candidates[position]?.credential.id ?? '');
    if ((order.length - 1 - at) % stride !== 0) return;
    points.push({
      gapClosed: toShare(begun.value / problem.table.totalGapShare),
      price: { amount: begun.price, currency },
      hours: begun.hours,
      credentialIds: [...credentialIds],
    });
  });
  return points;
}

/** Sorted by price, then hours, then gapClosed downwards; after that a point is kept if it closes more than all that cost no more. */
export function nonDominated(points: readonly FrontierPoint[]): FrontierPoint[] {
  const sorted = [...points].sort(
    (a, b) =>
      a.price.amount - b.price.amount ||
      a.hours - b.hours ||
      b.gapClosed - a.gapClosed ||
      compareIds(a.credentialIds.join('\n'), b.credentialIds.join('\n')),
  );
  const kept: FrontierPoint[] = [];
  for (const point of sorted) {
    const isBeaten = kept.some((other) => other.hours <= point.hours && other.gapClosed >= point.gapClosed - 1e-12);
    if (!isBeaten) kept.push(point);
  }
  return kept;
}

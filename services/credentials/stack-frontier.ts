/**
 * A problem and limits in, plans worth choosing between out: none of them is beaten in gap closed, price and hours at once.
 */
import { compareIds, toShare } from '../domain/units.ts';
import type { StackProblem } from './stack-candidates.ts';
import { GrowingSelection } from './growing-selection.ts';
import { everySelection } from './stack-enumeration.ts';
import { orderSelection } from './stack-order.ts';
import { emptySelection, leastGain, withClosures, type Selection, type StackLimits } from './stack-selection.ts';
import { leastEffort, widestEffort, type StackSearch } from './stack-search.ts';
import type { FrontierPoint } from './stack.ts';

/** Halves and halves again: the levels of money and time that the grid tries, as parts of what a plan without limits takes. */
const fractions = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32];

/**
 * Non-dominated plans of a problem in which every price (in `currency`) and workload is known, cheapest first; plans that
 * close nothing beyond what is held are none. Of a dozen candidates: all such plans there are. Of more: those found on a
 * grid of budgets and hours, at most about a hundred. Each selection found gives all its beginnings as well, since a plan
 * may be stopped after any step. The grid starts from the plan without limits, not from the limits: a larger budget then
 * adds levels and takes none away.
 *
 * @param search of the same problem
 * @param more selections of the same problem and within the limits, found elsewhere
 */
export function frontier(
  problem: StackProblem,
  search: StackSearch,
  limits: StackLimits,
  currency: string,
  more: readonly Selection[],
): FrontierPoint[] {
  const all = everySelection(problem, limits);
  if (all !== null) {
    const points = all.map((selection) => pointOf(problem, selection, [...selection.chosen], currency));
    return nonDominated(points.filter((point) => closesAny(problem, point))).map((point) => inOrder(problem, point));
  }
  const widest = search({ ...limits, price: Infinity, hours: Infinity }, widestEffort);
  const prices = [...fractions.map((part) => part * widest.price), 0].filter((price) => price <= limits.price);
  const hours = [limits.hours, ...fractions.map((part) => part * widest.hours).filter((some) => some < limits.hours)];
  const found = prices.flatMap((price) => hours.map((some) => search({ ...limits, price, hours: some }, leastEffort)));
  return thinned(nonDominated([...found, ...more].flatMap((selection) => beginningsOf(problem, selection, currency))));
}

/** A frontier of the same scope with the beginnings of one more plan. */
export function frontierWith(
  points: readonly FrontierPoint[],
  problem: StackProblem,
  plan: Selection,
  currency: string,
): FrontierPoint[] {
  return nonDominated([...points, ...beginningsOf(problem, plan, currency)]);
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
  const begunWith: number[] = [];
  const points: FrontierPoint[] = [];
  const begun = new GrowingSelection(problem, emptySelection(problem));
  order.forEach((position, at) => {
    begun.add(position);
    begunWith.push(position);
    if ((order.length - 1 - at) % stride !== 0) return;
    points.push(pointOf(problem, begun, begunWith, currency));
  });
  return points.filter((point) => closesAny(problem, point));
}

function pointOf(
  problem: StackProblem,
  { value, price, hours }: Pick<Selection, 'value' | 'price' | 'hours'>,
  order: readonly number[],
  currency: string,
): FrontierPoint {
  return {
    gapClosed: toShare(value / problem.table.totalGapShare),
    price: { amount: price, currency },
    hours,
    credentialIds: order.map((position) => problem.candidates[position]?.credential.id ?? ''),
  };
}

function closesAny(problem: StackProblem, { gapClosed }: FrontierPoint): boolean {
  return gapClosed * problem.table.totalGapShare > problem.heldValue + leastGain;
}

/** The same point with its credentials in the order to take them. */
function inOrder(problem: StackProblem, point: FrontierPoint): FrontierPoint {
  const positions = problem.candidates.flatMap(({ credential }, at) =>
    point.credentialIds.includes(credential.id) ? [at] : [],
  );
  const selection = withClosures(problem, emptySelection(problem), positions);
  return pointOf(problem, selection, orderSelection(problem, selection), point.price.currency);
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

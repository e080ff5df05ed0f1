/**
 * Gaps, credentials, coverages and what a learner can spend in; the best plan found, how good it can at most be, the
 * trade-off between money, time and gap, and the best free plan out.
 *
 * Maximises F(X) = sum of gapShare x max coverage over X and the credentials already held, which are free, not counted
 * as credentials and satisfy prerequisites. The plan is found by search (stack-search.ts), so `optimal` says how far from the
 * best it can be (stack-bound.ts). With a budget only known prices in its currency count: what was left out is counted.
 */
import { toShare } from '../domain/units.ts';
import { defaultWeeklyHours, searchStack, type FoundStack } from './search-stack.ts';
import { planOf } from './stack-order.ts';
import { leastGain } from './stack-selection.ts';
import type { OptimisedStack, StackRequest } from './stack.ts';

export type { StackRequest } from './stack.ts';

/** The same request gives the same answer, whatever the order of its lists. No gaps or nothing affordable: an empty plan. */
export function optimiseStack(request: StackRequest): OptimisedStack {
  const found = searchStack(request);
  return inWords(request, found, found.isBestOfAll ? 'exact' : 'greedy');
}

/** A found plan as it is answered: steps, totals, shares of the whole gap. */
export function inWords(request: StackRequest, found: FoundStack, method: 'greedy' | 'exact'): OptimisedStack {
  const { problem, chosen, frontier, freePlan } = found;
  const { weeklyHours = defaultWeeklyHours, budget } = request.constraints;
  const total = problem.table.totalGapShare;
  const shareOfTotal = (value: number) => toShare(total === 0 ? 0 : value / total);
  const plan = planOf(problem, chosen, weeklyHours, budget?.currency ?? null);
  // Sums in another order: a bound that is the plan's own value is not to differ from it in the last bits.
  const isBest = found.bound - chosen.value <= leastGain;
  const bound = isBest ? plan.gapClosed : shareOfTotal(found.bound);
  return {
    ...plan,
    heldGapClosed: shareOfTotal(problem.heldValue),
    optimal: { method, bound, gap: bound === 0 ? 0 : Math.max(0, (bound - plan.gapClosed) / bound) },
    frontier,
    freePlan,
    excludedCounts: problem.excludedCounts,
  };
}

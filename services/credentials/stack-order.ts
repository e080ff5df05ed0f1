/**
 * A selection in, the steps in which to take it out: prerequisites first, then gain per hour.
 *
 * At each point the closure with the largest gain per hour, given all steps before, comes next: a dull prerequisite of a
 * good course is thus taken with that course and not at the end.
 */
import { toShare, type Money } from '../domain/units.ts';
import { completeGreedily, prepareRule } from './lazy-greedy.ts';
import type { StackCandidate } from './candidate-rows.ts';
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, withClosures, type Selection } from './stack-selection.ts';
import type { StackPlan, StackStep, StackTotals } from './stack.ts';

/** More than any course takes: a closure with an unknown workload comes after all that have a known one. */
const hoursWhenUnknown = 1e6;
const noLimits = { price: Infinity, hours: Infinity, count: Infinity };

/** Positions of the selection in the order to take them. */
export function orderSelection(problem: StackProblem, { chosen }: Selection): number[] {
  const hours = Float64Array.from(problem.candidates, ({ credential }) => credential.workloadHours ?? hoursWhenUnknown);
  const rule = prepareRule(problem, hours);
  const gaining = completeGreedily(problem, emptySelection(problem), noLimits, rule, chosen);
  // What gains nothing beside the others stands at the end; a set remembers the order in which it was filled.
  return [
    ...withClosures(
      problem,
      gaining,
      [...chosen].sort((a, b) => a - b),
    ).chosen,
  ];
}

/** The plan of a selection. @param currency of a total of 0; null when none is known, and such a total is then null. */
export function planOf(
  problem: StackProblem,
  selection: Selection,
  weeklyHours: number,
  currency: string | null,
): StackPlan {
  const total = problem.table.totalGapShare;
  const steps: StackStep[] = [];
  const taken: StackCandidate[] = [];
  let state = emptySelection(problem);
  for (const position of orderSelection(problem, selection)) {
    const candidate = problem.candidates[position];
    if (candidate === undefined) continue;
    taken.push(candidate);
    const before = state.value;
    state = withClosures(problem, state, [position]);
    const { id, price, workloadHours } = candidate.credential;
    steps.push({
      step: taken.length,
      credentialId: id,
      price,
      hours: workloadHours,
      gain: (state.value - before) / total,
      gapClosed: toShare(state.value / total),
      cumulative: totalsOf(taken, currency),
    });
  }
  const totals = totalsOf(taken, currency);
  // A sum such as 30.000000000000004 hours is not one week more.
  const weeks = totals.hours === null ? null : Math.max(0, Math.ceil(totals.hours / weeklyHours - 1e-9));
  return { steps, gapClosed: toShare(total === 0 ? 0 : state.value / total), totals, weeks };
}

export function totalsOf(candidates: readonly StackCandidate[], currency: string | null): StackTotals {
  const prices = candidates.flatMap(({ credential }) => credential.price ?? []);
  const workloads = candidates.flatMap(({ credential }) => credential.workloadHours ?? []);
  const amountByCurrency = new Map<string, number>();
  for (const price of prices) {
    // Free is free in any currency: it does not make a plan one of several currencies.
    if (price.amount > 0)
      amountByCurrency.set(price.currency, (amountByCurrency.get(price.currency) ?? 0) + price.amount);
  }
  const knownPrices: Money[] = [...amountByCurrency].sort().map(([code, amount]) => ({ amount, currency: code }));
  const knownHours = workloads.reduce((sum, hours) => sum + hours, 0);
  const unknownPriceCount = candidates.length - prices.length;
  const unknownHoursCount = candidates.length - workloads.length;
  const zeroCurrency = currency ?? prices[0]?.currency;
  const nothing: Money | null = zeroCurrency === undefined ? null : { amount: 0, currency: zeroCurrency };
  return {
    price: unknownPriceCount > 0 || knownPrices.length > 1 ? null : (knownPrices[0] ?? nothing),
    hours: unknownHoursCount > 0 ? null : knownHours,
    knownPrices,
    knownHours,
    unknownPriceCount,
    unknownHoursCount,
  };
}

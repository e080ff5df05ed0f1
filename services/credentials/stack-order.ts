/**
 * A selection in, the steps in which to take it out: prerequisites first, then gain per hour (an unknown workload is taken for
 * the mean of the known ones).
 *
 * At each point the closure with the largest gain per hour, given all steps before, comes next: a dull prerequisite of a
 * good course is thus taken with that course and not at the end.
 */
import { toShare } from '../domain/units.ts';
import { GrowingSelection } from './growing-selection.ts';
import { completeGreedily, prepareRule } from './lazy-greedy.ts';
import { RunningTotals } from './running-totals.ts';
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, withClosures, type Selection } from './stack-selection.ts';
import type { StackPlan, StackStep } from './stack.ts';

const noLimits = { price: Infinity, hours: Infinity, count: Infinity };

/** Positions of the selection in the order to take them. */
export function orderSelection(problem: StackProblem, { chosen }: Selection): number[] {
  const hours = new Float64Array(problem.candidates.length);
  const workloadOf = (position: number) => problem.candidates[position]?.credential.workloadHours ?? null;
  const usual = meanOf([...chosen].flatMap((position) => workloadOf(position) ?? []));
  for (const position of chosen) hours[position] = workloadOf(position) ?? usual;
  // Whatever a chosen one needs is chosen too, so no other hours are asked for.
  const rule = prepareRule(problem, hours, chosen);
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

/** Workload that an unknown one is taken for, so that a course which closes much is not put off for what it does not say. */
function meanOf(known: readonly number[]): number {
  return known.length === 0 ? 1 : known.reduce((sum, hours) => sum + hours, 0) / known.length;
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
  const state = new GrowingSelection(problem, emptySelection(problem));
  const sums = new RunningTotals(currency);
  for (const position of orderSelection(problem, selection)) {
    const candidate = problem.candidates[position];
    if (candidate === undefined) continue;
    sums.add(candidate.credential);
    const before = state.value;
    state.add(position);
    const { id, price, workloadHours } = candidate.credential;
    steps.push({
      step: steps.length + 1,
      credentialId: id,
      price,
      hours: workloadHours,
      gain: (state.value - before) / total,
      gapClosed: toShare(state.value / total),
      cumulative: sums.totals(),
    });
  }
  const totals = sums.totals();
  // A sum such as 30.000000000000004 hours is not one week more.
  const weeks = totals.hours === null ? null : Math.max(0, Math.ceil(totals.hours / weeklyHours - 1e-9));
  return { steps, gapClosed: toShare(total === 0 ? 0 : state.value / total), totals, weeks };
}

/**
 * A set of candidates with what it closes and costs: the state that the search adds to and takes from.
 *
 * F(X) = sum over gaps of gapShare x max(held coverage, coverage by any member of X): two weak courses on one skill do not
 * add up. F is monotone and submodular, which the lazy search and the bound both rest on.
 */
import type { StackCandidate, StackProblem } from './stack-candidates.ts';

export interface Selection {
  chosen: ReadonlySet<number>;
  /** Best coverage so far, by gap position. */
  best: Float64Array;
  /** F(X), in gap shares: not yet divided by their total. */
  value: number;
  price: number;
  hours: number;
}

/** Infinity where there is no limit. */
export interface StackLimits {
  price: number;
  hours: number;
  count: number;
}

/** Sums of cents in another order differ by less than this. */
const sumTolerance = 1e-9;

export function fitsLimits(price: number, hours: number, count: number, limits: StackLimits): boolean {
  return price <= limits.price + sumTolerance && hours <= limits.hours + sumTolerance && count <= limits.count;
}

/** What is held and nothing else. */
export function emptySelection({ weights, held }: StackProblem): Selection {
  const value = weights.reduce((sum, weight, position) => sum + weight * (held[position] ?? 0), 0);
  return { chosen: new Set(), best: held, value, price: 0, hours: 0 };
}

/** The members of the closure of `position` that are not chosen yet, prerequisites first. */
export function missingMembers(problem: StackProblem, selection: Selection, position: number): StackCandidate[] {
  return (problem.candidates[position]?.closure ?? []).flatMap((member) =>
    selection.chosen.has(member) ? [] : (problem.candidates[member] ?? []),
  );
}

/** F(X and these) - F(X). */
export function gainOf(problem: StackProblem, selection: Selection, members: readonly StackCandidate[]): number {
  const raised = members.length > 1 ? new Map<number, number>() : null;
  let gain = 0;
  for (const { covers } of members) {
    for (const { gapPosition, coverage } of covers) {
      const before = raised?.get(gapPosition) ?? selection.best[gapPosition] ?? 0;
      if (coverage <= before) continue;
      gain += (problem.weights[gapPosition] ?? 0) * (coverage - before);
      raised?.set(gapPosition, coverage);
    }
  }
  return gain;
}

/** A new selection with the closures of these candidates in it. */
export function withClosures(problem: StackProblem, selection: Selection, positions: Iterable<number>): Selection {
  const chosen = new Set(selection.chosen);
  const best = selection.best.slice();
  let { value, price, hours } = selection;
  for (const position of positions) {
    for (const member of problem.candidates[position]?.closure ?? []) {
      const candidate = problem.candidates[member];
      if (candidate === undefined || chosen.has(member)) continue;
      chosen.add(member);
      price += candidate.price;
      hours += candidate.hours;
      for (const { gapPosition, coverage } of candidate.covers) {
        const before = best[gapPosition] ?? 0;
        if (coverage <= before) continue;
        value += (problem.weights[gapPosition] ?? 0) * (coverage - before);
        best[gapPosition] = coverage;
      }
    }
  }
  return { chosen, best, value, price, hours };
}

/** The selection without a candidate and without all that needs it. */
export function withoutCandidate(problem: StackProblem, selection: Selection, position: number): Selection {
  const left = new Set(selection.chosen);
  left.delete(position);
  for (const dependent of problem.candidates[position]?.dependents ?? []) left.delete(dependent);
  return withClosures(problem, emptySelection(problem), left);
}

/** Gains smaller than this are float noise. */
export const leastGain = 1e-12;

/** Whether `a` closes more than `b`, or as much for less money, fewer hours, fewer credentials. */
export function isBetter(a: Selection, b: Selection): boolean {
  if (Math.abs(a.value - b.value) > leastGain) return a.value > b.value;
  return (a.price - b.price || a.hours - b.hours || a.chosen.size - b.chosen.size) < 0;
}

/**
 * A set of candidates with what it closes and costs: the state that the search adds to and takes from.
 *
 * F(X) = sum over gaps of gapShare x max(held coverage, coverage by any member of X): two weak courses on one skill do not
 * add up. F is monotone and submodular, which the lazy search and the bound both rest on.
 */
import type { StackProblem } from './stack-candidates.ts';

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
export const sumTolerance = 1e-9;

export function fitsLimits(price: number, hours: number, count: number, limits: StackLimits): boolean {
  return price <= limits.price + sumTolerance && hours <= limits.hours + sumTolerance && count <= limits.count;
}

/** What is held and nothing else. */
export function emptySelection({ held, heldValue }: StackProblem): Selection {
  return { chosen: new Set(), best: held, value: heldValue, price: 0, hours: 0 };
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
      value += raise(problem, best, member);
    }
  }
  return { chosen, best, value, price, hours };
}

/** Raises the best coverages to those of one candidate; what that gains. */
export function raise({ weights, rows }: StackProblem, best: Float64Array, position: number): number {
  const { starts, gapPositions, coverages } = rows;
  let gain = 0;
  const end = starts[position + 1] ?? 0;
  for (let at = starts[position] ?? 0; at < end; at += 1) {
    const gap = gapPositions[at] ?? 0;
    const coverage = coverages[at] ?? 0;
    const beyond = coverage - (best[gap] ?? 0);
    if (beyond <= 0) continue;
    gain += (weights[gap] ?? 0) * beyond;
    best[gap] = coverage;
  }
  return gain;
}

/** F of everything at once: what remains when no limit binds. @param positions only these; absent: all candidates */
export function valueOfAll(problem: StackProblem, positions: Iterable<number> = problem.candidates.keys()): number {
  const best = problem.held.slice();
  let value = problem.heldValue;
  for (const position of positions) value += raise(problem, best, position);
  return value;
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

/** The best of the others where it betters the first. */
export function bestOf(first: Selection, others: readonly Selection[]): Selection {
  return others.reduce((best, other) => (isBetter(other, best) ? other : best), first);
}

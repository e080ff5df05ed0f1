/**
 * A large stack problem and what its candidates promise in, the same problem with the most promising ones alone out.
 *
 * Of thousands of candidates few are worth their price and hours beside the others: the search by swaps looks among those
 * (the core of a knapsack problem, Balas & Zemel 1980). What is left out is not proven to be useless: the bound is of the whole problem.
 */
import type { CandidateRows } from './candidate-rows.ts';
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, withClosures, type Selection } from './stack-selection.ts';

export interface CoreProblem {
  core: StackProblem;
  /** A selection of the core as one of the whole problem. */
  toWhole: (selection: Selection) => Selection;
}

/** Up to this many candidates the search by swaps is quick enough on all of them. */
const searchedWhole = 500;
/** Candidates in a core, prerequisites and the plan to start from not counted. */
const coreSize = 200;

export function needsCore({ candidates }: StackProblem): boolean {
  return candidates.length > searchedWhole;
}

/** @param promises by position, the larger the better @param plan its members are in the core whatever they promise */
export function coreProblem(problem: StackProblem, promises: Float64Array, plan: Selection): CoreProblem {
  const { candidates } = problem;
  const promiseOf = (position: number): number =>
    (candidates[position]?.closure ?? []).reduce((sum, member) => sum + (promises[member] ?? 0), 0);
  const promising = [...candidates.keys()]
    .map((position) => ({ position, promise: promiseOf(position) }))
    .filter(({ promise }) => promise > -Infinity)
    .sort((a, b) => b.promise - a.promise || a.position - b.position)
    .slice(0, coreSize);
  const kept = new Set(plan.chosen);
  for (const { position } of promising) for (const member of candidates[position]?.closure ?? []) kept.add(member);
  const positions = [...kept].sort((a, b) => a - b);
  return {
    core: restrictedTo(problem, positions),
    toWhole: ({ chosen }) =>
      withClosures(
        problem,
        emptySelection(problem),
        [...chosen].map((at) => positions[at] ?? -1),
      ),
  };
}

/** @param positions ascending, with all that any of them needs */
function restrictedTo(problem: StackProblem, positions: readonly number[]): StackProblem {
  const { rows, weights, held, candidates } = problem;
  const restricted = new Map(positions.map((position, at) => [position, at]));
  const within = (some: readonly number[]) => some.flatMap((position) => restricted.get(position) ?? []);
  const gaps = gapsOf(rows, positions);
  const gapAt = new Map(gaps.map((gap, at) => [gap, at]));
  const starts = new Int32Array(positions.length + 1);
  const gapPositions: number[] = [];
  const coverages: number[] = [];
  positions.forEach((position, at) => {
    const end = rows.starts[position + 1] ?? 0;
    for (let row = rows.starts[position] ?? 0; row < end; row += 1) {
      gapPositions.push(gapAt.get(rows.gapPositions[row] ?? 0) ?? 0);
      coverages.push(rows.coverages[row] ?? 0);
    }
    starts[at + 1] = gapPositions.length;
  });
  const kept = positions.flatMap((position) => {
    const candidate = candidates[position];
    if (candidate === undefined) return [];
    return { ...candidate, closure: within(candidate.closure), dependents: within(candidate.dependents) };
  });
  return {
    ...problem,
    weights: Float64Array.from(gaps, (gap) => weights[gap] ?? 0),
    held: Float64Array.from(gaps, (gap) => held[gap] ?? 0),
    candidates: kept,
    positionById: new Map(kept.map(({ credential }, at) => [credential.id, at])),
    rows: {
      starts,
      gapPositions: Int32Array.from(gapPositions),
      coverages: Float64Array.from(coverages),
      prices: Float64Array.from(positions, (position) => rows.prices[position] ?? 0),
      hours: Float64Array.from(positions, (position) => rows.hours[position] ?? 0),
      closures: kept.map(({ closure }) => closure),
    },
  };
}

/** The gaps that any of these candidates covers, ascending. */
function gapsOf({ starts, gapPositions }: CandidateRows, positions: readonly number[]): number[] {
  const gaps = new Set<number>();
  for (const position of positions) {
    for (const gap of gapPositions.subarray(starts[position], starts[position + 1])) gaps.add(gap);
  }
  return [...gaps].sort((a, b) => a - b);
}

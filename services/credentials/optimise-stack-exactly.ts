/**
 * The search of optimise-stack.ts with an integer solver on top: the best plan there is, or a bound that says how close.
 */
import type { IntegerSolver } from './integer-program.ts';
import { inWords, type StackRequest } from './optimise-stack.ts';
import { searchStack, type FoundStack } from './search-stack.ts';
import { frontierWith } from './stack-frontier.ts';
import { stackProgram } from './stack-program.ts';
import { bestOf, emptySelection, fitsLimits, withClosures, type Selection } from './stack-selection.ts';
import type { FrontierPoint, OptimisedStack } from './stack.ts';
import { withoutSuperfluous } from './superfluous-members.ts';

export interface ExactOptions {
  solve: IntegerSolver;
  /** After this the best plan and bound known so far are the answer. Above 0. */
  timeLimitSeconds: number;
}

/** The solver calls a plan best when it is within this of its bound, in parts of the value. */
const solverTolerance = 1e-6;

/**
 * The best plan there is, to the solver's tolerance of a millionth; within the time limit, or the best found by then with
 * a bound that still holds. Where the limit is not reached the same request gives the same answer.
 */
export async function optimiseStackExactly(
  request: StackRequest,
  { solve, timeLimitSeconds }: ExactOptions,
): Promise<OptimisedStack> {
  const found = searchStack(request);
  const { problem, limits } = found;
  const tolerance = solverTolerance * Math.max(1, found.bound);
  if (found.bound - found.chosen.value <= tolerance) return inWords(request, found, 'exact');
  const start = [...found.chosen.chosen];
  const solution = await solve(stackProgram(problem, limits), { timeLimitSeconds, start });
  const solved = solution.chosen === null ? [] : [withClosures(problem, emptySelection(problem), solution.chosen)];
  // A solver keeps its rows to a tolerance; a plan keeps its limits, or it is none.
  const kept = solved.filter(({ price, hours, chosen }) => fitsLimits(price, hours, chosen.size, limits));
  const chosen = bestOf(
    found.chosen,
    kept.map((selection) => withoutSuperfluous(problem, selection)),
  );
  const proven = problem.heldValue + solution.bound;
  const isBest = solution.isFinished && proven - chosen.value <= tolerance;
  const bound = isBest ? chosen.value : Math.max(chosen.value, Math.min(found.bound, proven + tolerance));
  return inWords(request, { ...found, chosen, bound, frontier: withPlan(found, chosen, request) }, 'exact');
}

/** The frontier with the plan's own points, where a price and a workload of all of it are known. */
function withPlan(
  { problem, frontier }: FoundStack,
  chosen: Selection,
  { constraints }: StackRequest,
): FrontierPoint[] {
  const members = [...chosen.chosen].flatMap((position) => problem.candidates[position]?.credential ?? []);
  const currency = constraints.budget?.currency ?? frontier[0]?.price.currency;
  const isKnown = members.every(
    ({ price, workloadHours }) =>
      workloadHours !== null && price !== null && (price.amount === 0 || price.currency === currency),
  );
  return currency === undefined || !isKnown ? frontier : frontierWith(frontier, problem, chosen, currency);
}

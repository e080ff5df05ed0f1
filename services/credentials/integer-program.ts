/**
 * A linear program with whole numbers, and what a solver says about it: the words between our model and any solver.
 *
 * Maximise sum of gains x variables, each variable from 0 to 1, rows of the matrix at most their limits.
 */

export interface IntegerProgram {
  /** Gain of each variable. */
  gains: Float64Array;
  /** Variables before this position are whole (0 or 1), the others anything in between. */
  wholeCount: number;
  /** Largest value of each row. */
  limits: Float64Array;
  /** Row r holds the entries rowStarts[r] to rowStarts[r + 1]. */
  rowStarts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

export interface IntegerSolution {
  /** The whole variables that are 1, ascending; null when none was found in time. */
  chosen: number[] | null;
  /** No solution gains more; Infinity when nothing was proven. As exact as the solver's tolerances, about 1e-6. */
  bound: number;
  /** Whether the search ran to its end rather than out of time. */
  isFinished: boolean;
}

/** @param start whole variables of a known solution, from which the search may start */
export type IntegerSolver = (
  program: IntegerProgram,
  options: { timeLimitSeconds: number; start: readonly number[] },
) => Promise<IntegerSolution>;

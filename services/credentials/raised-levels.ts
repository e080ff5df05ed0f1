/**
 * One level for each gap in, moved step by step towards those of which stack-bound.ts makes the smallest bound.
 *
 * Levels never fall below what is held, and most are never above it: only the few that are raised are kept in a list and
 * looked at, since a problem may have thousands of gaps and a bound takes hundreds of steps.
 */
import type { Knapsack } from './fractional-knapsack.ts';
import type { StackProblem } from './stack-candidates.ts';

export class RaisedLevels {
  /** By gap position. Read only. */
  readonly of: Float64Array;
  readonly #problem: StackProblem;
  /** Gaps with a level above what is held. */
  #raised: number[] = [];
  readonly #slopes: Float64Array;

  /** @param start levels by gap position, nowhere below what is held */
  constructor(problem: StackProblem, start: Float64Array) {
    this.#problem = problem;
    this.of = start.slice();
    this.#slopes = new Float64Array(start.length);
    start.forEach((level, gap) => {
      if (level > (problem.held[gap] ?? 0)) this.#raised.push(gap);
    });
  }

  /** The sum of gapShare x level over all gaps. */
  get value(): number {
    const { weights, held, heldValue } = this.#problem;
    let value = heldValue;
    for (const gap of this.#raised) value += (weights[gap] ?? 0) * ((this.of[gap] ?? 0) - (held[gap] ?? 0));
    return value;
  }

  /**
   * One subgradient step (Polyak 1969): up where several taken candidates overlap, down where none reaches.
   * @param positions of the candidates that the knapsack knows @param distance how far the bound should fall
   * @returns false at the minimum
   */
  stepDown(positions: readonly number[], taken: Knapsack, distance: number): boolean {
    const { weights, held, rows } = this.#problem;
    const touched = new Set(this.#raised);
    for (const gap of touched) this.#slopes[gap] = 1;
    taken.forEach((which, part) => {
      const position = positions[which] ?? 0;
      for (let at = rows.starts[position] ?? 0; at < (rows.starts[position + 1] ?? 0); at += 1) {
        const gap = rows.gapPositions[at] ?? 0;
        if ((rows.coverages[at] ?? 0) <= (this.of[gap] ?? 0)) continue;
        if (!touched.has(gap)) this.#slopes[gap] = 1;
        touched.add(gap);
        this.#slopes[gap] = (this.#slopes[gap] ?? 0) - part;
      }
    });
    let norm = 0;
    for (const gap of touched) {
      const slope = this.#slopes[gap] ?? 0;
      // A level cannot fall below what is held: there a slope above 0 leads nowhere.
      if (slope > 0 && (this.of[gap] ?? 0) <= (held[gap] ?? 0)) this.#slopes[gap] = 0;
      else norm += (weights[gap] ?? 0) * slope * slope;
    }
    if (norm < 1e-15 || distance <= 0) return false;
    const raised: number[] = [];
    for (const gap of touched) {
      const least = held[gap] ?? 0;
      const level = Math.max(least, (this.of[gap] ?? 0) - (distance / norm) * (this.#slopes[gap] ?? 0));
      this.of[gap] = level;
      if (level > least) raised.push(gap);
    }
    this.#raised = raised;
    return true;
  }
}

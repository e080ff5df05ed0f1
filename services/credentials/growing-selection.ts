/**
 * A selection that grows in place: what the greedy search adds to, and what it asks "what would this add?" of.
 *
 * Everything is kept up to date with each addition (best coverages, value, totals), so a gain is read off the rows of the
 * closure alone. Answers are left in the fields below: `fits` and `measure` run hundreds of thousands of times in one
 * search, and an object for each answer would cost more than the answer.
 */
import type { StackProblem } from './stack-candidates.ts';
import { fitsLimits, raise, type Selection, type StackLimits } from './stack-selection.ts';

export class GrowingSelection {
  /** Of the closure measured last: what it gains, and costs under the rule. */
  gain = 0;
  cost = 0;

  readonly #problem: StackProblem;
  /** Positions in the order of adding. */
  readonly #chosen: number[];
  readonly #isChosen: Uint8Array;
  readonly #best: Float64Array;
  #value: number;
  #price: number;
  #hours: number;
  /** Gaps raised while one closure is measured, and what they were before. */
  readonly #raisedGaps: number[] = [];
  readonly #before: number[] = [];

  constructor(problem: StackProblem, { chosen, best, value, price, hours }: Selection) {
    this.#problem = problem;
    this.#chosen = [...chosen];
    this.#isChosen = new Uint8Array(problem.candidates.length);
    for (const position of chosen) this.#isChosen[position] = 1;
    this.#best = best.slice();
    this.#value = value;
    this.#price = price;
    this.#hours = hours;
  }

  /** F of what is chosen so far, in gap shares. */
  get value(): number {
    return this.#value;
  }

  get price(): number {
    return this.#price;
  }

  get hours(): number {
    return this.#hours;
  }

  has(position: number): boolean {
    return this.#isChosen[position] === 1;
  }

  /** Whether the selection stays within the limits with the closure of a candidate. */
  fits(position: number, limits: StackLimits): boolean {
    const { closures, prices, hours } = this.#problem.rows;
    const closure = closures[position] ?? [];
    let [price, time, count] = [this.#price, this.#hours, this.#chosen.length];
    for (const member of closure) {
      if (this.#isChosen[member] === 1) continue;
      price += prices[member] ?? 0;
      time += hours[member] ?? 0;
      count += 1;
    }
    return fitsLimits(price, time, count, limits);
  }

  /** What adding the closure of a candidate would gain and cost. @param costs of the rule, by position, or null */
  measure(position: number, costs: Float64Array | null): void {
    const closure = this.#problem.rows.closures[position] ?? [];
    this.gain = 0;
    this.cost = 0;
    for (const member of closure) {
      if (this.#isChosen[member] === 1) continue;
      if (costs !== null) this.cost += costs[member] ?? 0;
      this.gain += closure.length === 1 ? this.#gainOf(member) : this.#gainBeside(member);
    }
    // Two members of a closure may teach one gap: while measuring it was raised, now it is put back.
    while (this.#raisedGaps.length > 0) this.#best[this.#raisedGaps.pop() ?? 0] = this.#before.pop() ?? 0;
  }

  add(position: number): void {
    const { closures, prices, hours } = this.#problem.rows;
    for (const member of closures[position] ?? []) {
      if (this.#isChosen[member] === 1) continue;
      this.#isChosen[member] = 1;
      this.#chosen.push(member);
      this.#price += prices[member] ?? 0;
      this.#hours += hours[member] ?? 0;
      this.#value += raise(this.#problem, this.#best, member);
    }
  }

  /** The selection as it stands; this one must not grow any further. */
  finished(): Selection {
    return {
      chosen: new Set(this.#chosen),
      best: this.#best,
      value: this.#value,
      price: this.#price,
      hours: this.#hours,
    };
  }

  #gainOf(position: number): number {
    const { weights, rows } = this.#problem;
    const { starts, gapPositions, coverages } = rows;
    const best = this.#best;
    let gain = 0;
    const end = starts[position + 1] ?? 0;
    for (let at = starts[position] ?? 0; at < end; at += 1) {
      const gap = gapPositions[at] ?? 0;
      const beyond = (coverages[at] ?? 0) - (best[gap] ?? 0);
      if (beyond > 0) gain += (weights[gap] ?? 0) * beyond;
    }
    return gain;
  }

  #gainBeside(position: number): number {
    const { starts, gapPositions } = this.#problem.rows;
    const end = starts[position + 1] ?? 0;
    for (let at = starts[position] ?? 0; at < end; at += 1) {
      const gap = gapPositions[at] ?? 0;
      this.#raisedGaps.push(gap);
      this.#before.push(this.#best[gap] ?? 0);
    }
    return raise(this.#problem, this.#best, position);
  }
}

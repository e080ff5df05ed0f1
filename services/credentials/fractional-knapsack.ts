/**
 * Weights of things in, the most gain in a knapsack of size 1 out when a thing may be taken in part (Dantzig 1957).
 *
 * Best gain per weight first until it is full. It is filled over and over with gains that change a little, and few of
 * thousands of things are ever taken: what has less gain per weight than was enough last time is not sorted.
 */
export class Knapsack {
  readonly #weights: Float64Array;
  /** Gain per weight of what filled it last, lowered a little: a guess that is checked each time. */
  #enough = 0;
  #gainPerWeight = 0;
  #taken: number[] = [];
  #lastPart = 1;

  /** @param weights parts of the whole knapsack, 0 or more */
  constructor(weights: Float64Array) {
    this.#weights = weights;
  }

  /**
   * The most gain. @param gains one for each weight; 0 or less is never taken
   * @param among the only ones to take; absent: all
   */
  fill(gains: Float64Array, among?: readonly number[]): number {
    for (;;) {
      const worthy =
        among === undefined ? this.#worthyOfAll(gains) : among.filter((which) => this.#isWorthy(which, gains));
      worthy.sort((a, b) => this.#ratio(b, gains) - this.#ratio(a, gains) || a - b);
      const sum = this.#take(worthy, gains);
      const isFull = this.#lastPart < 1;
      if (isFull || this.#enough === 0) {
        const last = this.#taken.at(-1);
        this.#gainPerWeight = isFull && last !== undefined ? this.#ratio(last, gains) : 0;
        this.#enough = 0.8 * this.#gainPerWeight;
        return sum;
      }
      this.#enough = this.#enough < 1e-12 ? 0 : this.#enough / 4;
    }
  }

  /** What the last filling took, best first, and how much of it: 1 but for the last. */
  forEach(visit: (which: number, part: number) => void): void {
    this.#taken.forEach((which, at) => {
      visit(which, at === this.#taken.length - 1 ? this.#lastPart : 1);
    });
  }

  /** What a whole knapsack more would gain at first, after the last filling; 0 when it was not full. */
  get gainPerWeight(): number {
    return this.#gainPerWeight;
  }

  weightOf(which: number): number {
    return this.#weights[which] ?? 0;
  }

  /** What could be taken were its gain a little more than twice as large: all that matters while gains change slowly. */
  near(gains: Float64Array): number[] {
    const near: number[] = [];
    for (let which = 0; which < gains.length; which += 1) {
      const gain = gains[which] ?? 0;
      if (gain > 0 && gain >= 0.5 * this.#enough * (this.#weights[which] ?? 0)) near.push(which);
    }
    return near;
  }

  #worthyOfAll(gains: Float64Array): number[] {
    const worthy: number[] = [];
    for (let which = 0; which < gains.length; which += 1) if (this.#isWorthy(which, gains)) worthy.push(which);
    return worthy;
  }

  #isWorthy(which: number, gains: Float64Array): boolean {
    const gain = gains[which] ?? 0;
    return gain > 0 && gain >= this.#enough * (this.#weights[which] ?? 0);
  }

  #ratio(which: number, gains: Float64Array): number {
    return (gains[which] ?? 0) / (this.#weights[which] ?? 0);
  }

  #take(worthy: readonly number[], gains: Float64Array): number {
    this.#taken = [];
    this.#lastPart = 1;
    let room = 1;
    let sum = 0;
    for (const which of worthy) {
      const weight = this.#weights[which] ?? 0;
      const part = weight > room ? room / weight : 1;
      this.#taken.push(which);
      this.#lastPart = part;
      sum += part * (gains[which] ?? 0);
      room -= part * weight;
      if (part < 1) break;
    }
    return sum;
  }
}

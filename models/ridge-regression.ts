/**
 * Ridge regression with many outputs, from examples that come one after the other: only the sums are kept.
 *
 * Minimises sum |y - x W|^2 + penalty |W|^2 by the normal equations. No randomness.
 */
import { solveSymmetric } from './solve-symmetric.ts';

/** Rows are added together in runs of this many, which keeps the sums in the processor's cache. */
const RUN = 32;

export class RidgeSums {
  readonly #inputs: number;
  readonly #outputs: number;
  /** Lower triangle of X'X. */
  readonly #gram: Float64Array[];
  readonly #product: Float64Array[];
  #waiting: { input: ArrayLike<number>; output: ArrayLike<number> }[] = [];

  constructor(inputs: number, outputs: number) {
    this.#inputs = inputs;
    this.#outputs = outputs;
    this.#gram = Array.from({ length: inputs }, (_, i) => new Float64Array(i + 1));
    this.#product = Array.from({ length: inputs }, () => new Float64Array(outputs));
  }

  add(input: ArrayLike<number>, output: ArrayLike<number>): void {
    this.#waiting.push({ input, output });
    if (this.#waiting.length === RUN) this.#addWaiting();
  }

  /** `inputs x outputs` numbers, last fastest. */
  solve(penalty: number): Float32Array {
    this.#addWaiting();
    this.#gram.forEach((line, i) => (line[i] = (line[i] ?? 0) + penalty));
    const columns = Array.from({ length: this.#outputs }, (_, j) =>
      Float64Array.from(this.#product, (line) => line[j] ?? 0),
    );
    const solved = solveSymmetric(this.#gram, columns);
    const weights = new Float32Array(this.#inputs * this.#outputs);
    solved.forEach((column, j) => {
      column.forEach((value, i) => (weights[i * this.#outputs + j] = value));
    });
    return weights;
  }

  #addWaiting(): void {
    for (let i = 0; i < this.#inputs; i++) {
      const line = this.#gram[i] ?? new Float64Array();
      const products = this.#product[i] ?? new Float64Array();
      for (const { input, output } of this.#waiting) {
        const value = input[i] ?? 0;
        for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + value * (input[j] ?? 0);
        for (let j = 0; j < this.#outputs; j++) products[j] = (products[j] ?? 0) + value * (output[j] ?? 0);
      }
    }
    this.#waiting = [];
  }
}

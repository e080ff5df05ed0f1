/**
 * Ridge regression from sparse inputs to many outputs, by conjugate gradients: minimises |Y - X W|^2 + penalty |W|^2.
 *
 * The normal equations of 8,192 inputs would be 270 MB to build and minutes to solve; a dozen steps over the few filled
 * places are seconds, and stopping early only shrinks W a little more. No randomness.
 */

/** The filled places of one input, ascending, and their values. */
export interface SparseVector {
  places: Int32Array;
  values: Float32Array;
}

export interface RidgeProblem {
  inputs: readonly SparseVector[];
  /** `inputs.length x outputs` numbers, last fastest. */
  targets: Float32Array;
  outputs: number;
  /** Length of an input. */
  places: number;
  penalty: number;
  steps: number;
}

/** `places x outputs` numbers, last fastest. */
export function solveSparseRidge({ inputs, targets, outputs, places, penalty, steps }: RidgeProblem): Float32Array {
  const size = places * outputs;
  const weights = new Float32Array(size);
  const residual = transposedProduct(inputs, targets, outputs, places);
  const direction = residual.slice();
  let squares = columnDots(residual, residual, outputs);
  for (let step = 0; step < steps; step++) {
    const image = transposedProduct(inputs, product(inputs, direction, outputs), outputs, places);
    for (let at = 0; at < size; at++) image[at] = (image[at] ?? 0) + penalty * (direction[at] ?? 0);
    const length = columnDots(direction, image, outputs).map((curve, column) => ratio(squares[column] ?? 0, curve));
    addScaled(weights, direction, length, 1);
    addScaled(residual, image, length, -1);
    const next = columnDots(residual, residual, outputs);
    const turn = next.map((square, column) => ratio(square, squares[column] ?? 0));
    for (let at = 0; at < size; at++)
      direction[at] = (residual[at] ?? 0) + (turn[at % outputs] ?? 0) * (direction[at] ?? 0);
    squares = next;
  }
  return weights;
}

/** A column that is solved exactly has nowhere left to go. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** X W */
function product(inputs: readonly SparseVector[], weights: Float32Array, outputs: number): Float32Array {
  const result = new Float32Array(inputs.length * outputs);
  inputs.forEach(({ places, values }, row) => {
    const to = row * outputs;
    for (let at = 0; at < places.length; at++) {
      const value = values[at] ?? 0;
      const from = (places[at] ?? 0) * outputs;
      for (let j = 0; j < outputs; j++) result[to + j] = (result[to + j] ?? 0) + value * (weights[from + j] ?? 0);
    }
  });
  return result;
}

/** X' Y */
function transposedProduct(inputs: readonly SparseVector[], rows: Float32Array, outputs: number, size: number) {
  const result = new Float32Array(size * outputs);
  inputs.forEach(({ places, values }, row) => {
    const from = row * outputs;
    for (let at = 0; at < places.length; at++) {
      const value = values[at] ?? 0;
      const to = (places[at] ?? 0) * outputs;
      for (let j = 0; j < outputs; j++) result[to + j] = (result[to + j] ?? 0) + value * (rows[from + j] ?? 0);
    }
  });
  return result;
}

function columnDots(a: Float32Array, b: Float32Array, outputs: number): Float64Array {
  const sums = new Float64Array(outputs);
  for (let from = 0; from < a.length; from += outputs) {
    for (let j = 0; j < outputs; j++) sums[j] = (sums[j] ?? 0) + (a[from + j] ?? 0) * (b[from + j] ?? 0);
  }
  return sums;
}

function addScaled(to: Float32Array, what: Float32Array, scales: Float64Array, sign: number): void {
  const outputs = scales.length;
  for (let from = 0; from < to.length; from += outputs) {
    for (let j = 0; j < outputs; j++) {
      to[from + j] = (to[from + j] ?? 0) + sign * (scales[j] ?? 0) * (what[from + j] ?? 0);
    }
  }
}

/** Arithmetic of vectors that several files need: sums run in 64 bits and in a fixed order, so the bits are the same everywhere. */

/** Scaled to length 1; a vector of zeros stays one. */
export function toUnit(values: Float64Array | Float32Array): Float32Array {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  const unit = new Float32Array(values.length);
  if (length > 0) for (let i = 0; i < values.length; i++) unit[i] = (values[i] ?? 0) / length;
  return unit;
}

/** Mean of vectors [from, to), of `dimensions` numbers. */
export function meanOf(
  vectors: readonly (Float32Array | Float64Array)[],
  from: number,
  to: number,
  dimensions: number,
): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let at = from; at < to; at++) {
    const vector = vectors[at];
    if (vector === undefined) continue;
    for (let axis = 0; axis < dimensions; axis++) mean[axis] = (mean[axis] ?? 0) + (vector[axis] ?? 0);
  }
  for (let axis = 0; axis < dimensions; axis++) mean[axis] = (mean[axis] ?? 0) / (to - from);
  return mean;
}

/** Of unit vectors the cosine. Four sums that do not wait for each other take half the time of one. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    sum0 += (a[i] ?? 0) * (b[i] ?? 0);
    sum1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    sum2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    sum3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (; i < a.length; i++) sum0 += (a[i] ?? 0) * (b[i] ?? 0);
  return sum0 + sum1 + (sum2 + sum3);
}

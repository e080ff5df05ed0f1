/**
 * Token vectors in, one unit vector per text out: the mean over the tokens, scaled to length 1.
 *
 * Sums run in token order and in 64 bits, so the result has the same bits wherever the text stood in its batch.
 */
import { toUnit } from './unit-vector.ts';

/**
 * @param tokenVectors `texts x tokens x dimensions` numbers, last fastest
 * @param row which text
 */
export function meanOfTokens(
  tokenVectors: Float32Array,
  row: number,
  tokens: number,
  dimensions: number,
): Float32Array {
  const sums = new Float64Array(dimensions);
  let position = row * tokens * dimensions;
  for (let token = 0; token < tokens; token++) {
    for (let axis = 0; axis < dimensions; axis++) sums[axis] = (sums[axis] ?? 0) + (tokenVectors[position++] ?? 0);
  }
  return toUnit(sums);
}

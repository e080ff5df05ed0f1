/**
 * x of A x = b for a symmetric positive definite A given by its lower triangle, which is overwritten (Cholesky).
 * @param rightSides one or several b; each gives one x
 */
export function solveSymmetric(lower: readonly Float64Array[], rightSides: readonly Float64Array[]): Float64Array[] {
  factorise(lower);
  return rightSides.map((b) => substitute(lower, b));
}

function factorise(lower: readonly Float64Array[]): void {
  for (const [i, line] of lower.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = lower[j] ?? line;
      let sum = line[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (other[k] ?? 0);
      line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] ?? 1);
    }
  }
}

function substitute(factor: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (const [i, line] of factor.entries()) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (line[k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (line[i] ?? 1);
  }
  for (let i = factor.length - 1; i >= 0; i--) {
    const value = (x[i] ?? 0) / (factor[i]?.[i] ?? 1);
    x[i] = value;
    const line = factor[i];
    for (let k = 0; k < i; k++) x[k] = (x[k] ?? 0) - (line?.[k] ?? 0) * value;
  }
  return x;
}

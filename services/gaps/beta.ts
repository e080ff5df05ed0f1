/**
 * The Beta distribution: log-gamma, distribution function, quantile. Numbers in, numbers out.
 *
 * Everything is built on Stirling's remainder, so that x^a (1-x)^b / B(a, b) keeps full precision at a = b = 1e6,
 * where a difference of three log-gammas has already lost 8 digits (Loader 2000, "Fast and accurate computation of
 * binomial probabilities"). The distribution function is the continued fraction of Abramowitz & Stegun 26.5.8 in its
 * even-odd form, evaluated by the modified Lentz algorithm (Thompson & Barnett 1986; Numerical Recipes, section 6.4).
 * A newcomer would look for the quantile in x: it is found in ln x, because at alpha = 0.01 it may be 1e-130.
 */

export interface BetaShape {
  alpha: number;
  beta: number;
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Coefficients of Stirling's series in 1/z, 1/z^3, ... (Abramowitz & Stegun 6.1.41). */
const stirlingSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** ln gamma(z) - ((z - 1/2) ln z - z + ln(2 pi) / 2), for z > 0. */
function stirlingRemainder(z: number): number {
  let shift = 0;
  let at = z;
  // From gamma(z + 1) = z gamma(z). At 10 the first term left out of the series is below 3e-17.
  for (; at < 10; at += 1) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverseSquare = 1 / (at * at);
  const series = stirlingSeries.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0);
  return shift + series / at;
}

/** ln gamma(z) for z > 0; absolute error about 1e-15 times max(1, |ln gamma(z)|). */
export function logGamma(z: number): number {
  if (!(z > 0 && z < Infinity)) throw new RangeError(`logGamma wants a positive finite number, got ${z}.`);
  return (z - 0.5) * Math.log(z) - z + halfLogTwoPi + stirlingRemainder(z);
}

/** observed ln(observed / expected) + expected - observed, without cancellation when the two are close. */
function deviance(observed: number, expected: number): number {
  const relative = (observed - expected) / (observed + expected);
  if (Math.abs(relative) > 0.1) return observed * Math.log(observed / expected) + expected - observed;
  // ln(o / e) = 2 artanh(relative): the first term of its series cancels against e - o exactly.
  let power = 2 * observed * relative;
  let sum = (observed - expected) * relative;
  for (let odd = 3; odd < 200; odd += 2) {
    power *= relative * relative;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** ln(x^a y^b / B(a, b)), where y = 1 - x. */
function logKernel(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const remainders = stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(n);
  const spread = 0.5 * (Math.log(a) + Math.log(b) - Math.log(n)) - halfLogTwoPi;
  return spread - deviance(a, n * x) - deviance(b, n * y) - remainders;
}

const tiny = 1e-300;
const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of I_x(a, b) / (x^a y^b / (a B(a, b))); converges fast for x < (a + 1) / (a + b + 2). */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  // About sqrt(max(a, b)) steps are needed; the limit only turns an endless loop into an error.
  for (let m = 1; m < 200_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return fraction;
  }
  throw new RangeError(`The incomplete beta function did not converge at a = ${a}, b = ${b}, x = ${x}.`);
}

/** I_x(a, b) with y = 1 - x given apart, so that neither loses digits near 0. */
function cumulative(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x <= (a + 1) / (a + b + 2)) return (Math.exp(logKernel(a, b, x, y)) * continuedFraction(a, b, x)) / a;
  return 1 - (Math.exp(logKernel(b, a, y, x)) * continuedFraction(b, a, y)) / b;
}

/** P(X <= x) for X ~ Beta(alpha, beta), the regularised incomplete beta function; absolute error below 1e-11. */
export function betaCumulative({ alpha, beta }: BetaShape, x: number): number {
  requireShape(alpha, beta);
  return cumulative(alpha, beta, x, 1 - x);
}

/** The x with P(X <= x) = probability. A value below the smallest double comes back as 0, its mirror image as 1. */
export function betaQuantile({ alpha, beta }: BetaShape, probability: number): number {
  requireShape(alpha, beta);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`betaQuantile wants a probability from 0 to 1, got ${probability}.`);
  }
  if (probability === 0 || probability === 1) return probability;
  // The half that holds the answer is always the one next to 0, where doubles are dense.
  if (cumulative(alpha, beta, 0.5, 0.5) >= probability) return lowerQuantile(alpha, beta, probability);
  return 1 - lowerQuantile(beta, alpha, 1 - probability);
}

/** Newton steps on ln I against ln x inside a bracket that shrinks each time; a step that leaves it is a bisection. */
function lowerQuantile(a: number, b: number, probability: number): number {
  let low = Math.log(Number.MIN_VALUE);
  let high = Math.log(0.5);
  const goal = Math.log(probability);
  // For x near 0, I is x^a / (a B(a, b)): a line in these coordinates, so this start is often already the answer.
  const logB = logGamma(a) + logGamma(b) - logGamma(a + b);
  let at = (goal + Math.log(a) + logB) / a;
  if (at < low) return 0;
  if (at > high) at = Math.max(low, Math.min(high, Math.log(a / (a + b))));
  for (let step = 0; step < 200; step += 1) {
    const x = Math.exp(at);
    const share = cumulative(a, b, x, -Math.expm1(at));
    if (share < probability) low = at;
    else high = at;
    // d ln I / d ln x = x f(x) / I, and x f(x) = kernel / (1 - x).
    const slope = Math.exp(logKernel(a, b, x, -Math.expm1(at)) - Math.log1p(-x)) / share;
    let next = at - (Math.log(share) - goal) / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - at) < 1e-14 * Math.max(1, Math.abs(at))) return Math.exp(next);
    at = next;
  }
  return Math.exp(at);
}

export function betaMean({ alpha, beta }: BetaShape): number {
  return alpha / (alpha + beta);
}

export function betaVariance({ alpha, beta }: BetaShape): number {
  const n = alpha + beta;
  return (alpha * beta) / (n * n * (n + 1));
}

/** The 90 % interval of this project: 5 % and 95 % quantiles, widened to its own mean where an extreme skew puts the
 * mean outside (alpha below about 0.02), so that a published share never lies outside its interval. */
export function betaInterval(shape: BetaShape): [low: number, high: number] {
  const mean = betaMean(shape);
  return [Math.min(mean, betaQuantile(shape, 0.05)), Math.max(mean, betaQuantile(shape, 0.95))];
}

function requireShape(alpha: number, beta: number): void {
  if (alpha > 0 && beta > 0 && alpha < Infinity && beta < Infinity) return;
  throw new RangeError(`A Beta distribution wants positive finite parameters, got ${alpha} and ${beta}.`);
}

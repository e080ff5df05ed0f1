/**
 * Repeatable random draws: a seed and a name in, numbers out; the same on every machine.
 *
 * Every quantity that is drawn gets a generator of its own, named for it (a skill id): its draws then do not depend on
 * what else was drawn or in which order. Generator: sfc32 (Doty-Humphrey, PractRand), 128 bits of state, started from
 * an FNV-1a hash of the name. Not for secrets.
 */
import type { BetaShape } from './beta.ts';

/** Returns numbers from 0 (included) to 1 (excluded), with 32 random bits each. */
export type Random = () => number;

/** A generator for `name` under `seed` (any finite number; its 32 lowest bits count). */
export function seededRandom(seed: number, name = ''): Random {
  let hash = 0x811c9dc5;
  for (let position = 0; position < name.length; position += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193);
  }
  let a = seed | 0;
  let b = hash | 0;
  let c = name.length | 0;
  let counter = 1;
  const random = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The author's advice: a dozen rounds spread a poor start over the whole state.
  for (let round = 0; round < 12; round += 1) random();
  return random;
}

/** One draw from Beta(alpha, beta). The two gammas are kept as logarithms: at alpha = 0.001 they underflow. */
export function drawBeta({ alpha, beta }: BetaShape, random: Random): number {
  return 1 / (1 + Math.exp(drawLogGamma(beta, random) - drawLogGamma(alpha, random)));
}

/** ln of a draw from Gamma(shape, 1): Marsaglia & Tsang 2000, "A simple method for generating gamma variables". */
function drawLogGamma(shape: number, random: Random): number {
  // Their section 6: gamma(shape) = gamma(shape + 1) U^(1 / shape).
  if (shape < 1) return drawLogGamma(shape + 1, random) + Math.log(1 - random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** A standard normal draw: Box & Muller 1958. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Knapsack } from '../../../services/credentials/fractional-knapsack.ts';

const thing = fc.record({
  weight: fc.constantFrom(0, 0.1, 0.3, 0.3, 0.9, 2),
  gain: fc.constantFrom(0, 0.1, 0.5, 1, 4),
});

/** By sorting everything. */
function fullest(weights: readonly number[], gains: readonly number[], among: readonly number[]): number {
  const order = among.filter((at) => gains[at]! > 0).sort((a, b) => gains[b]! / weights[b]! - gains[a]! / weights[a]!);
  let [room, sum] = [1, 0];
  for (const at of order) {
    const part = weights[at]! > room ? room / weights[at]! : 1;
    sum += part * gains[at]!;
    room -= part * weights[at]!;
    if (part < 1) break;
  }
  return sum;
}

describe('Knapsack', () => {
  it('gains what sorting everything gains, filling after filling, of all and of some', () => {
    const factors = fc.array(fc.constantFrom(0.01, 0.5, 1, 30), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 12 }), factors, (things, rounds) => {
        const weights = things.map(({ weight }) => weight);
        const knapsack = new Knapsack(Float64Array.from(weights));
        const all = [...things.keys()];
        rounds.forEach((factor, round) => {
          const gains = things.map(({ gain }, at) => (at % 2 === round % 2 ? gain * factor : gain));
          const among = all.filter((at) => (at + round) % 3 > 0);
          expect(knapsack.fill(Float64Array.from(gains), among)).toBeCloseTo(fullest(weights, gains, among), 10);
          expect(knapsack.fill(Float64Array.from(gains))).toBeCloseTo(fullest(weights, gains, all), 10);
          let [weight, gained] = [0, 0];
          const near = new Set(knapsack.near(Float64Array.from(gains)));
          knapsack.forEach((which, part) => {
            weight += part * weights[which]!;
            gained += part * gains[which]!;
            expect(near.has(which)).toBe(true);
          });
          expect(weight).toBeLessThanOrEqual(1 + 1e-12);
          expect(gained).toBeCloseTo(fullest(weights, gains, all), 10);
        });
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('says what more room would gain, and nothing when there is room left', () => {
    const knapsack = new Knapsack(Float64Array.from([0.5, 1]));
    knapsack.fill(Float64Array.from([2, 3]));
    expect(knapsack.gainPerWeight).toBeCloseTo(3, 12);
    knapsack.fill(Float64Array.from([2, 0]));
    expect(knapsack.gainPerWeight).toBe(0);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilsonInterval } from '../../../services/evaluate/wilson-interval.ts';

const counts = fc
  .tuple(fc.constantFrom(0, 1, 2, 20, 39, 40), fc.constantFrom(40, 41, 100))
  .map(([successes, trials]) => ({ successes, trials }));

it('is where the score test at 5 % on each side stops rejecting', () => {
  // Its bounds solve |p - q| = z sqrt(q (1 - q) / n), z the 95th percentile of the normal.
  fc.assert(
    fc.property(counts, ({ successes, trials }) => {
      const share = successes / trials;
      for (const bound of wilsonInterval(successes, trials)) {
        const standardError = Math.sqrt((bound * (1 - bound)) / trials);
        expect(Math.abs(share - bound)).toBeCloseTo(1.6448536 * standardError, 6);
      }
    }),
  );
});

it('says something of 0 of 40, and stays within 0 to 1', () => {
  const [low, high] = wilsonInterval(0, 40);
  expect(low).toBe(0);
  // z^2 / (n + z^2)
  expect(high).toBeCloseTo(2.7055435 / 42.7055435, 6);
  const [lowOfAll, highOfAll] = wilsonInterval(40, 40);
  expect(highOfAll).toBe(1);
  expect(lowOfAll).toBeCloseTo(1 - high, 12);
});

it('mirrors when yes and no change places, and narrows with more trials', () => {
  fc.assert(
    fc.property(counts, ({ successes, trials }) => {
      const [low, high] = wilsonInterval(successes, trials);
      const mirrored = wilsonInterval(trials - successes, trials);
      expect(mirrored[0]).toBeCloseTo(1 - high, 12);
      expect(mirrored[1]).toBeCloseTo(1 - low, 12);
      const [lowOfMore, highOfMore] = wilsonInterval(4 * successes, 4 * trials);
      expect(highOfMore - lowOfMore).toBeLessThan(high - low);
    }),
  );
});

it('refuses what is no count', () => {
  for (const [successes, trials] of [
    [0, 0],
    [2, 1],
    [-1, 3],
    [Number.NaN, 3],
  ] as const) {
    expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
  }
});

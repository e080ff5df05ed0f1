import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bootstrapInterval, bootstrapStatistic } from '../../../services/evaluate/bootstrap-interval.ts';
import { mean } from '../../../services/evaluate/metrics.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const values = fc.array(fc.constantFrom(0, 0.2, 0.5, 1), { minLength: 1, maxLength: 12 });

it('is the same for the same seed', () => {
  const some = [0, 1, 0.5, 1, 0];
  expect(bootstrapInterval(some, seededRandom(1))).toEqual(bootstrapInterval(some, seededRandom(1)));
});

it('lies within the values and around their mean', () => {
  fc.assert(
    fc.property(values, (some) => {
      const [low, high] = bootstrapInterval(some, seededRandom(7));
      // A mean of equal numbers may miss them by the last bit.
      expect(low).toBeGreaterThanOrEqual(Math.min(...some) - 1e-12);
      expect(high).toBeLessThanOrEqual(Math.max(...some) + 1e-12);
      expect(low).toBeLessThanOrEqual(mean(some) + 1e-12);
      expect(high).toBeGreaterThanOrEqual(mean(some) - 1e-12);
    }),
    { numRuns: 20 },
  );
});

it('is as wide as the 90 % interval of a mean: 1.645 standard errors to each side', () => {
  const some = Array.from({ length: 400 }, (_, at) => (at % 4 === 0 ? 1 : 0));
  const standardError = Math.sqrt((0.25 * 0.75) / 400);
  const [low, high] = bootstrapInterval(some, seededRandom(1));
  // Half a step of the means, and twice the noise of a percentile of 2,000 draws.
  expect(Math.abs(low - (0.25 - 1.645 * standardError))).toBeLessThan(0.0035);
  expect(Math.abs(high - (0.25 + 1.645 * standardError))).toBeLessThan(0.0035);
});

it('refuses to speak of nothing', () => {
  expect(() => bootstrapInterval([], seededRandom(1))).toThrow(RangeError);
});

it('draws positions with repetition, as many as there are, and leaves out draws without a value', () => {
  const seen = new Set<number>();
  const [low, high] = bootstrapStatistic(3, seededRandom(1), (drawn) => {
    expect(drawn).toHaveLength(3);
    for (const at of drawn) seen.add(at);
    const distinct = new Set(drawn).size;
    return distinct === 3 ? Number.NaN : distinct;
  });
  expect([...seen].sort()).toEqual([0, 1, 2]);
  expect([low, high]).toEqual([1, 2]);
  expect(() => bootstrapStatistic(3, seededRandom(1), () => Number.NaN)).toThrow(RangeError);
});

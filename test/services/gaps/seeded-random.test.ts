import { describe, expect, it } from 'vitest';
import { betaMean, betaVariance } from '../../../services/gaps/beta.ts';
import { drawBeta, seededRandom } from '../../../services/gaps/seeded-random.ts';

const draws = (random: () => number, count: number) => Array.from({ length: count }, random);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and name, and others for another seed or name', () => {
    const first = draws(seededRandom(7, 'python'), 5);
    expect(draws(seededRandom(7, 'python'), 5)).toEqual(first);
    expect(draws(seededRandom(8, 'python'), 5)).not.toEqual(first);
    expect(draws(seededRandom(7, 'pythom'), 5)).not.toEqual(first);
  });

  it('keeps giving these numbers: intervals printed yesterday must print the same tomorrow', () => {
    expect(draws(seededRandom(1, 'welding'), 3).map((value) => Math.round(value * 1e6))).toEqual([
      663841, 716702, 634853,
    ]);
  });

  it('is spread evenly from 0 to 1', () => {
    const values = draws(seededRandom(3), 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      // 2,000 expected, standard deviation 42.
      expect(values.filter((value) => Math.floor(value * 10) === tenth).length).toBeGreaterThan(1800);
    }
  });
});

describe('drawBeta', () => {
  it.each([
    [0.05, 0.7],
    [0.5, 0.5],
    [1, 1],
    [3.5, 97.5],
    [400, 600],
  ])('has the mean and variance of Beta(%d, %d)', (alpha, beta) => {
    const random = seededRandom(11, `${alpha} ${beta}`);
    const values = draws(() => drawBeta({ alpha, beta }, random), 20_000);
    const variance = betaVariance({ alpha, beta });
    const standardError = Math.sqrt(variance / values.length);
    expect(Math.abs(mean(values) - betaMean({ alpha, beta }))).toBeLessThan(4 * standardError);
    expect(mean(values.map((value) => (value - betaMean({ alpha, beta })) ** 2)) / variance).toBeCloseTo(1, 1);
  });

  it('stays a number at parameters where a gamma draw underflows', () => {
    const random = seededRandom(5);
    for (const value of draws(() => drawBeta({ alpha: 1e-3, beta: 1e-3 }, random), 500)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

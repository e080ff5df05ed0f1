import { describe, expect, it } from 'vitest';
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { boundAndPromises, stackBound } from '../../../services/credentials/stack-bound.ts';
import { stackProblem } from '../../../services/credentials/stack-candidates.ts';
import { emptySelection, withClosures } from '../../../services/credentials/stack-selection.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { near } from '../../near.ts';

const none = { price: Infinity, hours: Infinity, count: Infinity };

function problemOf(
  covers: Record<string, number>[],
  amounts: { price?: number; hours?: number; needs?: string[] }[] = [],
  held: string[] = [],
) {
  const gaps = ['a', 'b', 'c', 'd'].map((id, at) => buildGap(id, [0.4, 0.3, 0.2, 0.1][at]!));
  const credentials = covers.map((_, at) =>
    buildCredential(`c${at}`, {
      price: { amount: amounts[at]?.price ?? 10, currency: 'EUR' },
      workloadHours: amounts[at]?.hours ?? 10,
      prerequisiteIds: amounts[at]?.needs ?? [],
    }),
  );
  const coverages = covers.flatMap((skills, at) =>
    Object.entries(skills).map(([id, share]) => buildCoverage(`c${at}`, id, share)),
  );
  return stackProblem(credentials, coverageTable(gaps, coverages), new Set(held), {}, { currency: 'EUR', hours: true });
}

// Every bound below is worked out by hand: prices, hours or counts of disjoint credentials make a plain fractional knapsack.
describe('stackBound', () => {
  const disjoint = [{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }];

  it('is everything the candidates close when nothing is limited', () => {
    const problem = problemOf([{ a: 1 }, { a: 0.5, b: 1 }]);
    expect(stackBound(problem, none, emptySelection(problem))).toBeCloseTo(0.7, 12);
  });

  it.each([
    ['price', { ...none, price: 25 }],
    ['hours', { ...none, hours: 25 }],
  ])('takes the last credential in part when it is the %s that is limited', (_, limits) => {
    const problem = problemOf(disjoint);
    expect(stackBound(problem, limits, emptySelection(problem), 10)).toBeCloseTo(0.4 + 0.3 + 0.5 * 0.2, 6);
  });

  it('is the sum of the best when it is the count that is limited', () => {
    const problem = problemOf(disjoint);
    expect(stackBound(problem, { ...none, count: 2 }, emptySelection(problem))).toBeCloseTo(0.7, 6);
  });

  it('leans on the limit that binds, and is lower where two bind than where either does alone', () => {
    const problem = problemOf(disjoint, [
      { price: 20, hours: 1 },
      { price: 1, hours: 20 },
      { price: 20, hours: 20 },
      { price: 1, hours: 1 },
    ]);
    const [money, time] = [
      { ...none, price: 21 },
      { ...none, hours: 21 },
    ];
    const at = (limits: typeof none) => stackBound(problem, limits, emptySelection(problem));
    expect(at({ ...money, hours: 21 })).toBeLessThan(Math.min(at(money), at(time)) - 0.005);
    expect(at({ ...money, hours: 21 })).toBeGreaterThanOrEqual(0.7);
  });

  it('forgets what does not fit even alone', () => {
    const problem = problemOf([{ a: 1 }, { b: 1 }], [{ price: 100 }, { price: 10 }]);
    expect(stackBound(problem, { ...none, price: 50 }, emptySelection(problem))).toBeCloseTo(0.3, 6);
  });

  it('forgets what fits alone but not with what it needs', () => {
    const problem = problemOf([{ a: 1 }, { b: 1 }, { c: 1 }], [{ needs: ['c1'] }, { price: 100 }, {}]);
    expect(stackBound(problem, { ...none, price: 50 }, emptySelection(problem))).toBeCloseTo(0.2, 6);
  });

  it('sees through courses that overlap, where adding up their gains would not', () => {
    const problem = problemOf([{ a: 1, b: 1 }, { a: 1, b: 0.9 }, { a: 0.9, b: 1 }, { c: 1 }]);
    const plan = withClosures(problem, emptySelection(problem), [0, 3]);
    expect(stackBound(problem, { ...none, count: 2 }, plan)).toBeCloseTo(0.9, 2);
  });

  it('holds for a plan that a limit lets in by the tolerance of its sums', () => {
    const problem = problemOf([{ a: 1 }, { b: 1 }], [{ price: 10 }, { price: 10 + 5e-10 }]);
    const plan = withClosures(problem, emptySelection(problem), [0, 1]);
    const bound = stackBound(problem, { ...none, price: 20 }, emptySelection(problem));
    expect(bound).toBeGreaterThanOrEqual(plan.value - 1e-13);
  });

  it('is never below the plan, though its sum was taken in another order', () => {
    const problem = problemOf(disjoint);
    // .1 + .2 + .3 + .4 is 1, and .4 + .3 + .2 + .1 a little less.
    const plan = withClosures(problem, emptySelection(problem), [3, 2, 1, 0]);
    expect(stackBound(problem, none, plan)).toBeGreaterThanOrEqual(plan.value);
  });

  it('promises what a candidate gains beyond what its part of the limits is worth', () => {
    const problem = problemOf(disjoint, [{}, {}, {}, { price: 100 }]);
    const { promises } = boundAndPromises(problem, { ...none, price: 25 }, emptySelection(problem), 1);
    // The limit ends within the third, which gains .2 for 10: that is what money is worth.
    expect([...promises]).toEqual([near(0.2, 6), near(0.1, 6), near(0, 6), -Infinity]);
  });

  it('starts from what is held', () => {
    const problem = problemOf([{ a: 1 }, { b: 1 }, { c: 1 }], [], ['c0']);
    expect(stackBound(problem, { ...none, count: 1 }, emptySelection(problem))).toBeCloseTo(0.7, 6);
  });

  it('falls, or stays, the longer it looks, and never falls below the best plan', () => {
    const covers = [
      { a: 0.9, b: 0.3 },
      { b: 0.8, c: 0.8 },
      { a: 0.5, c: 1, d: 0.7 },
      { a: 0.7, b: 0.6, d: 0.2 },
      { d: 1, b: 0.5 },
    ];
    const problem = problemOf(covers);
    const plan = emptySelection(problem);
    const bounds = [1, 10, undefined].map((steps) => stackBound(problem, { ...none, count: 2 }, plan, steps));
    expect(bounds[1]).toBeLessThanOrEqual(bounds[0]!);
    expect(bounds[2]).toBeLessThanOrEqual(bounds[1]!);
    let best = 0;
    for (let one = 0; one < 5; one += 1) {
      for (let other = 0; other < one; other += 1)
        best = Math.max(best, withClosures(problem, plan, [one, other]).value);
    }
    expect(bounds[2]).toBeGreaterThanOrEqual(best - 1e-9);
    expect(bounds[2]).toBeLessThan(bounds[0]! - 0.05);
    expect(bounds[2]).toBeLessThan(best * 1.05);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareRule } from '../../../services/credentials/lazy-greedy.ts';
import { stackBound } from '../../../services/credentials/stack-bound.ts';
import { improve } from '../../../services/credentials/stack-improve.ts';
import { fullEffort, leastEffort, prepareSearch } from '../../../services/credentials/stack-search.ts';
import { emptySelection, fitsLimits, withClosures } from '../../../services/credentials/stack-selection.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { bestByTryingAll, instance, requestOf } from './stack-instances.ts';
import { euros, noLimits, plainProblem, problemOf } from './stack-problems.ts';

describe('prepareSearch', () => {
  it('goes by gain where nothing is limited but the count', () => {
    const problem = plainProblem([
      { gap: 0.2, price: 1 },
      { gap: 0.5, price: 90 },
      { gap: 0.4, price: 90 },
    ]);
    const selection = prepareSearch(problem)({ ...noLimits, count: 2 }, leastEffort);
    expect([...selection.chosen].sort()).toEqual([1, 2]);
  });

  it.each(['price', 'hours'] as const)(
    'takes many small ones over a large one where %s is short, without a swap',
    (what) => {
      const costing = (amount: number) => ({ price: 1, hours: 1, [what]: amount });
      const problem = plainProblem([
        { gap: 0.5, ...costing(100) },
        ...Array.from({ length: 8 }, () => ({ gap: 0.1, ...costing(12) })),
      ]);
      const selection = prepareSearch(problem)({ ...noLimits, [what]: 100 }, leastEffort);
      expect([...selection.chosen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    },
  );

  it('mends a greedy mistake by a swap', () => {
    // By gain x, then w, then y; but y and z together leave nothing for x, and x is all that keeps z out.
    const gaps = [buildGap('a', 0.4), buildGap('b', 0.4), buildGap('c', 0.2)];
    const credentials = ['w', 'x', 'y', 'z'].map((id) => buildCredential(id, { price: euros(10), workloadHours: 1 }));
    const coverages = [
      buildCoverage('w', 'c', 0.65),
      buildCoverage('x', 'a', 0.7),
      buildCoverage('x', 'b', 0.7),
      buildCoverage('y', 'a', 1),
      buildCoverage('z', 'b', 1),
    ];
    const search = prepareSearch(problemOf({ gaps, credentials, coverages, constraints: {} }));
    expect(search({ ...noLimits, count: 3 }).value).toBeCloseTo(0.93, 12);
  });

  it('drops a member that later picks made superfluous', () => {
    const gaps = [buildGap('a', 0.4), buildGap('b', 0.4)];
    const credentials = ['x', 'y', 'z'].map((id) => buildCredential(id, { price: euros(10), workloadHours: 1 }));
    const coverages = [
      buildCoverage('x', 'a', 0.8),
      buildCoverage('x', 'b', 0.8),
      buildCoverage('y', 'a', 1),
      buildCoverage('z', 'b', 1),
    ];
    const selection = prepareSearch(problemOf({ gaps, credentials, coverages, constraints: {} }))(
      noLimits,
      leastEffort,
    );
    expect([...selection.chosen]).toEqual([1, 2]);
  });

  it('never goes over a limit, however hard it tries', () => {
    fc.assert(
      fc.property(instance, fc.constantFrom(0, 25, 60, 95), fc.constantFrom(15, 45, Infinity), (spec, price, hours) => {
        const search = prepareSearch(problemOf(requestOf(spec)));
        const limits = { price, hours, count: 3 };
        for (const effort of [leastEffort, fullEffort]) {
          const selection = search(limits, effort);
          expect(fitsLimits(selection.price, selection.hours, selection.chosen.size, limits)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('closes at least (1 - 1/e) / 2 of the best, nearly always all of it, and its bound is never below the best', () => {
    let [optimal, count] = [0, 0];
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf({ ...spec, budget: spec.budget ?? 50, hours: spec.hours ?? 25 });
        const problem = problemOf(request);
        const { budget, hours = Infinity, maxCredentials = Infinity } = request.constraints;
        const limits = { price: budget?.amount ?? Infinity, hours, count: maxCredentials };
        const found = prepareSearch(problem)(limits);
        const best = bestByTryingAll(request) * problem.table.totalGapShare;
        expect(found.value).toBeLessThanOrEqual(best + 1e-9);
        expect(found.value).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best - 1e-9);
        expect(stackBound(problem, limits, found)).toBeGreaterThanOrEqual(best - 1e-9);
        count += 1;
        if (found.value >= best - 1e-9) optimal += 1;
      }),
      { numRuns: 250, seed: 20 },
    );
    expect(optimal / count).toBeGreaterThan(0.98);
  });

  it('forces in what only pays when two others go', () => {
    // Per euro c0 and c1 lead and fill the budget; c2 closes more than both, and no single one makes room for it.
    const problem = plainProblem([
      { gap: 0.3, price: 30 },
      { gap: 0.3, price: 30 },
      { gap: 0.35, price: 30 },
      { gap: 0.7, price: 70 },
    ]);
    const perPrice = prepareRule(
      problem,
      Float64Array.from(problem.candidates, ({ price }) => price),
    );
    const limits = { ...noLimits, price: 75 };
    const start = withClosures(problem, emptySelection(problem), [0, 1]);
    const without = improve(problem, start, limits, [perPrice], { leavingOut: 0, forcingIn: 0 });
    expect([...without.chosen]).toEqual([0, 1]);
    const better = improve(problem, start, limits, [perPrice], { leavingOut: 0, forcingIn: 99 });
    expect([...better.chosen]).toEqual([3]);
  });
});

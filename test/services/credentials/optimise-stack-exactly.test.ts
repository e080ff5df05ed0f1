import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureStack } from '../../../bench/stacks/bench-stacks.ts';
import { largest, randomStack } from '../../../bench/stacks/random-stack.ts';
import { solveWithHighs } from '../../../services/credentials/highs-solver.ts';
import type { IntegerSolution } from '../../../services/credentials/integer-program.ts';
import { optimiseStack, type StackRequest } from '../../../services/credentials/optimise-stack.ts';
import { searchStack } from '../../../services/credentials/search-stack.ts';
import { optimiseStackExactly } from '../../../services/credentials/optimise-stack-exactly.ts';
import { solveInThread } from '../../../services/credentials/solve-in-thread.ts';
import { euros, idsOf } from './stack-catalogue.ts';
import { bestByTryingAll, instanceOf, requestOf, violations } from './stack-instances.ts';

const exactly = { solve: solveWithHighs, timeLimitSeconds: 20 };
const middling = { skillCount: 12, credentialCount: 40 };

/** A catalogue too large to try everything in, of which nothing but the first dozen is affordable. */
function padded(request: StackRequest): StackRequest {
  const dear = Array.from({ length: 10 }, (_, at) => `dear${at}`);
  const [model] = request.credentials;
  if (model === undefined) return request;
  const skills = request.gaps.map(({ skillId }) => skillId);
  return {
    ...request,
    credentials: [
      ...request.credentials,
      ...dear.map((id, at) => ({ ...model, id, price: euros(1e4 + at), workloadHours: 1, prerequisiteIds: [] })),
    ],
    coverages: [
      ...request.coverages,
      ...dear.flatMap((credentialId, at) =>
        request.coverages.slice(0, 1).map((one) => ({ ...one, credentialId, skillId: skills[at % skills.length]! })),
      ),
    ],
  };
}

describe('optimiseStackExactly', () => {
  it('finds the best there is, as trying every subset does', async () => {
    await fc.assert(
      fc.asyncProperty(instanceOf(11, 7), async (spec) => {
        const request = requestOf({ ...spec, budget: spec.budget ?? 50, hours: spec.hours ?? 60 });
        const large = padded(request);
        const plan = await optimiseStackExactly(large, exactly);
        expect(plan.gapClosed).toBeCloseTo(bestByTryingAll(request), 6);
        expect(plan.optimal).toEqual({ method: 'exact', bound: plan.gapClosed, gap: 0 });
        expect(violations(large, idsOf(plan))).toEqual([]);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('keeps every limit, and every bound of the search holds, on instances of the bench', async () => {
    const measured = [];
    for (let seed = 1; seed <= 3; seed += 1) measured.push(await measureStack(seed));
    expect(measured.flatMap((one) => [...one.violations, ...one.falseBounds])).toEqual([]);
    const gaps = measured.map(({ gap }) => gap ?? 1);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(-1e-6);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.01);
  });

  it('never closes less with a larger budget', async () => {
    for (const seed of [1, 2]) {
      const { constraints, ...request } = randomStack(seed, middling);
      let before = 0;
      for (const amount of [0, 60, 150, 300, 600]) {
        const limited = { ...request, constraints: { ...constraints, budget: euros(amount), hours: 120 } };
        const { gapClosed, optimal } = await optimiseStackExactly(limited, exactly);
        expect(optimal.gap).toBe(0);
        expect(gapClosed).toBeGreaterThanOrEqual(before - 1e-9);
        before = gapClosed;
      }
      expect(before).toBeGreaterThan(0);
    }
  });

  it('does not depend on the order of its input', async () => {
    const request = randomStack(4, middling);
    const { gaps, credentials, coverages } = request;
    const turned = {
      ...request,
      gaps: gaps.toReversed(),
      credentials: credentials.toReversed(),
      coverages: coverages.toReversed(),
    };
    expect(await optimiseStackExactly(turned, exactly)).toEqual(await optimiseStackExactly(request, exactly));
  });

  it('is as good as the search, with a bound that holds, when its time is over at once', async () => {
    const request = { ...randomStack(9, largest), constraints: { budget: euros(400), hours: 150 } };
    const search = optimiseStack(request);
    const hurried = await optimiseStackExactly(request, { ...exactly, timeLimitSeconds: 0.001 });
    const best = await optimiseStackExactly(request, exactly);
    expect(best.optimal.gap).toBe(0);
    expect(hurried.gapClosed).toBeGreaterThanOrEqual(search.gapClosed - 1e-9);
    expect(hurried.optimal.bound).toBeGreaterThanOrEqual(best.gapClosed - 1e-9);
    expect(hurried.optimal.bound).toBeLessThanOrEqual(search.optimal.bound + 1e-6);
    expect(hurried.optimal.gap).toBeGreaterThan(0);
  });

  describe('with a solver that', () => {
    const request = { ...randomStack(9, middling), constraints: { budget: euros(300), hours: 60 } };
    const search = optimiseStack(request);
    const solvedBy = (solution: IntegerSolution) =>
      optimiseStackExactly(request, { solve: () => Promise.resolve(solution), timeLimitSeconds: 1 });

    it('proves nothing: gives the plan and the bound of the search', async () => {
      const plan = await solvedBy({ chosen: null, bound: Infinity, isFinished: false });
      expect(idsOf(plan)).toEqual(idsOf(search));
      expect(plan.optimal).toEqual({ ...search.optimal, method: 'exact' });
    });

    it('breaks a limit: does not take its plan', async () => {
      const everything = Array.from({ length: 20 }, (_, at) => at);
      const plan = await solvedBy({ chosen: everything, bound: Infinity, isFinished: false });
      expect(idsOf(plan)).toEqual(idsOf(search));
    });
  });
});

describe('solveInThread', () => {
  it('answers as HiGHS does in this thread, to several at once', async () => {
    const request = { ...randomStack(9, middling), constraints: { budget: euros(300), hours: 60 } };
    const here = await optimiseStackExactly(request, exactly);
    const inThread = { ...exactly, solve: solveInThread };
    const both = [optimiseStackExactly(request, inThread), optimiseStackExactly(request, inThread)];
    expect(await Promise.all(both)).toEqual([here, here]);
  });
});

describe('the bound of a solver that runs out of time', () => {
  it('counts what is held, which the program leaves out', async () => {
    const request: StackRequest = {
      ...randomStack(2, { skillCount: 20, credentialCount: 30 }),
      constraints: { budget: euros(100), maxCredentials: 3 },
    };
    const heldIds = request.credentials.slice(0, 2).map(({ id }) => id);
    const { problem, chosen, bound } = searchStack({ ...request, heldIds });
    expect(problem.heldValue).toBeGreaterThan(0.01);
    const between = (chosen.value + bound) / 2;
    expect(between).toBeGreaterThan(chosen.value + 1e-4);
    const solve = () => Promise.resolve({ chosen: null, bound: between - problem.heldValue, isFinished: false });
    const { optimal } = await optimiseStackExactly({ ...request, heldIds }, { solve, timeLimitSeconds: 1 });
    expect(optimal.bound).toBeCloseTo(between / problem.table.totalGapShare, 5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStack } from '../../../bench/stacks/random-stack.ts';
import { coreProblem, needsCore } from '../../../services/credentials/core-problem.ts';
import { optimiseStack } from '../../../services/credentials/optimise-stack.ts';
import { boundAndPromises } from '../../../services/credentials/stack-bound.ts';
import { greedyEffort, prepareSearch } from '../../../services/credentials/stack-search.ts';
import { emptySelection, withClosures } from '../../../services/credentials/stack-selection.ts';
import { violations } from './stack-instances.ts';
import { noLimits, problemOf } from './stack-problems.ts';

const size = { skillCount: 300, credentialCount: 900 };
const requestOf = (seed: number) => {
  const request = randomStack(seed, size);
  const [credentials, heldIds] = [request.credentials, [...(request.heldIds ?? [])]];
  return { ...request, credentials, heldIds, constraints: { budget: { amount: 900, currency: 'EUR' }, hours: 150 } };
};

describe('coreProblem', () => {
  it('keeps the plan and whole closures, and values every selection as the whole problem does', () => {
    const problem = problemOf(requestOf(1));
    expect(needsCore(problem)).toBe(true);
    const limits = { ...noLimits, price: 900, hours: 150 };
    const plan = prepareSearch(problem)(limits, greedyEffort);
    const { promises } = boundAndPromises(problem, limits, plan);
    const { core, toWhole } = coreProblem(problem, promises, plan);
    expect(core.candidates.length).toBeLessThan(problem.candidates.length);
    for (const position of plan.chosen) {
      expect(core.positionById.has(problem.candidates[position]!.credential.id)).toBe(true);
    }
    const positions = fc.uniqueArray(fc.nat(core.candidates.length - 1), { maxLength: 20 });
    fc.assert(
      fc.property(positions, (some) => {
        const inCore = withClosures(core, emptySelection(core), some);
        const whole = toWhole(inCore);
        const idsOf = (chosen: ReadonlySet<number>, { candidates }: typeof core) =>
          [...chosen].map((position) => candidates[position]!.credential.id).sort();
        expect(idsOf(whole.chosen, problem)).toEqual(idsOf(inCore.chosen, core));
        expect(whole.value).toBeCloseTo(inCore.value, 10);
        expect([whole.price, whole.hours]).toEqual([inCore.price, inCore.hours]);
      }),
      { numRuns: 50, seed: 5 },
    );
  });
});

describe('a core', () => {
  const problem = problemOf(requestOf(1));
  const idsIn = ({ core }: ReturnType<typeof coreProblem>) => core.candidates.map(({ credential }) => credential.id);
  const idsAt = (positions: Iterable<number>) =>
    [...positions].map((position) => problem.candidates[position]!.credential.id).sort();
  const nothing = () => new Float64Array(problem.candidates.length).fill(-Infinity);

  it('has the plan in it, whatever its members promise', () => {
    const plan = prepareSearch(problem)({ ...noLimits, price: 900, hours: 150 }, greedyEffort);
    expect(idsIn(coreProblem(problem, nothing(), plan))).toEqual(idsAt(plan.chosen));
  });

  it('has a candidate in it that is promising with all it needs, not by itself', () => {
    const [needy, { closure }] = [...problem.candidates.entries()].find(([, one]) => one.closure.length > 1)!;
    const promises = nothing();
    promises[needy] = 1;
    expect(idsIn(coreProblem(problem, promises, emptySelection(problem)))).toEqual([]);
    for (const member of closure) promises[member] = 1;
    expect(idsIn(coreProblem(problem, promises, emptySelection(problem)))).toEqual(idsAt(closure));
  });

  it('has with a candidate what it needs, though that promises less than all others', () => {
    const [needy, { closure }] = [...problem.candidates.entries()].find(([, one]) => one.closure.length > 1)!;
    const promises = new Float64Array(problem.candidates.length).fill(1);
    for (const member of closure) promises[member] = 0;
    promises[needy] = 50;
    const ids = idsIn(coreProblem(problem, promises, emptySelection(problem)));
    expect(ids).toEqual(expect.arrayContaining(idsAt(closure)));
  });
});

describe('optimiseStack over many credentials', () => {
  it('keeps every limit, betters the greedy plan and stays under its bound', () => {
    for (const seed of [1, 2, 3]) {
      const request = requestOf(seed);
      const stack = optimiseStack(request);
      const ids = stack.steps.map(({ credentialId }) => credentialId);
      expect(violations(request, ids)).toEqual([]);
      const problem = problemOf(request);
      const greedy = prepareSearch(problem)({ ...noLimits, price: 900, hours: 150 }, greedyEffort);
      const total = problem.table.totalGapShare;
      expect(stack.gapClosed).toBeGreaterThan(greedy.value / total + 1e-6);
      expect(stack.optimal.bound).toBeGreaterThanOrEqual(stack.gapClosed);
    }
  });
});

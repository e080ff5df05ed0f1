import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveWithHighs } from '../../../services/credentials/highs-solver.ts';
import { searchStack } from '../../../services/credentials/search-stack.ts';
import { stackProgram } from '../../../services/credentials/stack-program.ts';
import { catalogue } from './stack-catalogue.ts';
import { bestByTryingAll, instance, requestOf } from './stack-instances.ts';

const options = { timeLimitSeconds: 30, start: [] };

/** What the program itself proves, before a plan that was found by search could stand in for it. */
describe('the integer program of a stack', () => {
  it('gains all of a gap by the course that covers it best, weaker ones left', async () => {
    const request = {
      ...catalogue({ strong: { a: 1 }, weak: { a: 0.5, b: 0.1 } }),
      constraints: { maxCredentials: 1 },
    };
    const { problem, limits } = searchStack(request);
    const { chosen, bound } = await solveWithHighs(stackProgram(problem, limits), options);
    expect(chosen).toEqual([problem.positionById.get('strong')]);
    expect(bound).toBeCloseTo(0.4, 6);
  });

  it('takes nothing without what it needs', async () => {
    const entries = { base: { a: 0.5 }, top: { b: 1 } };
    const request = {
      ...catalogue(entries, { top: { prerequisiteIds: ['base'] } }),
      constraints: { maxCredentials: 1 },
    };
    const { problem, limits } = searchStack(request);
    const { chosen, bound } = await solveWithHighs(stackProgram(problem, limits), options);
    expect(chosen).toEqual([problem.positionById.get('base')]);
    expect(bound).toBeCloseTo(0.4 * 0.5, 6);
  });

  it('has the best there is for its optimum, as trying every subset finds it', async () => {
    await fc.assert(
      fc.asyncProperty(instance, async (spec) => {
        const request = requestOf(spec);
        const { problem, limits } = searchStack(request);
        if (problem.candidates.length === 0) return;
        const { bound, isFinished } = await solveWithHighs(stackProgram(problem, limits), options);
        expect(isFinished).toBe(true);
        const best = (problem.heldValue + bound) / problem.table.totalGapShare;
        expect(best).toBeCloseTo(bestByTryingAll(request), 5);
      }),
      { numRuns: 60 },
    );
  });
});

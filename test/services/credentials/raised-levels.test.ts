import { describe, expect, it } from 'vitest';
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { Knapsack } from '../../../services/credentials/fractional-knapsack.ts';
import { RaisedLevels } from '../../../services/credentials/raised-levels.ts';
import { stackProblem } from '../../../services/credentials/stack-candidates.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';

/** Half of `a` is held, and two credentials teach all of it; nobody teaches `b`. */
const problem = stackProblem(
  [
    buildCredential('held'),
    buildCredential('c0', { workloadHours: 20 }),
    buildCredential('c1', { prerequisiteIds: ['c0'] }),
  ],
  coverageTable(
    [buildGap('a', 0.4), buildGap('b', 0.2)],
    [buildCoverage('held', 'a', 0.5), buildCoverage('c0', 'a', 1), buildCoverage('c1', 'a', 1)],
  ),
  new Set(['held']),
  {},
  { currency: null, hours: false },
);
const taking = (...gains: number[]) => {
  const knapsack = new Knapsack(new Float64Array([0.5, 0.5]));
  knapsack.fill(Float64Array.from(gains));
  return knapsack;
};

describe('the levels of a bound', () => {
  it('are worth the gaps up to them, from what is held', () => {
    expect(new RaisedLevels(problem, problem.held).value).toBeCloseTo(0.4 * 0.5, 12);
    expect(new RaisedLevels(problem, Float64Array.of(0.8, 0.1)).value).toBeCloseTo(0.4 * 0.8 + 0.2 * 0.1, 12);
  });

  it('fall where nothing taken reaches, however far, to what is held', () => {
    const levels = new RaisedLevels(problem, Float64Array.of(0.6, 0.3));
    expect(levels.stepDown([0, 1], taking(0, 0), 10)).toBe(true);
    expect([...levels.of]).toEqual([0.5, 0]);
    expect(levels.value).toBeCloseTo(problem.heldValue, 12);
    expect(levels.stepDown([0, 1], taking(0, 0), 10)).toBe(false);
  });

  it('rise where two that are taken overlap, and rest where one is', () => {
    const overlapping = new RaisedLevels(problem, problem.held);
    expect(overlapping.stepDown([0, 1], taking(0.2, 0.2), 0.04)).toBe(true);
    // Slope 1 - 2, norm .4: up by .04 / .4.
    expect(overlapping.of[0]).toBeCloseTo(0.6, 12);
    expect(new RaisedLevels(problem, problem.held).stepDown([0, 1], taking(0.2, 0), 0.04)).toBe(false);
  });
});

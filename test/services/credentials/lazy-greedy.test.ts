import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateQueue, sortCandidates } from '../../../services/credentials/candidate-queue.ts';
import { GrowingSelection } from '../../../services/credentials/growing-selection.ts';
import { completeGreedily, prepareRule } from '../../../services/credentials/lazy-greedy.ts';
import { type StackProblem } from '../../../services/credentials/stack-candidates.ts';
import {
  emptySelection,
  fitsLimits,
  leastGain,
  withClosures,
  withoutCandidate,
  type Selection,
  type StackLimits,
} from '../../../services/credentials/stack-selection.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { near } from '../../near.ts';
import { instance, requestOf } from './stack-instances.ts';
import { euros, noLimits, plainProblem, problemOf } from './stack-problems.ts';

const free = (count: number) => ({ prices: new Float64Array(count), hours: new Float64Array(count) });

describe('CandidateQueue', () => {
  it('ends its list where nothing left is within the money and time, and keeps what was added', () => {
    const costs = { prices: Float64Array.from([9, 9, 3, 9]), hours: Float64Array.from([1, 5, 5, 5]) };
    const queue = new CandidateQueue(sortCandidates(Float64Array.from([4, 3, 2, 1]), costs));
    queue.endListBeyond(3, 1);
    expect(queue.take()).toBe(0);
    queue.endListBeyond(3, 5);
    expect(queue.take()).toBe(1);
    queue.add(7, 0.5);
    queue.endListBeyond(2.9, 5);
    expect([queue.take(), queue.take()]).toEqual([7, -1]);
  });

  it('gives its candidates back best first, ties by position, whenever they were added', () => {
    const worth = fc.constantFrom(0, 1, 1, 2, 5);
    const added = fc.array(fc.record({ position: fc.nat(9), worth: fc.constantFrom(0.5, 1, 1, 2, 5) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(worth, { maxLength: 12 }), added, (early, late) => {
        const queue = new CandidateQueue(sortCandidates(Float64Array.from(early), free(early.length)));
        for (const one of late) queue.add(one.position, one.worth);
        const positive = [...early.map((each, position) => ({ position, worth: each })), ...late].filter(
          (one) => one.worth > 0,
        );
        const sorted = positive.sort((a, b) => b.worth - a.worth || a.position - b.position);
        const taken: number[] = [];
        for (let top = queue.take(); top >= 0; top = queue.take()) {
          taken.push(top);
          const next = sorted[taken.length];
          expect(queue.leads(2, 4)).toBe(
            next === undefined || next.worth < 2 || (next.worth === 2 && next.position >= 4),
          );
        }
        expect(taken).toEqual(sorted.map(({ position }) => position));
      }),
    );
  });
});

describe('a selection', () => {
  it('gains by a closure what it gains by adding it, and loses what needs a member with the member', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const problem = problemOf(requestOf(spec));
        let selection = emptySelection(problem);
        for (const position of [...problem.candidates.keys()].reverse()) {
          const growing = new GrowingSelection(problem, selection);
          growing.measure(position, null);
          const after = withClosures(problem, selection, [position]);
          expect(after.value - selection.value).toBeCloseTo(growing.gain, 12);
          growing.add(position);
          expect(growing.finished()).toEqual(after);
          selection = after;
        }
        for (const position of selection.chosen) {
          const rest = withoutCandidate(problem, selection, position);
          expect(rest.chosen.has(position)).toBe(false);
          for (const left of rest.chosen) expect(problem.candidates[left]!.closure).not.toContain(position);
          const gone = problem.candidates.filter(({ closure }) => closure.includes(position)).length;
          expect(rest.chosen.size).toBe(selection.chosen.size - gone);
        }
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

describe('measuring a closure', () => {
  it('counts a skill once that a course and its prerequisite both teach', () => {
    const problem = problemOf({
      gaps: [buildGap('a', 0.4)],
      credentials: [
        buildCredential('base', { price: euros(1), workloadHours: 1 }),
        buildCredential('top', { price: euros(1), workloadHours: 1, prerequisiteIds: ['base'] }),
      ],
      coverages: [buildCoverage('base', 'a', 0.5), buildCoverage('top', 'a', 0.8)],
      constraints: {},
    });
    const growing = new GrowingSelection(problem, emptySelection(problem));
    for (let twice = 0; twice < 2; twice += 1) {
      growing.measure(1, Float64Array.from([2, 5]));
      expect(growing).toMatchObject({ gain: near(0.32), cost: 7 });
    }
  });
});

describe('completeGreedily', () => {
  /** The same rule without laziness: everything is measured again before each pick. */
  function eagerly(
    problem: StackProblem,
    start: Selection,
    limits: StackLimits,
    costs: Float64Array | null,
  ): Selection {
    let selection = start;
    for (;;) {
      const entries = problem.candidates.flatMap((_, position) => {
        const after = withClosures(problem, selection, [position]);
        const gain = after.value - selection.value;
        if (gain <= leastGain || !fitsLimits(after.price, after.hours, after.chosen.size, limits)) return [];
        const added = [...after.chosen].filter((one) => !selection.chosen.has(one));
        const cost = added.reduce((sum, one) => sum + (costs?.[one] ?? 0), 0);
        return [{ position, worth: costs === null ? gain : gain / Math.max(cost, 1e-9) }];
      });
      // Sums in another order differ in the last bits: what ties but for those is taken by position.
      const [best] = entries.sort((a, b) => compareNearly(b.worth, a.worth) || a.position - b.position);
      if (best === undefined) return selection;
      selection = withClosures(problem, selection, [best.position]);
    }
  }

  it('picks what an eager search picks, from nothing and from any start', () => {
    const limit = fc.record({
      price: fc.constantFrom(0, 35, 70, Infinity),
      hours: fc.constantFrom(15, 40, Infinity),
      count: fc.constantFrom(2, 4, Infinity),
    });
    fc.assert(
      fc.property(instance, limit, fc.nat(7), (spec, limits, first) => {
        const problem = problemOf({ ...requestOf(spec) });
        const empty = emptySelection(problem);
        for (const costs of [null, Float64Array.from(problem.candidates, ({ price }) => 1 + price)]) {
          const rule = prepareRule(problem, costs);
          for (const start of [empty, withClosures(problem, empty, [first])]) {
            const lazy = completeGreedily(problem, start, limits, rule);
            expect([...lazy.chosen]).toEqual([...eagerly(problem, start, limits, costs).chosen]);
          }
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('sees that a closure got cheaper with the prerequisite it shares', () => {
    const specs = [
      { gap: 0.01, price: 50 },
      { gap: 0.9, price: 10, needs: ['c0'] },
      { gap: 0.25, price: 5, needs: ['c0'] },
      { gap: 0.3, price: 10 },
      { gap: 0.2, price: 20 },
    ];
    const problem = plainProblem(specs);
    const perPrice = prepareRule(
      problem,
      Float64Array.from(problem.candidates, ({ price }) => price),
    );
    const { chosen } = completeGreedily(problem, emptySelection(problem), noLimits, perPrice);
    // At first c2 with c0 is worth .26 / 55, below c4's .2 / 20; once c0 is in with c1, .25 / 5, above it.
    expect([...chosen]).toEqual([3, 0, 1, 2, 4]);
    const base = withClosures(problem, emptySelection(problem), [0]);
    const fromBase = completeGreedily(problem, base, noLimits, perPrice);
    expect([...fromBase.chosen]).toEqual([0, 1, 2, 3, 4]);
  });
});

/** Below 0 when `a` is smaller by more than rounding. */
function compareNearly(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b;
}

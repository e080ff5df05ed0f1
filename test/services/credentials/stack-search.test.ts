import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateQueue, byWorth, type QueuedCandidate } from '../../../services/credentials/candidate-queue.ts';
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { completeGreedily, prepareRule, type Worth } from '../../../services/credentials/lazy-greedy.ts';
import { stackProblem, type StackProblem } from '../../../services/credentials/stack-candidates.ts';
import { prepareSearch } from '../../../services/credentials/stack-search.ts';
import {
  emptySelection,
  fitsLimits,
  gainOf,
  leastGain,
  missingMembers,
  withClosures,
  withoutCandidate,
  type Selection,
  type StackLimits,
} from '../../../services/credentials/stack-selection.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { instance, requestOf } from './stack-instances.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const noLimits: StackLimits = { price: Infinity, hours: Infinity, count: Infinity };

function problemOf(request: ReturnType<typeof requestOf>): StackProblem {
  const table = coverageTable(request.gaps, request.coverages);
  return stackProblem(request.credentials, table, new Set(request.heldIds), {}, { currency: 'EUR', hours: true });
}

/** Candidates on one skill each, with a gap, a price and hours of their own. */
function plainProblem(specs: { gap: number; price?: number; hours?: number; needs?: string[] }[]): StackProblem {
  return problemOf({
    gaps: specs.map(({ gap }, at) => buildGap(`s${at}`, gap)),
    credentials: specs.map(({ price = 0, hours = 1, needs = [] }, at) =>
      buildCredential(`c${at}`, { price: euros(price), workloadHours: hours, prerequisiteIds: needs }),
    ),
    coverages: specs.map((_, at) => buildCoverage(`c${at}`, `s${at}`, 1)),
    constraints: {},
  });
}

describe('CandidateQueue', () => {
  it('gives its candidates back best first, ties by position, whenever they were added', () => {
    const entry = fc.record({ position: fc.nat(5), worth: fc.constantFrom(0, 1, 1, 2, 5) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 12 }), (early, late) => {
        const queue = new CandidateQueue([...early].sort(byWorth));
        for (const one of late) queue.add(one);
        const taken: QueuedCandidate[] = [];
        for (let top = queue.take(); top !== undefined; top = queue.take()) taken.push(top);
        expect(taken).toEqual([...early, ...late].sort(byWorth));
        expect(queue.first).toBeUndefined();
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
          const gain = gainOf(problem, selection, missingMembers(problem, selection, position));
          const after = withClosures(problem, selection, [position]);
          expect(after.value - selection.value).toBeCloseTo(gain, 12);
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

describe('gainOf', () => {
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
    const empty = emptySelection(problem);
    expect(gainOf(problem, empty, missingMembers(problem, empty, 1))).toBeCloseTo(0.32, 12);
  });
});

describe('completeGreedily', () => {
  /** The same rule without laziness: everything is measured again before each pick. */
  function eagerly(problem: StackProblem, start: Selection, limits: StackLimits, worthOf: Worth): Selection {
    let selection = start;
    for (;;) {
      const entries = problem.candidates.flatMap((_, position): QueuedCandidate[] => {
        const members = missingMembers(problem, selection, position);
        const gain = gainOf(problem, selection, members);
        const { price, hours, chosen } = withClosures(problem, selection, [position]);
        if (gain <= leastGain || !fitsLimits(price, hours, chosen.size, limits)) return [];
        return [{ position, worth: worthOf(gain, members) }];
      });
      const [best] = entries.sort(byWorth);
      if (best === undefined) return selection;
      selection = withClosures(problem, selection, [best.position]);
    }
  }

  it('picks what an eager search picks, from nothing and from any start', () => {
    const worths: Worth[] = [
      (gain) => gain,
      (gain, members) => gain / (1 + members.reduce((sum, { price }) => sum + price, 0)),
    ];
    const limit = fc.record({
      price: fc.constantFrom(0, 35, 70, Infinity),
      hours: fc.constantFrom(15, 40, Infinity),
      count: fc.constantFrom(2, 4, Infinity),
    });
    fc.assert(
      fc.property(instance, limit, fc.nat(7), (spec, limits, first) => {
        const problem = problemOf({ ...requestOf(spec) });
        const empty = emptySelection(problem);
        for (const worthOf of worths) {
          const rule = prepareRule(problem, worthOf);
          for (const start of [empty, withClosures(problem, empty, [first])]) {
            const lazy = completeGreedily(problem, start, limits, rule);
            expect([...lazy.chosen]).toEqual([...eagerly(problem, start, limits, worthOf).chosen]);
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
    const perPrice: Worth = (gain, members) => gain / members.reduce((sum, { price }) => sum + price, 0);
    const { chosen } = completeGreedily(problem, emptySelection(problem), noLimits, prepareRule(problem, perPrice));
    // At first c2 with c0 is worth .26 / 55, below c4's .2 / 20; once c0 is in with c1, .25 / 5, above it.
    expect([...chosen]).toEqual([3, 0, 1, 2, 4]);
    const base = withClosures(problem, emptySelection(problem), [0]);
    const fromBase = completeGreedily(problem, base, noLimits, prepareRule(problem, perPrice));
    expect([...fromBase.chosen]).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('prepareSearch', () => {
  it('goes by gain where nothing is limited but the count', () => {
    const problem = plainProblem([
      { gap: 0.2, price: 1 },
      { gap: 0.5, price: 90 },
      { gap: 0.4, price: 90 },
    ]);
    const { selection } = prepareSearch(problem)({ ...noLimits, count: 2 }, 0);
    expect([...selection.chosen].sort()).toEqual([1, 2]);
  });

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
    expect(search({ ...noLimits, count: 3 }, 0).selection.value).toBeCloseTo(0.93, 12);
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
    const { selection } = prepareSearch(problemOf({ gaps, credentials, coverages, constraints: {} }))(noLimits, 0);
    expect([...selection.chosen]).toEqual([1, 2]);
  });

  it('never goes over a limit, and reports a largest price at which it would find the same', () => {
    fc.assert(
      fc.property(instance, fc.constantFrom(0, 25, 60, 95), fc.constantFrom(15, 45, Infinity), (spec, price, hours) => {
        const search = prepareSearch(problemOf(requestOf(spec)));
        const limits = { price, hours, count: 3 };
        const { selection, largestPrice } = search(limits);
        expect(fitsLimits(selection.price, selection.hours, selection.chosen.size, limits)).toBe(true);
        expect(largestPrice).toBeLessThanOrEqual(price);
        expect(largestPrice).toBeGreaterThanOrEqual(selection.price);
        expect([...search({ ...limits, price: largestPrice }).selection.chosen]).toEqual([...selection.chosen]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('tells the largest price of any selection on the way, not that of the one it returns', () => {
    // By gain c0 alone; per euro c1 and c2, which close more for less.
    const problem = plainProblem([
      { gap: 0.5, price: 100 },
      { gap: 0.4, price: 30 },
      { gap: 0.4, price: 30 },
    ]);
    expect(prepareSearch(problem)({ ...noLimits, price: 100 }, 0)).toMatchObject({
      selection: { price: 60 },
      largestPrice: 100,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { toShare } from '../../../services/domain/units.ts';
import { optimiseStack } from '../../../services/credentials/optimise-stack.ts';
import { nonDominated, sweepBudgets } from '../../../services/credentials/stack-frontier.ts';
import type { StackLimits } from '../../../services/credentials/stack-selection.ts';
import type { FrontierPoint } from '../../../services/credentials/stack.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { near } from '../../near.ts';

const point = (gapClosed: number, amount: number, hours: number, ...credentialIds: string[]): FrontierPoint => {
  return { gapClosed: toShare(gapClosed), price: { amount, currency: 'EUR' }, hours, credentialIds };
};

describe('nonDominated', () => {
  it('keeps what closes more, costs less or takes less time than each other plan, cheapest first', () => {
    const points = [
      point(0.9, 50, 50),
      point(0.5, 10, 20),
      point(0.5, 20, 10),
      point(0.4, 10, 20),
      point(0.5, 20, 20),
      point(0.9, 50, 60),
    ];
    expect(nonDominated(points)).toEqual([point(0.5, 10, 20), point(0.5, 20, 10), point(0.9, 50, 50)]);
  });

  it('keeps one of two equal plans, the same whatever the order', () => {
    const equal = [point(0.5, 10, 10, 'b'), point(0.5, 10, 10, 'a')];
    expect(nonDominated(equal)).toEqual([point(0.5, 10, 10, 'a')]);
    expect(nonDominated(equal.toReversed())).toEqual([point(0.5, 10, 10, 'a')]);
  });

  it('finds the fuller of two plans of one price and workload', () => {
    expect(nonDominated([point(0.4, 10, 10, 'a'), point(0.5, 10, 10, 'b')])).toEqual([point(0.5, 10, 10, 'b')]);
  });
});

describe('sweepBudgets', () => {
  const asked: number[] = [];
  const selection = { chosen: new Set<number>(), best: new Float64Array(), value: 0, price: 0, hours: 0 };
  /** A search that can spend multiples of 10 only. */
  const search = ({ price }: StackLimits) => {
    asked.push(price);
    return { selection, largestPrice: price === Infinity ? 100 : Math.floor(price / 10) * 10 };
  };
  const limits = { price: 35, hours: 5, count: 2 };

  it('goes down just below each total it reached, until nothing is spent', () => {
    asked.length = 0;
    expect(sweepBudgets(search, limits, 99)).toHaveLength(4);
    expect(asked).toEqual([35, near(30, 5), near(20, 5), near(10, 5)]);
    expect(asked[1]).toBeLessThan(30);
  });

  it('stops at the number of searches allowed, and after one where money is no limit', () => {
    expect(sweepBudgets(search, limits, 2)).toHaveLength(2);
    expect(sweepBudgets(search, { ...limits, price: Infinity }, 99)).toHaveLength(1);
  });
});

describe('the frontier of a large catalogue', () => {
  it('offers about a hundred plans at most, the fullest among them', () => {
    const ids = Array.from({ length: 150 }, (_, at) => `c${at}`);
    const plan = optimiseStack({
      gaps: ids.map((id, at) => buildGap(id, 0.1 + at / 1000)),
      credentials: ids.map((id, at) =>
        buildCredential(id, {
          price: { amount: 5 + ((at * 37) % 101), currency: 'EUR' },
          workloadHours: 1 + ((at * 53) % 97),
        }),
      ),
      coverages: ids.map((id) => buildCoverage(id, id, 1)),
      constraints: { budget: { amount: 4000, currency: 'EUR' } },
      searchCount: 1,
    });
    expect(plan.frontier.length).toBeGreaterThan(40);
    expect(plan.frontier.length).toBeLessThanOrEqual(101);
    expect(Math.max(...plan.frontier.map(({ gapClosed }) => gapClosed))).toBeCloseTo(plan.gapClosed, 9);
    for (const { price } of plan.frontier) expect(price.amount).toBeLessThanOrEqual(4000);
  });
});

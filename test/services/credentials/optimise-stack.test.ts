import { describe, expect, it } from 'vitest';
import { randomStack } from '../../../bench/stacks/random-stack.ts';
import { optimiseStack } from '../../../services/credentials/optimise-stack.ts';
import { buildGap } from '../../builders.ts';
import { near } from '../../near.ts';
import { catalogue, euros, idsOf } from './stack-catalogue.ts';

describe('optimiseStack', () => {
  it('does not add up weak courses on one skill', () => {
    const plan = optimiseStack({ ...catalogue({ x: { a: 0.5 }, y: { a: 0.5 } }), constraints: {} });
    expect(idsOf(plan)).toEqual(['x']);
    expect(plan.gapClosed).toBeCloseTo(0.2, 12);
  });

  it('takes two good cheap credentials over the best single one when money is short', () => {
    const request = catalogue({ x: { a: 1, c: 1 }, y: { a: 1 }, z: { b: 1 } }, { x: { price: euros(20) } });
    const plan = optimiseStack({ ...request, constraints: { budget: euros(20) } });
    expect(idsOf(plan)).toEqual(['y', 'z']);
    expect(plan).toMatchObject({
      gapClosed: near(0.8),
      totals: { price: euros(20), hours: 20 },
      weeks: 2,
    });
  });

  it('takes one good dear credential over many that gain more per euro', () => {
    const request = catalogue(
      { x: { a: 1, b: 1, c: 1 }, y: { c: 0.5 } },
      { x: { price: euros(100) }, y: { price: euros(1) } },
    );
    expect(idsOf(optimiseStack({ ...request, constraints: { budget: euros(100) } }))).toEqual(['x']);
  });

  it('adds a prerequisite with what needs it, and before it, even where it teaches nothing itself', () => {
    const request = catalogue({ x: { a: 1 }, y: { b: 0.1 }, base: {} }, { x: { prerequisiteIds: ['base'] } });
    const plan = optimiseStack({ ...request, constraints: { maxCredentials: 2 } });
    expect(idsOf(plan)).toEqual(['base', 'x']);
    expect(plan.steps.map(({ gain }) => gain)).toEqual([0, near(0.4)]);
    expect(idsOf(optimiseStack({ ...request, constraints: { maxCredentials: 1 } }))).toEqual(['y']);
  });

  it('counts what is held, free of charge, as taught and as a prerequisite', () => {
    const request = catalogue(
      { x: { a: 1 }, y: { b: 1 }, held: { b: 1 } },
      { x: { prerequisiteIds: ['held', 'elsewhere'] } },
    );
    const plan = optimiseStack({ ...request, constraints: { maxCredentials: 1 }, heldIds: ['held', 'elsewhere'] });
    expect(idsOf(plan)).toEqual(['x']);
    expect(plan).toMatchObject({
      heldGapClosed: near(0.4),
      gapClosed: near(0.8),
      totals: { hours: 10 },
    });
  });

  it('does not add up weak credentials that are held either', () => {
    const request = catalogue({ x: { a: 0.7 }, y: { a: 0.5 }, held: { a: 0.5 }, old: { a: 0.4 } });
    const plan = optimiseStack({ ...request, constraints: {}, heldIds: ['held', 'old'] });
    expect(plan).toMatchObject({ heldGapClosed: near(0.4 * 0.5), gapClosed: near(0.4 * 0.7) });
    expect(idsOf(plan)).toEqual(['x']);
  });

  it('takes, of plans that close as much, the cheapest, and of those the one of fewest credentials', () => {
    const dear = catalogue({ x: { a: 1 }, y: { a: 1 } }, { x: { price: euros(20), workloadHours: 5 } });
    expect(idsOf(optimiseStack({ ...dear, constraints: {} }))).toEqual(['y']);
    const parts = catalogue(
      { both: { a: 1, b: 1 }, one: { a: 1 }, other: { b: 1 } },
      { both: { price: euros(20), workloadHours: 20 } },
    );
    expect(idsOf(optimiseStack({ ...parts, constraints: {} }))).toEqual(['both']);
  });

  it('orders by gain per hour and says gap, price and hours after each step', () => {
    const request = catalogue(
      { x: { a: 1 }, y: { b: 1 }, z: { c: 1 } },
      { x: { workloadHours: 40 }, z: { workloadHours: 2 } },
    );
    const plan = optimiseStack({ ...request, constraints: { budget: euros(30) } });
    expect(
      plan.steps.map(({ step, credentialId, gapClosed, cumulative }) => [
        step,
        credentialId,
        gapClosed,
        cumulative.price?.amount,
        cumulative.hours,
      ]),
    ).toEqual([
      [1, 'z', near(0.2), 10, 2],
      [2, 'y', near(0.6), 20, 12],
      [3, 'x', near(1), 30, 52],
    ]);
    expect(plan.weeks).toBe(6);
  });

  it('says the gain of each step in parts of all gaps, whatever they add up to', () => {
    const request = { ...catalogue({ x: { a: 1 }, y: { b: 1 } }), gaps: [buildGap('a', 0.3), buildGap('b', 0.1)] };
    const { steps, gapClosed } = optimiseStack({ ...request, constraints: {} });
    expect(steps.map(({ gain }) => gain)).toEqual([near(0.75), near(0.25)]);
    expect(gapClosed).toBeCloseTo(1, 12);
  });

  it('takes an unknown workload for the mean of the known ones when it orders the steps', () => {
    const workloads = (hours: number | null) => ({
      x: { workloadHours: null },
      y: { workloadHours: hours },
      z: { workloadHours: 30 },
    });
    const order = (x: number, y: number, hours: number | null) =>
      idsOf(
        optimiseStack({ ...catalogue({ x: { a: x }, y: { b: y }, z: { c: 0.1 } }, workloads(hours)), constraints: {} }),
      );
    // x is taken for 20 hours, the mean of 10 and 30.
    expect(order(1, 0.3, 10)).toEqual(['x', 'y', 'z']);
    expect(order(0.3, 1, 10)).toEqual(['y', 'x', 'z']);
    // Nobody says a length: what closes more comes first.
    const silent = { x: { workloadHours: null }, y: { workloadHours: null } };
    expect(idsOf(optimiseStack({ ...catalogue({ x: { a: 0.4 }, y: { b: 1 } }, silent), constraints: {} }))).toEqual([
      'y',
      'x',
    ]);
  });

  it('shows the trade-off between gap, price and hours, with plans that no other beats', () => {
    const rest = {
      x: { price: euros(40), workloadHours: 5 },
      y: { price: euros(0), workloadHours: 30 },
      z: { price: euros(60), workloadHours: 60 },
    };
    const request = catalogue({ x: { a: 1 }, y: { a: 1 }, z: { a: 0.5 } }, rest);
    const { frontier } = optimiseStack({ ...request, constraints: { budget: euros(100) } });
    expect(frontier.map(({ credentialIds, price, hours }) => [credentialIds, price.amount, hours])).toEqual([
      [['y'], 0, 30],
      [['x'], 40, 5],
    ]);
  });

  it('shows the trade-off in the currency of most credentials that cover a gap when there is no budget', () => {
    const krona = { price: { amount: 5, currency: 'SEK' } };
    const request = catalogue(
      { x: { a: 1 }, y: { b: 1 }, z: { c: 1 }, v: {}, w: {} },
      { z: krona, v: krona, w: krona },
    );
    const { frontier } = optimiseStack({ ...request, constraints: {} });
    expect(new Set(frontier.map(({ price }) => price.currency))).toEqual(new Set(['EUR']));
    expect(frontier.flatMap(({ credentialIds }) => credentialIds)).not.toContain('z');
  });
});

describe('the plan of many credentials', () => {
  it('closes no less than any plan that stands beside it, which a search of its own may miss', () => {
    const request = randomStack(67, { skillCount: 12, credentialCount: 23 });
    const { gapClosed, frontier, freePlan } = optimiseStack({ ...request, constraints: { maxCredentials: 2 } });
    const others = [freePlan, ...frontier].map((plan) => plan.gapClosed);
    expect(gapClosed).toBeGreaterThanOrEqual(Math.max(...others) - 1e-12);
  });
});

import { describe, expect, it } from 'vitest';
import { optimiseStack, type StackRequest } from '../../../services/credentials/optimise-stack.ts';
import { near } from '../../near.ts';
import { catalogue, euros, idsOf } from './stack-catalogue.ts';

describe('optimiseStack under limits', () => {
  it('leaves out and counts what needs something that cannot be had', () => {
    const rest = {
      x: { prerequisiteIds: ['gone'] },
      y: { prerequisiteIds: ['z'] },
      z: { prerequisiteIds: ['y'] },
      v: { prerequisiteIds: ['w'] },
    };
    const request = catalogue(
      { x: { a: 1 }, y: { a: 1 }, z: { a: 1 }, v: { a: 1 }, w: { b: 1 } },
      { ...rest, w: { language: 'sv' } },
    );
    const plan = optimiseStack({ ...request, constraints: {}, filters: { languages: ['en'] } });
    expect(idsOf(plan)).toEqual([]);
    const english = {
      ...request,
      credentials: request.credentials.map((one) => (one.id === 'w' ? one : { ...one, language: 'en' })),
    };
    const { excludedCounts } = optimiseStack({ ...english, constraints: {}, filters: { languages: ['en'] } });
    expect(excludedCounts).toMatchObject({ filtered: 1, 'prerequisite not available': 4 });
  });

  it('leaves out and counts unknown prices and other currencies when there is a budget, but not what is free', () => {
    const rest = {
      x: { price: null },
      y: { price: { amount: 5, currency: 'SEK' } },
      z: { price: { amount: 0, currency: 'SEK' } },
    };
    const request = catalogue({ x: { a: 1 }, y: { b: 1 }, z: { c: 1 } }, rest);
    const plan = optimiseStack({ ...request, constraints: { budget: euros(50) } });
    expect(idsOf(plan)).toEqual(['z']);
    expect(plan.excludedCounts).toMatchObject({ 'unknown price': 1, 'other currency': 1, 'unknown hours': 0 });
    expect(plan.totals.price).toEqual(euros(0));
  });

  it('takes them without a budget, and says which total is not known', () => {
    const rest = { x: { price: null }, y: { workloadHours: null }, z: { price: { amount: 5, currency: 'SEK' } } };
    const plan = optimiseStack({ ...catalogue({ x: { a: 1 }, y: { b: 1 }, z: { c: 1 } }, rest), constraints: {} });
    expect(plan.totals).toEqual({
      price: null,
      hours: null,
      knownPrices: [euros(10), { amount: 5, currency: 'SEK' }],
      knownHours: 20,
      unknownPriceCount: 1,
      unknownHoursCount: 1,
    });
    expect(plan.weeks).toBeNull();
  });

  it('adds up no two currencies, but takes what is free in one for free in any', () => {
    const krona = (amount: number) => ({ price: { amount, currency: 'SEK' } });
    const totals = (z: { price: { amount: number; currency: string } }) =>
      optimiseStack({ ...catalogue({ x: { a: 1 }, z: { c: 1 } }, { z }), constraints: {} }).totals;
    expect(totals(krona(5))).toMatchObject({ price: null, knownPrices: [euros(10), { amount: 5, currency: 'SEK' }] });
    expect(totals(krona(0))).toMatchObject({ price: euros(10), knownPrices: [euros(10)] });
  });

  it('leaves out and counts unknown workloads when hours are limited', () => {
    const request = catalogue({ x: { a: 1 }, y: { b: 1 } }, { x: { workloadHours: null } });
    const plan = optimiseStack({ ...request, constraints: { hours: 50 } });
    expect(idsOf(plan)).toEqual(['y']);
    expect(plan.excludedCounts['unknown hours']).toBe(1);
  });

  it('lets unknown workloads pass a limit that says so, and holds the known ones to it', () => {
    const request = catalogue(
      { x: { a: 1 }, y: { b: 1 }, z: { c: 1 } },
      { x: { workloadHours: null, price: euros(0) } },
    );
    const plan = optimiseStack({ ...request, constraints: { hours: 15, allowsUnknownHours: true } });
    expect(idsOf(plan)).toHaveLength(2);
    expect(idsOf(plan)).toContain('x');
    expect(plan.totals).toMatchObject({ knownHours: 10, unknownHoursCount: 1 });
    expect(idsOf(plan.freePlan)).toEqual(['x']);
    expect(plan.excludedCounts['unknown hours']).toBe(0);
  });

  it('turns a deadline into hours at 10 a week, or at the hours given', () => {
    const request = catalogue({ x: { a: 1 }, y: { b: 1 }, z: { c: 1 } });
    expect(idsOf(optimiseStack({ ...request, constraints: { deadlineWeeks: 2 } }))).toEqual(['x', 'y']);
    const slow = optimiseStack({ ...request, constraints: { deadlineWeeks: 2, weeklyHours: 5 } });
    expect(idsOf(slow)).toEqual(['x']);
    expect(slow.weeks).toBe(2);
    expect(idsOf(optimiseStack({ ...request, constraints: { deadlineWeeks: 2, hours: 10 } }))).toEqual(['x']);
  });

  it('is not put off by the last bit of a sum: .1 and .2 are .3, in money, in hours and in weeks', () => {
    const request = catalogue(
      { x: { a: 1 }, y: { b: 1 } },
      { x: { price: euros(0.1), workloadHours: 0.1 }, y: { price: euros(0.2), workloadHours: 0.2 } },
    );
    expect(idsOf(optimiseStack({ ...request, constraints: { budget: euros(0.3) } }))).toEqual(['x', 'y']);
    const plan = optimiseStack({ ...request, constraints: { hours: 0.3, weeklyHours: 0.1 } });
    expect(idsOf(plan)).toEqual(['x', 'y']);
    expect(plan.weeks).toBe(3);
  });

  it('always has a plan that costs nothing, at no more than 10 hours a week', () => {
    const free = { price: { amount: 0, currency: 'SEK' } };
    const rest = { x: { ...free, workloadHours: 15 }, y: { ...free, workloadHours: 15 }, w: { price: null } };
    const request = catalogue({ x: { a: 1 }, y: { b: 0.9 }, z: { a: 1, b: 1, c: 1 }, w: { c: 1 } }, rest);
    const plan = optimiseStack({ ...request, constraints: { weeklyHours: 30 } });
    expect(idsOf(plan.freePlan)).toEqual(['x', 'y']);
    expect(plan.freePlan).toMatchObject({ weeks: 3, gapClosed: near(0.76), totals: { hours: 30 } });
    const hurried = optimiseStack({ ...request, constraints: { weeklyHours: 30, deadlineWeeks: 2 } });
    expect(idsOf(hurried.freePlan)).toEqual(['x']);
    const part = optimiseStack({ ...request, constraints: { weeklyHours: 5 } });
    expect(part.freePlan.weeks).toBe(6);
  });

  it('is an empty plan without gaps, without credentials, and where all prices are unknown to a budget', () => {
    const request = catalogue({ x: { a: 1 } }, { x: { price: null } });
    const requests: StackRequest[] = [
      { ...request, gaps: [], constraints: {} },
      { ...request, credentials: [], constraints: {} },
      { ...request, constraints: { budget: euros(100) } },
    ];
    for (const one of requests) {
      expect(optimiseStack(one)).toMatchObject({
        steps: [],
        gapClosed: 0,
        optimal: { bound: 0, gap: 0 },
        frontier: [],
        weeks: 0,
      });
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimiseStack, type StackRequest } from '../../../services/credentials/optimise-stack.ts';
import type { Credential } from '../../../services/domain/credential.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { near } from '../../near.ts';
import { bestByTryingAll, closedBy, instance, requestOf, violations } from './stack-instances.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const gaps = [buildGap('a', 0.4), buildGap('b', 0.4), buildGap('c', 0.2)];

/** A catalogue in one line each: id, coverages by skill, and what matters of the credential. */
function catalogue(
  entries: Record<string, Record<string, number> & { of?: never }>,
  rest: Record<string, Partial<Credential>> = {},
) {
  return {
    gaps,
    credentials: Object.keys(entries).map((id) =>
      buildCredential(id, { price: euros(10), workloadHours: 10, ...rest[id] }),
    ),
    coverages: Object.entries(entries).flatMap(([id, covers]) =>
      Object.entries(covers).map(([skill, coverage]) => buildCoverage(id, skill, coverage)),
    ),
  };
}
const idsOf = (plan: { steps: { credentialId: string }[] }) => plan.steps.map(({ credentialId }) => credentialId);

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

  it('leaves out and counts unknown workloads when hours are limited', () => {
    const request = catalogue({ x: { a: 1 }, y: { b: 1 } }, { x: { workloadHours: null } });
    const plan = optimiseStack({ ...request, constraints: { hours: 50 } });
    expect(idsOf(plan)).toEqual(['y']);
    expect(plan.excludedCounts['unknown hours']).toBe(1);
  });

  it('turns a deadline into hours at 10 a week, or at the hours given', () => {
    const request = catalogue({ x: { a: 1 }, y: { b: 1 }, z: { c: 1 } });
    expect(idsOf(optimiseStack({ ...request, constraints: { deadlineWeeks: 2 } }))).toEqual(['x', 'y']);
    const slow = optimiseStack({ ...request, constraints: { deadlineWeeks: 2, weeklyHours: 5 } });
    expect(idsOf(slow)).toEqual(['x']);
    expect(slow.weeks).toBe(2);
    expect(idsOf(optimiseStack({ ...request, constraints: { deadlineWeeks: 2, hours: 10 } }))).toEqual(['x']);
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

  it('puts an unknown workload behind the known ones', () => {
    const request = catalogue({ x: { a: 1 }, y: { c: 0.1 } }, { x: { workloadHours: null } });
    expect(idsOf(optimiseStack({ ...request, constraints: {} }))).toEqual(['y', 'x']);
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
});

describe('optimiseStack on small problems, against every subset', () => {
  const runs = { numRuns: 250, seed: 20 };

  it('never breaks a constraint, in the plan, the frontier or the free plan, and adds up what it says', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf(spec);
        const { constraints, heldIds = [] } = request;
        const plan = optimiseStack(request);
        const free = { ...request, constraints: { ...constraints, budget: euros(0) } };
        expect(violations(request, idsOf(plan))).toEqual([]);
        expect(violations(free, idsOf(plan.freePlan))).toEqual([]);
        expect(plan.gapClosed).toBeCloseTo(closedBy(request, [...heldIds, ...idsOf(plan)]), 9);
        expect(plan.heldGapClosed).toBeCloseTo(closedBy(request, heldIds), 9);
        expect(plan.steps.at(-1)?.gapClosed ?? plan.heldGapClosed).toBeCloseTo(plan.gapClosed, 9);
        for (const point of plan.frontier) {
          expect(violations(request, point.credentialIds)).toEqual([]);
          expect(point.gapClosed).toBeCloseTo(closedBy(request, [...heldIds, ...point.credentialIds]), 9);
          expect(point.gapClosed).toBeLessThanOrEqual(plan.gapClosed + 1e-9);
          const rivals = plan.frontier.filter((other) => other !== point);
          const beaten = rivals.some(
            (other) =>
              other.gapClosed >= point.gapClosed &&
              other.price.amount <= point.price.amount &&
              other.hours <= point.hours,
          );
          expect(beaten).toBe(false);
        }
      }),
      runs,
    );
  });

  it('closes at least (1 - 1/e) / 2 of the best, nearly always all of it, and its bound is never below the best', () => {
    let [optimal, count] = [0, 0];
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf(spec);
        const best = bestByTryingAll(request);
        const { gapClosed, optimal: proof } = optimiseStack(request);
        expect(gapClosed).toBeLessThanOrEqual(best + 1e-9);
        expect(gapClosed).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best - 1e-9);
        expect(proof.bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(proof.gap).toBeCloseTo(proof.bound === 0 ? 0 : 1 - gapClosed / proof.bound, 9);
        count += 1;
        if (gapClosed >= best - 1e-9) optimal += 1;
      }),
      runs,
    );
    expect(optimal / count).toBeGreaterThan(0.98);
  });

  it('never closes less with a larger budget', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const closed = [0, 10, 20, 35, 50, 90, 200].map((budget) => {
          return optimiseStack({ ...requestOf({ ...spec, budget }), searchCount: 500 }).gapClosed;
        });
        for (let at = 1; at < closed.length; at += 1) {
          expect(closed[at]).toBeGreaterThanOrEqual(closed[at - 1]! - 1e-9);
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf(spec);
        const turned = {
          ...request,
          gaps: request.gaps.toReversed(),
          credentials: request.credentials.toReversed(),
          coverages: request.coverages.toReversed(),
        };
        expect(optimiseStack(turned)).toEqual(optimiseStack(request));
      }),
      { ...runs, numRuns: 80 },
    );
  });
});

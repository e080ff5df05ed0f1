import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStack } from '../../../bench/stacks/random-stack.ts';
import { optimiseStack, type StackRequest } from '../../../services/credentials/optimise-stack.ts';
import { euros, idsOf } from './stack-catalogue.ts';
import { bestByTryingAll, closedBy, instance, requestOf, violations } from './stack-instances.ts';

const runs = { numRuns: 250, seed: 20 };

describe('optimiseStack on small problems, against every subset', () => {
  it('never breaks a constraint, in the plan, the frontier or the free plan, and adds up what it says', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        expectSound(requestOf(spec));
      }),
      runs,
    );
  });

  it('finds the best there is and says that it is the best', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf(spec);
        const { gapClosed, optimal } = optimiseStack(request);
        expect(gapClosed).toBeCloseTo(bestByTryingAll(request), 9);
        expect(optimal).toEqual({ method: 'exact', bound: gapClosed, gap: 0 });
      }),
      runs,
    );
  });

  it('never closes less with a larger budget', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const closed = [0, 10, 20, 35, 50, 90, 200].map((budget) => {
          return optimiseStack({ ...requestOf({ ...spec, budget }) }).gapClosed;
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
        expect(optimiseStack(turned(request))).toEqual(optimiseStack(request));
      }),
      { ...runs, numRuns: 80 },
    );
  });
});

describe('optimiseStack on catalogues of up to 80 credentials', () => {
  const requests = Array.from({ length: 25 }, (_, at) =>
    randomStack(at, { skillCount: 5 + at, credentialCount: 20 + ((at * 7) % 61) }),
  );

  it('never breaks a constraint and adds up what it says', () => {
    for (const request of requests) expectSound(request);
  });

  it('does not depend on the order of its input', () => {
    for (const request of requests.slice(0, 10)) expect(optimiseStack(turned(request))).toEqual(optimiseStack(request));
  });

  it('says how far from the best it can be, in parts of the bound', () => {
    for (const request of requests) {
      const { gapClosed, optimal } = optimiseStack(request);
      expect(optimal.bound).toBeGreaterThanOrEqual(gapClosed);
      expect(optimal.gap).toBeCloseTo(1 - gapClosed / optimal.bound, 9);
    }
  });
});

function turned(request: StackRequest): StackRequest {
  const { gaps, credentials, coverages } = request;
  return {
    ...request,
    gaps: gaps.toReversed(),
    credentials: credentials.toReversed(),
    coverages: coverages.toReversed(),
  };
}

/** Every limit kept, every number added up, no point of the frontier beaten; all worked out from the request alone. */
function expectSound(request: StackRequest): void {
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
        other.gapClosed >= point.gapClosed && other.price.amount <= point.price.amount && other.hours <= point.hours,
    );
    expect(beaten).toBe(false);
  }
}

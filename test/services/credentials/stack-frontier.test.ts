import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toShare } from '../../../services/domain/units.ts';
import { randomStack } from '../../../bench/stacks/random-stack.ts';
import { optimiseStack, type StackRequest } from '../../../services/credentials/optimise-stack.ts';
import { nonDominated } from '../../../services/credentials/stack-frontier.ts';
import type { FrontierPoint } from '../../../services/credentials/stack.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { closedBy, everyPlan, instanceOf, requestOf } from './stack-instances.ts';

type TradeOff = readonly [closed: number, price: number, hours: number];

const asText = ([closed, price, hours]: TradeOff) => `${closed.toFixed(6)} ${price} ${hours}`;

function frontierOf(request: StackRequest): string[] {
  return optimiseStack(request)
    .frontier.map(({ gapClosed, price, hours }) => asText([gapClosed, price.amount, hours]))
    .sort();
}

/** Of every plan with known hours that closes anything, those that no other beats. */
function bestTradeOffs(request: StackRequest): string[] {
  const held = request.heldIds ?? [];
  const known = { ...request, credentials: request.credentials.filter((one) => one.workloadHours !== null) };
  const plans = everyPlan(known)
    .map((ids): TradeOff => [closedBy(request, [...held, ...ids]), ...costOf(request, ids)])
    .filter(([closed]) => closed > closedBy(request, held) + 1e-9);
  return [...new Set(plans.filter((plan) => !plans.some((other) => beats(other, plan))).map(asText))].sort();
}

function beats([closedA, priceA, hoursA]: TradeOff, [closedB, priceB, hoursB]: TradeOff): boolean {
  const isNoWorse = closedA >= closedB - 1e-9 && priceA <= priceB && hoursA <= hoursB;
  return isNoWorse && (closedA > closedB + 1e-9 || priceA < priceB || hoursA < hoursB);
}

function costOf({ credentials }: StackRequest, ids: readonly string[]): [price: number, hours: number] {
  const taken = credentials.filter(({ id }) => ids.includes(id));
  return [
    taken.reduce((sum, { price }) => sum + (price?.amount ?? 0), 0),
    taken.reduce((sum, { workloadHours }) => sum + (workloadHours ?? 0), 0),
  ];
}

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

describe('the frontier of a dozen credentials', () => {
  it('is every plan that no other beats, found by trying all of them', () => {
    fc.assert(
      fc.property(instanceOf(12, 8), (spec) => {
        const request = requestOf({ ...spec, budget: spec.budget ?? 90 });
        expect(frontierOf(request)).toEqual(bestTradeOffs(request));
      }),
      { numRuns: 25, seed: 12 },
    );
  });

  it('is so where every price and workload differs, with many plans to choose from', () => {
    const sizes = Array.from({ length: 6 }, (_, seed) => {
      const request = randomStack(seed, { skillCount: 9, credentialCount: 12 });
      const { hours = 300 } = request.constraints;
      const limited = { ...request, constraints: { budget: { amount: 1000, currency: 'EUR' }, hours } };
      expect(frontierOf(limited)).toEqual(bestTradeOffs(limited));
      return frontierOf(limited).length;
    });
    expect(Math.max(...sizes)).toBeGreaterThan(20);
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
    });
    expect(plan.frontier.length).toBeGreaterThan(40);
    expect(plan.frontier.length).toBeLessThanOrEqual(101);
    expect(Math.max(...plan.frontier.map(({ gapClosed }) => gapClosed))).toBeCloseTo(plan.gapClosed, 9);
    for (const { price } of plan.frontier) expect(price.amount).toBeLessThanOrEqual(4000);
  });
});

describe('the frontier of more than a dozen credentials', () => {
  it('begins with what is free, though a cheap course would come before it in every plan that costs anything', () => {
    const specs = [
      { price: 0, workloadHours: 1000, gap: 0.05 },
      { price: 1, workloadHours: 1, gap: 0.01 },
      ...Array.from({ length: 12 }, () => ({ price: 10, workloadHours: 1, gap: 0.1 })),
    ];
    const { frontier } = optimiseStack({
      gaps: specs.map(({ gap }, at) => buildGap(`s${at}`, gap)),
      credentials: specs.map(({ price, workloadHours }, at) =>
        buildCredential(`c${at}`, { price: { amount: price, currency: 'EUR' }, workloadHours }),
      ),
      coverages: specs.map((_, at) => buildCoverage(`c${at}`, `s${at}`, 1)),
      constraints: {},
    });
    expect(frontier[0]).toMatchObject({ credentialIds: ['c0'], price: { amount: 0 }, hours: 1000 });
  });
});

/**
 * Random small stacking problems, and the truth about them by trying every subset. Test only.
 */
import fc from 'fast-check';
import type { StackRequest } from '../../../services/credentials/optimise-stack.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';

/** Few distinct values, so that prices, hours and gains tie. Prerequisites point to earlier and to later credentials. */
const credential = fc.record({
  price: fc.constantFrom(0, 10, 10, 25, 40, null),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'SEK'),
  hours: fc.constantFrom(5, 10, 10, 30, null),
  prerequisite: fc.constantFrom(null, null, null, 0, 1, 2, 'missing'),
  covers: fc.array(fc.record({ skill: fc.nat(4), coverage: fc.constantFrom(0.3, 0.6, 0.6, 1) }), { maxLength: 3 }),
});

/** Instances of so many credentials, at most and at least. */
export const instanceOf = (maxLength: number, minLength = 0) =>
  fc.record({
    gapShares: fc.array(fc.constantFrom(0, 0.1, 0.4, 0.4, 0.8), { minLength: 5, maxLength: 5 }),
    specs: fc.array(credential, { minLength, maxLength }),
    budget: fc.constantFrom<number | undefined>(undefined, 0, 20, 50, 90),
    hours: fc.constantFrom(undefined, 10, 25, 60),
    maxCredentials: fc.constantFrom(undefined, 0, 1, 3),
    held: fc.constantFrom([], ['c0'], ['c1', 'elsewhere']),
  });
export const instance = instanceOf(8);
type Instance = typeof instance extends fc.Arbitrary<infer Value> ? Value : never;

export function requestOf({ gapShares, specs, budget, hours, maxCredentials, held }: Instance): StackRequest {
  return {
    gaps: gapShares.map((share, at) => buildGap(`s${at}`, share)),
    credentials: specs.map((spec, at) =>
      buildCredential(`c${at}`, {
        price: spec.price === null ? null : { amount: spec.price, currency: spec.currency },
        workloadHours: spec.hours,
        prerequisiteIds: spec.prerequisite === null ? [] : [`c${spec.prerequisite}`],
      }),
    ),
    coverages: specs.flatMap((spec, at) =>
      spec.covers.map(({ skill, coverage }) => buildCoverage(`c${at}`, `s${skill}`, coverage)),
    ),
    constraints: {
      ...(budget === undefined ? {} : { budget: { amount: budget, currency: 'EUR' } }),
      ...(hours === undefined ? {} : { hours }),
      ...(maxCredentials === undefined ? {} : { maxCredentials }),
    },
    heldIds: held,
  };
}

/** Part of the gaps closed by a set of credential ids, worked out from the request alone. */
export function closedBy({ gaps, coverages }: StackRequest, ids: Iterable<string>): number {
  const taken = new Set(ids);
  const total = gaps.reduce((sum, gap) => sum + gap.gapShare, 0);
  const closed = gaps.reduce((sum, gap) => {
    const best = coverages.filter((one) => taken.has(one.credentialId) && one.skillId === gap.skillId);
    return sum + gap.gapShare * Math.max(0, ...best.map(({ coverage }) => coverage));
  }, 0);
  return total === 0 ? 0 : closed / total;
}

/** Every broken rule of a set of credentials, in words; none means that it is a plan. */
export function violations({ credentials, constraints, heldIds = [] }: StackRequest, ids: readonly string[]): string[] {
  const found: string[] = [];
  const byId = new Map(credentials.map((one) => [one.id, one]));
  let [price, hours] = [0, 0];
  const before = new Set(heldIds);
  for (const id of ids) {
    const one = byId.get(id);
    if (one === undefined || before.has(id)) found.push(`${id} unknown, held or twice`);
    price += one?.price?.amount ?? 0;
    hours += one?.workloadHours ?? 0;
    const { budget } = constraints;
    if (budget && (!one?.price || (one.price.amount > 0 && one.price.currency !== budget.currency)))
      found.push(`${id} price`);
    if (constraints.hours !== undefined && one?.workloadHours === null) found.push(`${id} hours`);
    for (const needed of one?.prerequisiteIds ?? []) if (!before.has(needed)) found.push(`${id} before ${needed}`);
    before.add(id);
  }
  if (price > (constraints.budget?.amount ?? Infinity)) found.push('over the budget');
  if (hours > (constraints.hours ?? Infinity)) found.push('over the hours');
  if (ids.length > (constraints.maxCredentials ?? Infinity)) found.push('too many');
  return found;
}

/** The best that any subset closes, with what is held: 2^n tries. */
export function bestByTryingAll(request: StackRequest): number {
  const held = request.heldIds ?? [];
  return Math.max(closedBy(request, held), ...everyPlan(request).map((ids) => closedBy(request, [...held, ...ids])));
}

/** Every set of credentials but the empty one that is a plan: 2^n tries. */
export function everyPlan(request: StackRequest): string[][] {
  const open = request.credentials.map(({ id }) => id).filter((id) => !(request.heldIds ?? []).includes(id));
  const sets = Array.from({ length: 2 ** open.length - 1 }, (_, at) => open.filter((__, bit) => ((at + 1) >> bit) & 1));
  return sets.filter((ids) => isPlan(request, ids));
}

/** A set is a plan when some order of it breaks no rule: taking whatever is ready next finds one. */
function isPlan(request: StackRequest, ids: readonly string[]): boolean {
  if (ids.length > (request.constraints.maxCredentials ?? Infinity)) return false;
  const before = new Set(request.heldIds);
  const order: string[] = [];
  while (order.length < ids.length) {
    const next = request.credentials.find(
      ({ id, prerequisiteIds }) =>
        ids.includes(id) && !before.has(id) && prerequisiteIds.every((needed) => before.has(needed)),
    );
    if (next === undefined) return false;
    order.push(next.id);
    before.add(next.id);
  }
  return violations(request, order).length === 0;
}

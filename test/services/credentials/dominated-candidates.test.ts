import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { stackProblem } from '../../../services/credentials/stack-candidates.ts';
import type { Credential } from '../../../services/domain/credential.ts';
import { catalogue, euros } from './stack-catalogue.ts';
import { bestByTryingAll, instance, requestOf } from './stack-instances.ts';

function candidateIds(covers: Record<string, Record<string, number>>, rest: Record<string, Partial<Credential>> = {}) {
  const { gaps, credentials, coverages } = catalogue(covers, rest);
  const table = coverageTable(gaps, coverages);
  const { candidates } = stackProblem(credentials, table, new Set(), {}, { currency: null, hours: false });
  return candidates.map(({ credential }) => credential.id);
}

describe('candidates of a stack', () => {
  it('leave out what another is as good as in every skill, for no more money and hours', () => {
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6, b: 0.1 } })).toEqual(['y']);
    expect(candidateIds({ x: { a: 0.5, c: 0.1 }, y: { a: 0.6, b: 0.1 } })).toEqual(['x', 'y']);
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: { price: euros(11) } })).toEqual(['x', 'y']);
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: { workloadHours: 11 } })).toEqual(['x', 'y']);
  });

  it('keep the first of two equal ones', () => {
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.5 } })).toEqual(['x']);
  });

  it('keep what others need, and what needs less than its better', () => {
    const needs = (...prerequisiteIds: string[]) => ({ prerequisiteIds });
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 }, z: { b: 1 } }, { z: needs('x') })).toEqual(['x', 'y', 'z']);
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 }, z: { b: 1 } }, { y: needs('z') })).toEqual(['x', 'y', 'z']);
    const both = { x: needs('z'), y: needs('z') };
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 }, z: { b: 1 } }, both)).toEqual(['y', 'z']);
  });

  it('do not take the unknown for better than the known, nor other money for less', () => {
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: { price: null } })).toEqual(['x', 'y']);
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: { workloadHours: null } })).toEqual(['x', 'y']);
    const kronor = (amount: number) => ({ price: { amount, currency: 'SEK' } });
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: kronor(5) })).toEqual(['x', 'y']);
    expect(candidateIds({ x: { a: 0.5 }, y: { a: 0.6 } }, { y: kronor(0) })).toEqual(['y']);
  });

  it('still hold the best plan there is', () => {
    fc.assert(
      fc.property(instance, (spec) => {
        const request = requestOf({ ...spec, budget: spec.budget ?? 50, hours: spec.hours ?? 25 });
        const table = coverageTable(request.gaps, request.coverages);
        const demands = { currency: 'EUR', hours: true };
        const { candidates } = stackProblem(request.credentials, table, new Set(request.heldIds), {}, demands);
        const ids = new Set([...candidates.map(({ credential }) => credential.id), ...(request.heldIds ?? [])]);
        const kept = { ...request, credentials: request.credentials.filter(({ id }) => ids.has(id)) };
        expect(bestByTryingAll(kept)).toBeCloseTo(bestByTryingAll(request), 9);
      }),
      { numRuns: 150, seed: 6 },
    );
  });
});

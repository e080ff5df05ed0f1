/** Stacking problems written by hand, for tests of single steps of the search. Test only. */
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { stackProblem, type StackProblem } from '../../../services/credentials/stack-candidates.ts';
import type { StackLimits } from '../../../services/credentials/stack-selection.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import type { requestOf } from './stack-instances.ts';

export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const noLimits: StackLimits = { price: Infinity, hours: Infinity, count: Infinity };

export function problemOf(request: ReturnType<typeof requestOf>): StackProblem {
  const table = coverageTable(request.gaps, request.coverages);
  return stackProblem(request.credentials, table, new Set(request.heldIds), {}, { currency: 'EUR', hours: true });
}

/** Candidates on one skill each, with a gap, a price and hours of their own. */
export function plainProblem(specs: { gap: number; price?: number; hours?: number; needs?: string[] }[]): StackProblem {
  return problemOf({
    gaps: specs.map(({ gap }, at) => buildGap(`s${at}`, gap)),
    credentials: specs.map(({ price = 0, hours = 1, needs = [] }, at) =>
      buildCredential(`c${at}`, { price: euros(price), workloadHours: hours, prerequisiteIds: needs }),
    ),
    coverages: specs.map((_, at) => buildCoverage(`c${at}`, `s${at}`, 1)),
    constraints: {},
  });
}

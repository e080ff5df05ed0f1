/** Catalogues written as tables, for examples of stacks. Test only. */
import type { Credential } from '../../../services/domain/credential.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';

export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const gaps = [buildGap('a', 0.4), buildGap('b', 0.4), buildGap('c', 0.2)];

/** A catalogue in one line each: id, coverages by skill, and what matters of the credential. */
export function catalogue(
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
export const idsOf = (plan: { steps: { credentialId: string }[] }) =>
  plan.steps.map(({ credentialId }) => credentialId);

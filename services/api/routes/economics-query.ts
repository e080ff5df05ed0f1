/** What a new credential would cost and earn, as a body states it. Absent is unknown, never a default amount. */
import { z } from 'zod';
import type { EconomicsRequest } from '../../briefs/economics-reply.ts';
import { Currency } from './scope-query.ts';

const amount = z.number().min(0).max(1e12);
const stream = z.object({ perLearner: amount.default(0), perYear: amount.default(0) }).optional();

export const EconomicsQuery = z.object({
  currency: Currency.optional().describe('Of all amounts, ISO 4217'),
  price: amount.optional().describe('Tuition that one learner pays'),
  learnersPerYear: amount.optional(),
  fixedCost: amount.optional().describe('Spent once before the first year'),
  variableCostPerLearner: amount.optional(),
  platformCostPerYear: amount.optional(),
  years: z.number().int().min(1).max(100).optional().describe('Years the fixed cost is spread over'),
  discountRate: z.number().min(0).max(10).optional().describe('A year, such as 0.04'),
  opportunityWage: amount.optional().describe('What an hour is worth to a learner'),
  streams: z.object({ subsidy: stream, sponsorship: stream, contracts: stream, grants: stream }).optional(),
});

export function economicsOf({ streams, ...given }: z.infer<typeof EconomicsQuery>): EconomicsRequest {
  const known = <Values extends object>(values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
      [Key in keyof Values]: NonNullable<Values[Key]>;
    };
  return { ...known(given), streams: known(streams ?? {}) };
}

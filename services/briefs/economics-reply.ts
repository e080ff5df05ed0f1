/** What a planner gives of price, learners and cost in; the economics of a brief out, or which options are missing. */
import type { EconomicsReply } from '../domain/brief.ts';
import { learnerCost, measureEconomics, type EconomicsInputs } from './economics.ts';

/** As given; what is absent is unknown, except streams and the platform, which may be none. */
export interface EconomicsRequest extends Partial<Omit<EconomicsInputs, 'discountRate'>> {
  discountRate?: number;
  currency?: string;
  /** What an hour is worth to a learner. */
  opportunityWage?: number;
}

const NEEDED = ['price', 'learnersPerYear', 'fixedCost', 'variableCostPerLearner', 'years'] as const;

/** @param hours of the new credential; null while unknown */
export function economicsReply(request: EconomicsRequest, hours: number | null): EconomicsReply {
  const { price, learnersPerYear, fixedCost, variableCostPerLearner, years, opportunityWage } = request;
  const cost =
    price === undefined || hours === null || opportunityWage === undefined
      ? null
      : learnerCost(price, hours, opportunityWage);
  const shared = { currency: request.currency ?? null, learnerCost: cost };
  if (
    price === undefined ||
    learnersPerYear === undefined ||
    fixedCost === undefined ||
    variableCostPerLearner === undefined ||
    years === undefined
  ) {
    return {
      ...shared,
      missing: NEEDED.filter((name) => request[name] === undefined),
      revenuePerYear: null,
      revenueByStream: null,
      yearlyResult: null,
      breakEvenLearners: null,
      presentValue: null,
      tornado: [],
    };
  }
  const economics = measureEconomics({
    price,
    learnersPerYear,
    fixedCost,
    variableCostPerLearner,
    years,
    platformCostPerYear: request.platformCostPerYear ?? 0,
    streams: request.streams ?? {},
    discountRate: request.discountRate ?? null,
  });
  return { ...shared, missing: [], ...economics };
}

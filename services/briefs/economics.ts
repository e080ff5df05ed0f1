/**
 * What a new credential costs and earns in, its yearly result, break-even, present value and sensitivity out.
 *
 *   revenue a year  = learners x (price + streams per learner) + streams per year
 *   yearly result   = revenue - learners x variable cost - platform cost - fixed cost / years (straight line)
 *   break-even      = (fixed cost / years + platform cost - streams per year) / (price + streams per learner - variable cost)
 *   present value   = -fixed cost + sum over years t = 1..T of (yearly result before the fixed cost) / (1 + rate)^t
 *
 * Five streams: tuition is the price; government subsidy, industry sponsorship, corporate training contracts and
 * international grants come per learner, per year, or both. Amounts are of one currency. A newcomer would divide the
 * fixed cost by the price: what each further learner leaves over is the price less the variable cost.
 */

export const REVENUE_STREAMS = ['subsidy', 'sponsorship', 'contracts', 'grants'] as const;
export type RevenueStream = (typeof REVENUE_STREAMS)[number];

export interface StreamAmount {
  perLearner: number;
  perYear: number;
}

export interface EconomicsInputs {
  /** Paid by one learner. */
  price: number;
  learnersPerYear: number;
  /** Once, before the first year: design, approval, content. */
  fixedCost: number;
  variableCostPerLearner: number;
  platformCostPerYear: number;
  /** Whole years that the fixed cost is spread over, at least 1. */
  years: number;
  streams: Partial<Record<RevenueStream, StreamAmount>>;
  /** A year, such as .04; null: no present value. */
  discountRate: number | null;
}

export interface Economics {
  revenuePerYear: number;
  revenueByStream: Record<'tuition' | RevenueStream, number>;
  yearlyResult: number;
  /** Whole learners a year; 0 where the yearly streams pay for all. Null when a further learner leaves nothing over. */
  breakEvenLearners: number | null;
  presentValue: number | null;
  /** Yearly result with one input 20 % lower and higher, the largest swing first. */
  tornado: { input: string; low: number; high: number }[];
}

const SWING = 0.2;

/** @throws RangeError for an amount below 0 or less than one year: the edges check first and name the option */
export function measureEconomics(inputs: EconomicsInputs): Economics {
  const amounts = [...ADJUSTABLE.map(({ of }) => of(inputs)), inputs.discountRate ?? 0];
  if (amounts.some((amount) => !(amount >= 0)) || !(inputs.years >= 1))
    throw new RangeError('Economics want amounts of at least 0 and at least one year.');
  const { learnersPerYear, fixedCost, platformCostPerYear, years, discountRate } = inputs;
  const revenueByStream = revenues(inputs);
  const margin = inputs.price + total(inputs, 'perLearner') - inputs.variableCostPerLearner;
  const toEarn = fixedCost / years + platformCostPerYear - total(inputs, 'perYear');
  const cashPerYear = learnersPerYear * margin + total(inputs, 'perYear') - platformCostPerYear;
  return {
    revenuePerYear: Object.values(revenueByStream).reduce((sum, revenue) => sum + revenue, 0),
    revenueByStream,
    yearlyResult: yearlyResultOf(inputs),
    breakEvenLearners: toEarn <= 0 ? 0 : margin <= 0 ? null : Math.ceil(toEarn / margin - 1e-9),
    presentValue: discountRate === null ? null : cashPerYear * annuity(discountRate, years) - fixedCost,
    tornado: tornadoOf(inputs),
  };
}

/** What one learner pays in money and in time: price + hours x what an hour is worth to them. */
export function learnerCost(price: number, hours: number, opportunityWage: number): number {
  return price + hours * opportunityWage;
}

function revenues(inputs: EconomicsInputs): Economics['revenueByStream'] {
  const of = (stream: RevenueStream) => {
    const { perLearner = 0, perYear = 0 } = inputs.streams[stream] ?? {};
    return inputs.learnersPerYear * perLearner + perYear;
  };
  return {
    tuition: inputs.learnersPerYear * inputs.price,
    subsidy: of('subsidy'),
    sponsorship: of('sponsorship'),
    contracts: of('contracts'),
    grants: of('grants'),
  };
}

function yearlyResultOf(inputs: EconomicsInputs): number {
  const margin = inputs.price + total(inputs, 'perLearner') - inputs.variableCostPerLearner;
  const standing = inputs.platformCostPerYear + inputs.fixedCost / inputs.years - total(inputs, 'perYear');
  return inputs.learnersPerYear * margin - standing;
}

function total({ streams }: EconomicsInputs, kind: keyof StreamAmount): number {
  return REVENUE_STREAMS.reduce((sum, stream) => sum + (streams[stream]?.[kind] ?? 0), 0);
}

/** Sum of 1 / (1 + rate)^t over t = 1..years. */
function annuity(rate: number, years: number): number {
  let sum = 0;
  for (let year = 1; year <= years; year += 1) sum += (1 + rate) ** -year;
  return sum;
}

interface Adjustable {
  input: string;
  of: (inputs: EconomicsInputs) => number;
  scaled: (inputs: EconomicsInputs, factor: number) => EconomicsInputs;
}

const AMOUNTS = ['price', 'learnersPerYear', 'fixedCost', 'variableCostPerLearner', 'platformCostPerYear'] as const;

const ADJUSTABLE: readonly Adjustable[] = [
  ...AMOUNTS.map((input) => ({
    input,
    of: (inputs: EconomicsInputs) => inputs[input],
    scaled: (inputs: EconomicsInputs, factor: number) => ({ ...inputs, [input]: inputs[input] * factor }),
  })),
  ...REVENUE_STREAMS.map((stream) => ({
    input: stream,
    of: ({ streams }: EconomicsInputs) =>
      Math.min(streams[stream]?.perLearner ?? 0, streams[stream]?.perYear ?? 0) < 0
        ? -1
        : (streams[stream]?.perLearner ?? 0) + (streams[stream]?.perYear ?? 0),
    scaled: (inputs: EconomicsInputs, factor: number) => {
      const { perLearner = 0, perYear = 0 } = inputs.streams[stream] ?? {};
      const scaled = { perLearner: perLearner * factor, perYear: perYear * factor };
      return { ...inputs, streams: { ...inputs.streams, [stream]: scaled } };
    },
  })),
];

/** Inputs of 0 are left out: 20 % of nothing is nothing. */
function tornadoOf(inputs: EconomicsInputs): Economics['tornado'] {
  return ADJUSTABLE.filter(({ of }) => of(inputs) > 0)
    .map(({ input, scaled }) => {
      const low = yearlyResultOf(scaled(inputs, 1 - SWING));
      const high = yearlyResultOf(scaled(inputs, 1 + SWING));
      return { input, low, high };
    })
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

/** The options that say what a new credential would cost and earn. Absent is unknown, never a default amount. */
import type { Command } from 'commander';
import type { EconomicsRequest } from '../briefs/economics-reply.ts';
import { REVENUE_STREAMS, type RevenueStream, type StreamAmount } from '../briefs/economics.ts';
import { InvalidInputError } from '../errors.ts';
import { amount, wholeNumber } from './context.ts';

export interface EconomicsOptions extends Partial<Record<RevenueStream, string>> {
  price?: string;
  learners?: string;
  fixedCost?: string;
  variableCost?: string;
  platformCost?: string;
  years?: string;
  discountRate?: string;
  wage?: string;
  currency?: string;
}

export function addEconomicsOptions(command: Command): Command {
  return command
    .option('--price <n>', 'tuition that one learner pays')
    .option('--learners <n>', 'learners expected a year')
    .option('--fixed-cost <n>', 'spent once before the first year')
    .option('--variable-cost <n>', 'spent on each learner')
    .option('--platform-cost <n>', 'spent each year')
    .option('--years <n>', 'years the fixed cost is spread over')
    .option('--subsidy <n[/learner]>', 'government subsidy, a year or for each learner')
    .option('--sponsorship <n[/learner]>', 'industry sponsorship')
    .option('--contracts <n[/learner]>', 'corporate training contracts')
    .option('--grants <n[/learner]>', 'international grants')
    .option('--discount-rate <n>', 'a year, such as 0.04; without it no present value')
    .option('--wage <n>', 'what an hour is worth to a learner: their cost is price + hours x wage')
    .option('--currency <code>', 'of all amounts, ISO 4217');
}

/** @throws InvalidInputError naming the option */
export function economicsOf(options: EconomicsOptions): EconomicsRequest {
  const currency = options.currency?.toUpperCase();
  if (currency !== undefined && !/^[A-Z]{3}$/u.test(currency))
    throw new InvalidInputError(`--currency "${currency}" is not an ISO 4217 code: give three letters, such as EUR.`);
  const entries = {
    currency,
    price: amount('--price', options.price),
    learnersPerYear: amount('--learners', options.learners),
    fixedCost: amount('--fixed-cost', options.fixedCost),
    variableCostPerLearner: amount('--variable-cost', options.variableCost),
    platformCostPerYear: amount('--platform-cost', options.platformCost),
    years: wholeNumber('--years', options.years, 1),
    discountRate: amount('--discount-rate', options.discountRate),
    opportunityWage: amount('--wage', options.wage),
  };
  const streams = REVENUE_STREAMS.flatMap((stream) => {
    const given = options[stream];
    return given === undefined ? [] : [[stream, streamOf(`--${stream}`, given)] as const];
  });
  const given = Object.entries(entries).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as EconomicsRequest), streams: Object.fromEntries(streams) };
}

function streamOf(option: string, text: string): StreamAmount {
  const perLearner = /^(.*)\/learner$/u.exec(text);
  const value = amount(option, perLearner?.[1] ?? text) ?? 0;
  return perLearner === null ? { perLearner: 0, perYear: value } : { perLearner: value, perYear: 0 };
}

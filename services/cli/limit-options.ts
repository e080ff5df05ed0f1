/** The options that limit a plan: money, hours, a deadline, how many credentials; and whether it is proven the best. */
import type { Command } from 'commander';
import { DEFAULT_EXACT_SECONDS } from '../answers/answer-plan.ts';
import type { StackConstraints } from '../credentials/stack.ts';
import { InvalidInputError } from '../errors.ts';
import { amount, nowOf, wholeNumber, type CommonOptions } from './context.ts';
import { priceOf, type FilterOptions } from './filter-options.ts';

export interface LimitOptions extends CommonOptions, Pick<FilterOptions, 'currency'> {
  budget?: string;
  hours?: string;
  weeklyHours?: string;
  deadline?: string;
  maxCredentials?: string;
  exact?: boolean;
  timeLimit?: string;
}

export function addLimitOptions(command: Command): Command {
  return command
    .option('--budget <n>', 'money for all of it (with --currency)')
    .option('--hours <n>', 'hours for all of it')
    .option('--weekly-hours <n>', 'hours a week (default 10)')
    .option('--deadline <date>', 'to be finished by, YYYY-MM-DD')
    .option('--max-credentials <n>', 'at most so many credentials')
    .option('--exact', 'prove the plan the best there is, or say how close it is')
    .option('--time-limit <seconds>', 'for --exact', String(DEFAULT_EXACT_SECONDS));
}

const HOURS_OF_A_WEEK = 168;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** @throws InvalidInputError naming the option */
export function constraintsOf(options: LimitOptions): StackConstraints {
  const budget = priceOf('--budget', options.budget, options.currency);
  const hours = amount('--hours', options.hours);
  const weeklyHours = amount('--weekly-hours', options.weeklyHours);
  if (weeklyHours !== undefined && (weeklyHours === 0 || weeklyHours > HOURS_OF_A_WEEK)) {
    throw new InvalidInputError(`--weekly-hours ${weeklyHours} must be above 0 and at most ${HOURS_OF_A_WEEK}.`);
  }
  const maxCredentials = wholeNumber('--max-credentials', options.maxCredentials, 1);
  const deadlineWeeks = weeksUntil(options.deadline, nowOf(options));
  return {
    ...(budget === undefined ? {} : { budget }),
    ...(hours === undefined ? {} : { hours }),
    ...(weeklyHours === undefined ? {} : { weeklyHours }),
    ...(maxCredentials === undefined ? {} : { maxCredentials }),
    ...(deadlineWeeks === undefined ? {} : { deadlineWeeks }),
  };
}

/** Nothing without `--exact`. @throws InvalidInputError naming the option */
export function exactSecondsOf({ exact, timeLimit }: LimitOptions): { exactSeconds?: number } {
  if (exact !== true) return {};
  const seconds = amount('--time-limit', timeLimit) ?? DEFAULT_EXACT_SECONDS;
  if (seconds === 0) throw new InvalidInputError('--time-limit 0 leaves no time: give seconds above 0.');
  return { exactSeconds: seconds };
}

function weeksUntil(deadline: string | undefined, now: string): number | undefined {
  if (deadline === undefined) return undefined;
  const end = Date.parse(`${deadline}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(end) || new Date(end).toISOString().slice(0, 10) !== deadline) {
    throw new InvalidInputError(`--deadline "${deadline}" is not a date: give it as YYYY-MM-DD.`);
  }
  const weeks = (end - Date.parse(now)) / WEEK_MS;
  if (weeks <= 0)
    throw new InvalidInputError(`--deadline ${deadline} is not after today (${now.slice(0, 10)}): give a later day.`);
  return weeks;
}

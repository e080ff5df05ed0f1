/** `skillgap plan SCOPE`: the best stack of credentials for the money and time there is. */
import { Command } from 'commander';
import { answerPlan, DEFAULT_EXACT_SECONDS } from '../answers/answer-plan.ts';
import type { StackConstraints } from '../credentials/stack.ts';
import { InvalidInputError } from '../errors.ts';
import { amount, nowOf, reply, wholeNumber } from './context.ts';
import { addFilterOptions, filtersOf, priceOf, type FilterOptions } from './filter-options.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showPlan } from './show/show-plan.ts';

interface PlanOptions extends ScopeOptions, FilterOptions {
  budget?: string;
  hours?: string;
  weeklyHours?: string;
  deadline?: string;
  maxCredentials?: string;
  exact?: boolean;
  timeLimit?: string;
}

export function planCommand(): Command {
  return addFilterOptions(addScopeOptions(new Command('plan')))
    .description('the best stack of credentials under a budget, hours and a deadline, in the order to take them')
    .option('--budget <n>', 'money for all of it (with --currency)')
    .option('--hours <n>', 'hours for all of it')
    .option('--weekly-hours <n>', 'hours a week (default 10)')
    .option('--deadline <date>', 'to be finished by, YYYY-MM-DD')
    .option('--max-credentials <n>', 'at most so many credentials')
    .option('--exact', 'prove the plan the best there is, or say how close it is')
    .option('--time-limit <seconds>', 'for --exact', String(DEFAULT_EXACT_SECONDS))
    .action(async (options: PlanOptions) => {
      const constraints = constraintsOf(options);
      const request = {
        ...scopeRequest(options),
        constraints,
        deadline: options.deadline ?? null,
        filters: filtersOf(options),
        ...(options.exact === true ? { exactSeconds: exactSeconds(options.timeLimit) } : {}),
      };
      const settings = answerOptions(options);
      const plan = await withAnswers(options, (deps) => answerPlan(request, deps, settings));
      reply(options, plan, () => showPlan(plan));
    });
}

const HOURS_OF_A_WEEK = 168;
const WEEK_MS = 7 * 24 * 3600 * 1000;

function constraintsOf(options: PlanOptions): StackConstraints {
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

function exactSeconds(timeLimit: string | undefined): number {
  const seconds = amount('--time-limit', timeLimit) ?? DEFAULT_EXACT_SECONDS;
  if (seconds === 0) throw new InvalidInputError('--time-limit 0 leaves no time: give seconds above 0.');
  return seconds;
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

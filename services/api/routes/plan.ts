/** GET, POST /v1/plan: the best stack of credentials for the money and time there is. */
import { z } from 'zod';
import { answerPlan, DEFAULT_EXACT_SECONDS, type PlanRequest } from '../../answers/answer-plan.ts';
import type { StackConstraints } from '../../credentials/stack.ts';
import { PlanReply } from '../../domain/reply.ts';
import { InvalidInputError } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { endpoint } from '../endpoint.ts';
import { filtersOf } from './filter-query.ts';
import { RankQuery } from './rank.ts';
import { answersIn, type RouteDeps } from './route-deps.ts';
import { Flag, LearnerBody, optionsOf, requestOf } from './scope-query.ts';

/** A request must not hold the one solver for long. */
const MAX_EXACT_SECONDS = 30;

export const PlanQuery = RankQuery.extend({
  budget: z.coerce.number().min(0).optional(),
  hours: z.coerce.number().min(0).optional(),
  weeklyHours: z.coerce.number().positive().max(168).optional(),
  deadline: z.iso.date().optional(),
  maxCredentials: z.coerce.number().int().min(1).optional(),
  exact: Flag.optional().describe('Prove the plan the best there is, or say how close it is'),
  timeLimit: z.coerce
    .number()
    .positive()
    .max(MAX_EXACT_SECONDS)
    .default(DEFAULT_EXACT_SECONDS)
    .describe('Seconds for an exact plan; one is worked on at a time'),
});
export type PlanQuery = z.infer<typeof PlanQuery>;

const WEEK_MS = 7 * 24 * 3600 * 1000;

export function planEndpoints(deps: Pick<RouteDeps, 'answers' | 'now'>) {
  const answer = async (query: PlanQuery, caller: Caller) =>
    answerPlan(
      {
        ...requestOf(query),
        filters: filtersOf(query),
        ...limitsOf(query, deps.now()),
      },
      await answersIn(query.framework, caller, deps),
      optionsOf(query),
    );
  const shared = { path: '/v1/plan', reply: PlanReply } as const;
  return [
    endpoint({
      ...shared,
      method: 'get',
      summary: 'The best stack for a region, an employer or an occupation',
      request: PlanQuery,
      answer,
    }),
    endpoint({
      ...shared,
      method: 'post',
      summary: 'The best stack for a learner',
      request: PlanQuery.extend(LearnerBody),
      answer,
    }),
  ] as const;
}

/** What a plan has to keep to, and how long its proof may take. */
export function limitsOf(query: PlanQuery, now: Date): Pick<PlanRequest, 'constraints' | 'deadline' | 'exactSeconds'> {
  return {
    constraints: constraintsOf(query, now),
    deadline: query.deadline ?? null,
    ...(query.exact === true ? { exactSeconds: query.timeLimit } : {}),
  };
}

function constraintsOf(
  { budget, currency, hours, weeklyHours, deadline, maxCredentials }: PlanQuery,
  now: Date,
): StackConstraints {
  if (budget !== undefined && currency === undefined)
    throw new InvalidInputError('budget needs its currency: add currency=EUR.');
  const deadlineWeeks = deadline === undefined ? undefined : (Date.parse(deadline) - now.getTime()) / WEEK_MS;
  if (deadlineWeeks !== undefined && deadlineWeeks <= 0)
    throw new InvalidInputError(`deadline ${deadline ?? ''} is not after today.`);
  return {
    ...(budget === undefined || currency === undefined ? {} : { budget: { amount: budget, currency } }),
    ...(hours === undefined ? {} : { hours }),
    ...(weeklyHours === undefined ? {} : { weeklyHours }),
    ...(deadlineWeeks === undefined ? {} : { deadlineWeeks }),
    ...(maxCredentials === undefined ? {} : { maxCredentials }),
  };
}

/**
 * What a learner can be expected to take on who names no limit: a year of evenings, and few enough courses to finish.
 *
 * Without a limit the best plan is every course that closes another crumb of the gap: eighteen of them, degrees included.
 * A limit that is given is never touched; a wish for money alone still leaves the time to be assumed. The assumed time
 * holds for the lengths that are known: most open courses state none, and to leave them all out is nobody's wish.
 */
import type { StackConstraints } from '../credentials/stack.ts';
import { defaultWeeklyHours } from '../credentials/search-stack.ts';

export type AssumedLimit = 'hours' | 'maxCredentials';

export const ASSUMED_WEEKS = 52;
export const ASSUMED_CREDENTIALS = 6;

export interface LearnerLimits {
  constraints: StackConstraints;
  /** The limits the learner did not give, in the order they are told. */
  assumed: AssumedLimit[];
}

export function assumeLimits(given: StackConstraints): LearnerLimits {
  const { weeklyHours = defaultWeeklyHours } = given;
  const isTimeGiven = given.hours !== undefined || given.deadlineWeeks !== undefined;
  const isNumberGiven = given.maxCredentials !== undefined;
  return {
    constraints: {
      ...given,
      ...(isTimeGiven ? {} : { hours: ASSUMED_WEEKS * weeklyHours, allowsUnknownHours: true }),
      ...(isNumberGiven ? {} : { maxCredentials: ASSUMED_CREDENTIALS }),
    },
    assumed: [...(isTimeGiven ? [] : ['hours' as const]), ...(isNumberGiven ? [] : ['maxCredentials' as const])],
  };
}

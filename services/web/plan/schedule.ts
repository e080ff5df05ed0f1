/** Steps in order to weeks at the learner's pace: one after the other, each from the week the one before ends in. */
import type { PlanReply } from '../../domain/reply.ts';

export interface ScheduledStep {
  step: PlanReply['stack'][number];
  /** Weeks from the start, not rounded; null where the length is not stated. */
  from: number;
  to: number | null;
}

/** @param weeklyHours above 0 */
export function scheduleSteps(stack: PlanReply['stack'], weeklyHours: number): ScheduledStep[] {
  let week = 0;
  return stack.map((step) => {
    const from = week;
    const { hours } = step.credential;
    if (hours === null) return { step, from, to: null };
    week += hours / weeklyHours;
    return { step, from, to: week };
  });
}

/** Marks of an axis, at most so many, at round distances from 0. */
export function axisMarks(end: number, most: number): number[] {
  const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  const distance = ROUND.find((size) => end / size <= most) ?? end;
  return Array.from({ length: Math.floor(end / distance) + 1 }, (_, position) => position * distance);
}

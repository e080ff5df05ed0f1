/** "What do I lack for this target, and what should I take?": a learner's gap, proven and claimed apart, and a plan. */
import type { LearnerBrief } from '../domain/brief.ts';
import type { GapReply } from '../domain/reply.ts';
import { assumeLimits } from '../briefs/assume-limits.ts';
import { learnerCost } from '../briefs/economics.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerGaps } from './answer-gaps.ts';
import { answerPlan, type PlanRequest } from './answer-plan.ts';

export interface LearnerRequest extends PlanRequest {
  /** What an hour is worth to the learner, in the currency of the plan. */
  opportunityWage: number | null;
}

/** @param options `top` is how many skills each list holds */
export async function answerLearner(
  request: LearnerRequest,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<LearnerBrief> {
  const { gaps, ...header } = await answerGaps(request, deps, { ...options, top: Number.MAX_SAFE_INTEGER });
  const { constraints, assumed } = assumeLimits(request.constraints);
  const plan = await answerPlan({ ...request, constraints }, deps, options);
  const byDemand = gaps.toSorted((a, b) => b.demandShare - a.demandShare);
  const { opportunityWage } = request;
  const { price, hours } = plan;
  return {
    ...header,
    proven: byDemand.filter(isProven).slice(0, options.top),
    claimed: byDemand.filter((gap) => (gap.supplyShare ?? 0) > 0 && !isProven(gap)).slice(0, options.top),
    missing: gaps.filter(({ supplyShare }) => (supplyShare ?? 0) === 0).slice(0, options.top),
    plan,
    assumedLimits: assumed,
    cost: {
      price,
      hours,
      opportunityWage,
      total:
        price === null || hours === null || opportunityWage === null
          ? null
          : learnerCost(price.amount, hours, opportunityWage),
    },
  };
}

/** Somebody other than the learner stands behind it. */
function isProven({ supplyShare, supplyState }: GapReply): boolean {
  return (supplyShare ?? 0) > 0 && ['endorsed', 'assessed', 'verified'].includes(supplyState);
}

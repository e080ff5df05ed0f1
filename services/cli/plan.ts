/** `skillgap plan SCOPE`: the best stack of credentials for the money and time there is. */
import { Command } from 'commander';
import { answerPlan } from '../answers/answer-plan.ts';
import { reply } from './context.ts';
import { addFilterOptions, filtersOf, type FilterOptions } from './filter-options.ts';
import { addLimitOptions, constraintsOf, exactSecondsOf, type LimitOptions } from './limit-options.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showPlan } from './show/show-plan.ts';

type PlanOptions = ScopeOptions & FilterOptions & LimitOptions;

export function planCommand(): Command {
  return addLimitOptions(addFilterOptions(addScopeOptions(new Command('plan'))))
    .description('the best stack of credentials under a budget, hours and a deadline, in the order to take them')
    .action(async (options: PlanOptions) => {
      const request = {
        ...scopeRequest(options),
        constraints: constraintsOf(options),
        deadline: options.deadline ?? null,
        filters: filtersOf(options),
        ...exactSecondsOf(options),
      };
      const settings = answerOptions(options);
      const plan = await withAnswers(options, (deps) => answerPlan(request, deps, settings));
      reply(options, plan, () => showPlan(plan));
    });
}

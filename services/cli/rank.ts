/** `skillgap rank SCOPE`: the credentials that close its gap best. */
import { Command } from 'commander';
import { answerRank } from '../answers/answer-rank.ts';
import { nowOf, reply } from './context.ts';
import { addFilterOptions, filtersOf, type FilterOptions } from './filter-options.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showRank } from './show/show-rank.ts';

const PARTS_SHOWN = 4;

export function rankCommand(): Command {
  return addFilterOptions(addScopeOptions(new Command('rank')))
    .description('credentials ranked by how much of the gap they close, with the parts of each score')
    .action(async (options: ScopeOptions & FilterOptions) => {
      const request = { ...scopeRequest(options), filters: filtersOf(options), today: nowOf(options).slice(0, 10) };
      const settings = answerOptions(options);
      const ranking = await withAnswers(options, (deps) => answerRank(request, deps, settings));
      reply(options, ranking, () => showRank(ranking, PARTS_SHOWN));
    });
}

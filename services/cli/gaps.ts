/** `skillgap gaps SCOPE`: what is asked for and missing. */
import { Command } from 'commander';
import { answerGaps } from '../answers/answer-gaps.ts';
import { reply, wholeNumber } from './context.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showGaps } from './show/show-gaps.ts';

export function gapsCommand(): Command {
  return addScopeOptions(new Command('gaps'))
    .description('ranked skill gaps of a region, an employer, an occupation or a learner')
    .option('--quotes <n>', 'quotes under each skill', '1')
    .option('--wef-list <year>', 'WEF list for --framework wef: 2023 or 2025', '2025')
    .action(async (options: ScopeOptions & { quotes: string; wefList: string }) => {
      const quotes = wholeNumber('--quotes', options.quotes, 0) ?? 1;
      const request = { ...scopeRequest(options), coreSkillYear: wholeNumber('--wef-list', options.wefList, 2023) };
      const settings = answerOptions(options);
      const gaps = await withAnswers(options, (deps) =>
        answerGaps(request, deps, { ...settings, evidencePerSkill: Math.max(quotes, settings.evidencePerSkill) }),
      );
      reply(options, gaps, () => showGaps(gaps, quotes));
    });
}

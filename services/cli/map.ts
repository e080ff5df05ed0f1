/** `skillgap map SCOPE`: the skills asked for together, with what is taught laid over them. */
import { Command, Option } from 'commander';
import { answerMap, DEFAULT_MAP_POSTINGS, DEFAULT_MAP_SKILLS } from '../answers/answer-map.ts';
import { InvalidInputError } from '../errors.ts';
import { writeVosviewer } from '../standards/write-vosviewer.ts';
import { reply, wholeNumber } from './context.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showMap } from './show/show-map.ts';

export function mapCommand(): Command {
  return addScopeOptions(new Command('map'), DEFAULT_MAP_SKILLS)
    .description('skills asked for together, in clusters, with what the catalogue teaches')
    .option('--min-postings <n>', 'fewest postings that ask for a skill', String(DEFAULT_MAP_POSTINGS))
    .addOption(new Option('--format <format>', 'a document instead of text').choices(['json', 'vosviewer']))
    .action(async (options: ScopeOptions & { minPostings: string; format?: 'json' | 'vosviewer' }) => {
      if (options.framework === 'wef')
        throw new InvalidInputError('--framework wef has no map: name a taxonomy, or leave the option out.');
      const minPostingCount = wholeNumber('--min-postings', options.minPostings, 1) ?? DEFAULT_MAP_POSTINGS;
      const request = { ...scopeRequest(options), minPostingCount };
      const map = await withAnswers(options, (deps) => answerMap(request, deps, answerOptions(options)));
      if (options.format === 'vosviewer') reply({ json: true }, writeVosviewer(map), () => '');
      else reply({ ...options, json: options.json === true || options.format === 'json' }, map, () => showMap(map));
    });
}

/** `skillgap emerging SCOPE`: what postings ask for that the taxonomy has no skill for. */
import { Command } from 'commander';
import { answerEmerging } from '../answers/answer-emerging.ts';
import { composeSystem } from '../compose.ts';
import { configOf, reply } from './context.ts';
import { addScopeOptions, answerOptions, scopeRequest, type ScopeOptions } from './scope-options.ts';
import { showEmerging } from './show/show-emerging.ts';

export function emergingCommand(): Command {
  return addScopeOptions(new Command('emerging'))
    .description('terms of a scope that no skill of the taxonomy is near: other names of skills, or new ones')
    .action(async (options: ScopeOptions) => {
      const request = scopeRequest(options);
      const settings = answerOptions(options);
      const system = await composeSystem(configOf(options), { taxonomy: options.framework });
      try {
        const emerging = await answerEmerging(request, await system.emerging(), settings);
        reply(options, emerging, () => showEmerging(emerging));
      } finally {
        await system.close();
      }
    });
}

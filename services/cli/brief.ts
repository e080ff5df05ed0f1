/** `skillgap brief design|employer|learner`: documents for a provider, an employer and a learner. */
import { Command, Option } from 'commander';
import { answerDesign } from '../answers/answer-design.ts';
import { answerEmployer } from '../answers/answer-employer.ts';
import { answerLearner } from '../answers/answer-learner.ts';
import type { Purpose } from '../domain/brief.ts';
import { InvalidInputError, UnavailableError } from '../errors.ts';
import { amount, nowOf, reply } from './context.ts';
import { addEconomicsOptions, economicsOf, type EconomicsOptions } from './economics-options.ts';
import { addFilterOptions, filtersOf, type FilterOptions } from './filter-options.ts';
import { addLimitOptions, constraintsOf, exactSecondsOf, type LimitOptions } from './limit-options.ts';
import { readTextFile } from '../imports/handed-in-texts.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { renderBrief, type Block } from '../documents/brief-document.ts';
import { designBlocks } from '../documents/design-blocks.ts';
import { employerBlocks } from '../documents/employer-blocks.ts';
import { learnerBlocks } from '../documents/learner-blocks.ts';

const DEFAULT_BRIEFS = 3;
const DEFAULT_COMPETENCIES = 15;
const EXPORTS = ['elm', 'ob3', 'ctdl'];

interface FormatOptions {
  format: string;
}

export function briefCommand(): Command {
  return new Command('brief')
    .description('briefs: a new credential to design, what an employer needs, what a learner should take')
    .addCommand(designCommand())
    .addCommand(employerCommand())
    .addCommand(learnerCommand());
}

function designCommand(): Command {
  return addFormat(addEconomicsOptions(addScopeOptions(new Command('design'), DEFAULT_BRIEFS)), EXPORTS)
    .description('new credentials for what is asked for together and taught by nobody')
    .action(async (options: ScopeOptions & EconomicsOptions & FormatOptions) => {
      refuseExport(options);
      const request = { ...taxonomyScope(options), economics: economicsOf(options) };
      const brief = await withAnswers(options, (deps) => answerDesign(request, deps, answerOptions(options)));
      show(options, brief, designBlocks(brief));
    });
}

function employerCommand(): Command {
  return addFormat(addScopeOptions(new Command('employer'), DEFAULT_COMPETENCIES))
    .argument('[file]', 'postings (JSONL, CSV) or a text that describes the job; read for this answer, never stored')
    .description('the competencies an employer asks for, who teaches them, what nobody teaches')
    .addOption(new Option('--purpose <purpose>', 'what the brief is for').choices(['recruitment', 'promotion', 'CPD']))
    .action(async (file: string | undefined, options: ScopeOptions & FormatOptions & { purpose?: Purpose }) => {
      if ((file === undefined) === (options.employer === undefined))
        throw new InvalidInputError(
          'Whose brief? Give a file of postings or a text, or --employer NAME (one of them).',
        );
      const now = nowOf(options);
      const shared = { purpose: options.purpose ?? null, today: now.slice(0, 10) };
      const request =
        file === undefined
          ? { ...taxonomyScope(options), ...shared, texts: null }
          : { ...shared, texts: await readTextFile(file, now) };
      const brief = await withAnswers(options, (deps) => answerEmployer(request, deps, answerOptions(options)));
      show(options, brief, employerBlocks(brief));
    });
}

function learnerCommand(): Command {
  const command = addLimitOptions(addFilterOptions(addScopeOptions(new Command('learner'), DEFAULT_COMPETENCIES)));
  return addFormat(command)
    .argument('<file>', 'JSON Resume, Open Badges or plain text; read for this answer, never stored')
    .description('what a learner has and lacks for a target, and the plan that closes it')
    .option('--target <occupation>', 'a title, URI or ISCO code (or --posting ID)')
    .option('--wage <n>', 'what an hour is worth to the learner')
    .action(
      async (
        file: string,
        options: ScopeOptions & FilterOptions & LimitOptions & FormatOptions & { target?: string; wage?: string },
      ) => {
        const occupation = options.target ?? options.occupation;
        const scope = { ...options, learner: file, ...(occupation === undefined ? {} : { occupation }) };
        const request = {
          ...taxonomyScope(scope),
          constraints: constraintsOf(options),
          deadline: options.deadline ?? null,
          filters: filtersOf(options),
          opportunityWage: amount('--wage', options.wage) ?? null,
          ...exactSecondsOf(options),
        };
        const brief = await withAnswers(options, (deps) => answerLearner(request, deps, answerOptions(options)));
        show(options, brief, learnerBlocks(brief));
      },
    );
}

function addFormat(command: Command, later: readonly string[] = []): Command {
  const formats = new Option('--format <format>', 'md, html or json').choices(['md', 'html', 'json', ...later]);
  return command.addOption(formats.default('md'));
}

/** Skills, not core skills: a core skill has no sentence to quote and no course to compare with. */
function taxonomyScope(options: ScopeOptions) {
  if (options.framework === 'wef')
    throw new InvalidInputError('--framework wef has no briefs: name a taxonomy, or leave the option out.');
  return scopeRequest(options);
}

function refuseExport({ format }: FormatOptions): void {
  if (EXPORTS.includes(format))
    throw new UnavailableError(
      `Briefs are not exported as ${format} yet: use --format md, html or json and fill in the standard from those.`,
    );
}

function show(options: ScopeOptions & FormatOptions, brief: unknown, blocks: readonly Block[]): void {
  const json = options.json === true || options.format === 'json';
  reply({ json }, brief, () => renderBrief(blocks, options.format === 'html' ? 'html' : 'md'));
}

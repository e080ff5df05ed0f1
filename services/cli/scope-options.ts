/** The options that name a scope, and the system and answer options that come with every question about one. */
import type { Command } from 'commander';
import { InvalidInputError } from '../errors.ts';
import type { GapsRequest } from '../answers/answer-gaps.ts';
import { DEFAULT_OPTIONS, type AnswerDeps, type AnswerOptions } from '../answers/answer-deps.ts';
import { composeSystem } from '../compose.ts';
import type { Store } from '../store/store.ts';
import { readLearnerFile } from '../standards/read-learner.ts';
import { addCommonOptions, configOf, embeddingProgress, wholeNumber, type CommonOptions } from './context.ts';

export interface ScopeOptions extends CommonOptions {
  region?: string;
  employer?: string;
  occupation?: string;
  learner?: string;
  posting?: string;
  since?: string;
  until?: string;
  framework?: string;
  top?: string;
}

export function addScopeOptions(command: Command, top: number = DEFAULT_OPTIONS.top): Command {
  return addCommonOptions(command)
    .option('--region <code|name>', 'ISO 3166 or NUTS code, or a name: "East of England", US-CA, FR')
    .option('--employer <name>', 'an employer of the imported postings')
    .option('--occupation <title|uri|isco>', 'an occupation, or an ISCO code of 1 to 4 digits for a group')
    .option('--learner <file>', 'JSON Resume, Open Badges or plain text; read for this answer, never stored')
    .option('--posting <id>', 'one posting as a learner’s target')
    .option('--since <date>', 'postings from this day on, YYYY-MM-DD')
    .option('--until <date>', 'postings up to this day, YYYY-MM-DD')
    .option('--framework <name>', 'esco, onet, wef, or the name of an own list')
    .option('--top <n>', 'how many to show', String(top));
}

export function answerOptions({ top, seed }: ScopeOptions): AnswerOptions {
  return {
    ...DEFAULT_OPTIONS,
    top: wholeNumber('--top', top, 1) ?? DEFAULT_OPTIONS.top,
    seed: wholeNumber('--seed', seed, 0) ?? DEFAULT_OPTIONS.seed,
  };
}

/** @throws InvalidInputError when no scope is named, or a learner without a target */
export function scopeRequest(options: ScopeOptions): GapsRequest {
  const { region, employer, learner, posting, since, until, framework } = options;
  const profile = learner === undefined ? null : readLearnerFile(learner);
  const occupation = options.occupation ?? (posting === undefined ? (profile?.target ?? undefined) : undefined);
  if (profile !== null && occupation === undefined && posting === undefined) {
    throw new InvalidInputError('A learner needs a target: add --occupation TITLE or --posting ID.');
  }
  if ([region, employer, occupation, posting].every((part) => part === undefined)) {
    throw new InvalidInputError(
      'No scope is named: give --region, --employer, --occupation, or --learner with a target.',
    );
  }
  return { region, employer, occupation, posting, since, until, framework, profile };
}

export async function withAnswers<Reply>(
  options: ScopeOptions,
  work: (deps: AnswerDeps, store: Store) => Promise<Reply>,
): Promise<Reply> {
  const taxonomy = options.framework === 'wef' ? undefined : options.framework;
  const system = await composeSystem(configOf(options), { taxonomy, onEmbedding: embeddingProgress() });
  try {
    return await work(await system.answers(), system.store);
  } finally {
    await system.close();
  }
}

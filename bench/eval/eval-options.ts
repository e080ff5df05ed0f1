/** The command line of `npm run eval` in, settings out. */
import { parseArgs } from 'node:util';
import { InvalidInputError } from '../../services/errors.ts';
import { wholeNumber } from '../../services/cli/context.ts';

export const USAGE =
  'npm run eval -- [--home FOLDER] [--model MODEL] [--only NAME] [--sample N] [--to FOLDER] [--seed N]';

/** Not a section that is measured: what people judged is only read again. */
export const JUDGED = 'judged';

export interface EvalOptions {
  home?: string;
  model?: string;
  seed: string;
  /** Names of the sections to measure; the others keep their last results. */
  only: readonly string[];
  /** At most so many queries of each set: to see it work, not to be believed. */
  sample: number | undefined;
  /** Where evaluation.md and the results go. */
  to: string | undefined;
}

/** @param names of all sections @throws InvalidInputError naming the option */
export function readEvalOptions(args: readonly string[], names: readonly string[]): EvalOptions {
  const { home, model, seed = '1', only = [], sample, to } = parse(args);
  for (const name of only) {
    if (name !== JUDGED && !names.includes(name)) {
      throw new InvalidInputError(`--only "${name}" is no section; give one of ${[...names, JUDGED].join(', ')}.`);
    }
  }
  wholeNumber('--seed', seed, 0);
  return {
    ...(home === undefined ? {} : { home }),
    ...(model === undefined ? {} : { model }),
    seed,
    only: only.length > 0 ? only.filter((name) => name !== JUDGED) : names,
    sample: wholeNumber('--sample', sample, 1),
    to,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { home: text, model: text, seed: text, sample: text, to: text, only: { ...text, multiple: true } },
    }).values;
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new InvalidInputError(`${problem}; use ${USAGE}.`, { cause: error });
  }
}

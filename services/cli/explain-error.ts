/**
 * An error in; one sentence on stderr and an exit code out: 1 bad input, 2 not available, 70 a fault of ours.
 */
import { CommanderError } from 'commander';
import {
  ConfigError,
  InvalidFieldError,
  InvalidInputError,
  NotFoundError,
  TransientError,
  UnavailableError,
} from '../errors.ts';
import { optionOf, say } from './context.ts';

/** @returns the exit code; 0 for what commander throws after --help */
export function explainError(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(`skillgap: ${error.message.replace(/^error: /, '')} (skillgap --help lists the commands)`);
    return 1;
  }
  if (error instanceof InvalidInputError || error instanceof NotFoundError || error instanceof ConfigError) {
    say(`skillgap: ${error instanceof InvalidFieldError ? error.sentence(optionOf) : error.message}`);
    return 1;
  }
  if (error instanceof UnavailableError || error instanceof TransientError) {
    say(`skillgap: ${error.message}`);
    return 2;
  }
  say(
    `skillgap: an unexpected error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return 70;
}

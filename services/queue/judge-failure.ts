/**
 * What a job threw in, what the queue does about it out. One place, so that both queues judge alike.
 *
 * Only a TransientError is tried again: an error nobody has named is a bug, and a bug repeats.
 */
import { ZodError } from 'zod';
import {
  ConfigError,
  InvalidInputError,
  NotFoundError,
  RateLimitedError,
  TransientError,
  UnavailableError,
} from '../errors.ts';

/** The first run and four more. */
export const MAX_ATTEMPTS = 5;
/** Wait before the second attempt; each further wait is twice the one before. */
export const FIRST_BACKOFF_MS = 1000;

export type Verdict =
  | { kind: 'retry' }
  /** Run again after so many milliseconds; no attempt is used up. */
  | { kind: 'postpone'; waitMs: number }
  | { kind: 'fail' };

export function judgeFailure(error: unknown): Verdict {
  if (error instanceof RateLimitedError) return { kind: 'postpone', waitMs: Math.max(0, error.retryAfterMs) };
  if (error instanceof TransientError) return { kind: 'retry' };
  return { kind: 'fail' };
}

/** @param attempt the one that failed, from 1 */
export function backoffMs(attempt: number): number {
  return FIRST_BACKOFF_MS * 2 ** (attempt - 1);
}

/** Errors as the callers of a queue know them: what a schema refused is bad input. */
export function asJobError(error: unknown): Error {
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    return new InvalidInputError(`${issue?.path.join('.') ?? 'a value'} is wrong: ${issue?.message ?? 'unknown'}.`, {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

const errorByName = { TransientError, InvalidInputError, NotFoundError, UnavailableError, ConfigError };

/** An error as one line of text, for a queue that can carry nothing else between processes. */
export function writeError(error: Error): string {
  return `${error.name}: ${error.message}`;
}

/** The error `writeError` wrote, of the same class where it is one of ours. */
export function readError(text: string): Error {
  const [, name = '', message = ''] = /^(\w+): ([\s\S]*)$/.exec(text) ?? [];
  return name in errorByName ? new errorByName[name as keyof typeof errorByName](message) : new Error(text);
}

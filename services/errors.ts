/**
 * Errors are named for what the system does about them, not for where they happened.
 */

/** Trying again may help: the queue retries with backoff, the API answers 503. */
export class TransientError extends Error {
  override readonly name: string = 'TransientError';
}

/** The other side asked us to wait: the job runs again after `retryAfterMs` and no attempt is used up. */
export class RateLimitedError extends TransientError {
  override readonly name = 'RateLimitedError';
  readonly retryAfterMs: number;
  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The input will never be right: the job fails at once, the API answers 400, the command line ends with 1. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
}

/**
 * Bad input in fields of a request. The message names them as the request does (`since`); a way in that has other words
 * for them (`--since`) asks for the sentence in its own.
 */
export class InvalidFieldError extends InvalidInputError {
  readonly sentence: (nameOf: (field: string) => string) => string;
  constructor(sentence: (nameOf: (field: string) => string) => string, options?: ErrorOptions) {
    super(
      sentence((field) => field),
      options,
    );
    this.sentence = sentence;
  }
}

/** The thing asked for does not exist: the API answers 404, the command line ends with 1. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** Something that has to run or be built first is not there: the message says what to start; the command line ends with 2. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** The settings are wrong: every problem at once, names only, never the value of a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

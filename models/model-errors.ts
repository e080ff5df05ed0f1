/**
 * The one error of models/: what was asked for is not there or not usable. models/ imports nothing of services/, so
 * services/compose.ts turns it into an UnavailableError (exit code 2) for the person at the command line.
 */
export class ModelUnavailableError extends Error {
  override readonly name = 'ModelUnavailableError';
}

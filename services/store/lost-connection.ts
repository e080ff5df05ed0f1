/**
 * Errors of a database server in, ours out: what a second attempt may cure is transient, everything else stays as it is.
 *
 * Nothing of a lost transaction is stored, and every job may run twice: trying again is safe.
 */
import { TransientError } from '../errors.ts';

/**
 * SQLSTATE classes and codes of PostgreSQL's appendix A: connection exceptions; too many connections; shut down by an
 * operator, crashed, starting up; rolled back for the sake of another transaction.
 */
const TRANSIENT_STATE = /^(?:08...|53300|57P0[123]|40001|40P01)$/;
/** Of the operating system, as Node names them. */
const TRANSIENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);
/** The driver's own errors have no code. */
const LOST_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TransientError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!TRANSIENT_STATE.test(code) && !TRANSIENT_CODES.has(code) && !LOST_MESSAGE.test(error.message)) return error;
  return new TransientError(`The database did not answer (${code === '' ? error.message : code}): it is tried again.`, {
    cause: error,
  });
}

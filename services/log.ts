/**
 * Structured log lines on stderr: stdout belongs to replies. No personal data: ids and counts only.
 */
import pino from 'pino';

export type Log = Pick<pino.Logger, 'error' | 'warn' | 'info' | 'debug'>;

export function createLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Log {
  return pino({ level, base: null }, pino.destination(2));
}

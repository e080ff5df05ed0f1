/** Our errors as application/problem+json (RFC 9457): the only place that knows HTTP status codes for them. */
import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import { InvalidInputError, NotFoundError, RateLimitedError, TransientError, UnavailableError } from '../errors.ts';
import { ForbiddenError } from './caller.ts';
import type { Log } from '../log.ts';

export interface Problem {
  /** A stable name of the kind of problem, relative to the API. */
  type: string;
  title: string;
  status: number;
  detail: string;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return problem(
      400,
      'invalid-input',
      'The request is not valid',
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`,
    );
  }
  if (error instanceof InvalidInputError)
    return problem(400, 'invalid-input', 'The request is not valid', error.message);
  if (error instanceof NotFoundError) return problem(404, 'not-found', 'There is no such thing', error.message);
  if (error instanceof RateLimitedError) return problem(429, 'rate-limited', 'Too many requests', error.message);
  if (error instanceof UnavailableError || error instanceof TransientError) {
    return problem(503, 'unavailable', 'Not available now', error.message);
  }
  if (error instanceof ForbiddenError) return problem(403, 'forbidden', 'Not with this key', error.message);
  const status = statusOfBodyParser(error);
  if (status === 413)
    return problem(413, 'invalid-body', 'The body is too large', 'Send less: what the limit is says /openapi.json.');
  if (status !== undefined && isOfTheBody(error))
    return problem(status, 'invalid-body', 'The body cannot be read', 'Send valid JSON within the size limit.');
  if (status !== undefined)
    return problem(400, 'invalid-address', 'The address cannot be read', 'Percent-encode its parts as UTF-8.');
  return problem(500, 'internal', 'Something went wrong here', 'The error was logged; nothing was changed.');
}

export function sendProblem(reply: Response, { type, title, status, detail }: Problem): void {
  reply.status(status).type('application/problem+json').send(JSON.stringify({ type, title, status, detail }));
}

/** Logs what is our fault, once, and answers. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error, request, reply, next) => {
    if (reply.headersSent) {
      next(error);
      return;
    }
    const found = problemOf(error);
    if (found.status >= 500) log.error({ err: error as Error, path: request.path }, 'request failed');
    sendProblem(reply, found);
  };
}

function problem(status: number, type: string, title: string, detail: string): Problem {
  return { type: `/problems/${type}`, title, status, detail };
}

/** express.json says what went wrong by a type; a broken address has none. */
function isOfTheBody(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error;
}

/** express.json marks its errors with a 4xx status of its own. */
function statusOfBodyParser(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

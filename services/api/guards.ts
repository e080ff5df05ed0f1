/** Who is let in, and how often: keys, roles, limits, and which pages of other hosts may ask. */
import cors from 'cors';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { KeyRing } from './api-keys.ts';
import { ForbiddenError, LOCAL_CALLER, type Caller, type Role } from './caller.ts';
import { sendProblem } from './problem.ts';

/** Nothing but our own files, no inline script, and no page of somebody else around ours. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS is the proxy's, and so is the promise to keep to it.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

/** @param origins pages of other hosts that may ask; none by default */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  if (origins.length === 0)
    return (_request, _reply, next) => {
      next();
    };
  return cors({
    origin: [...origins],
    methods: ['GET', 'POST'],
    maxAge: 600,
    exposedHeaders: ['ETag', 'X-Request-Id'],
  });
}

/** `Authorization: Bearer KEY` where keys are asked for; otherwise whoever sits at this machine. */
export function identify(keys: KeyRing): RequestHandler {
  return async (request, reply, next) => {
    if (!(await keys.isLocked())) {
      reply.locals['caller'] = LOCAL_CALLER;
      next();
      return;
    }
    const [, key] = /^Bearer (.{1,500})$/u.exec(request.headers.authorization ?? '') ?? [];
    const caller = key === undefined ? null : await keys.callerOf(key);
    if (caller !== null) reply.locals['caller'] = caller;
    next();
  };
}

/** After the limit on requests, so that guesses are counted, too. */
export const refuseUnknown: RequestHandler = (_request, reply, next) => {
  if (reply.locals['caller'] !== undefined) {
    next();
    return;
  }
  reply.set('WWW-Authenticate', 'Bearer');
  sendProblem(reply, {
    type: '/problems/unauthorised',
    title: 'A key is needed',
    status: 401,
    detail: 'Send the header Authorization: Bearer KEY; whoever runs this server makes keys with skillgap keys create.',
  });
};

export function callerOf(locals: Record<string, unknown>): Caller {
  const caller = locals['caller'] as Caller | undefined;
  if (caller === undefined) throw new ForbiddenError('Nobody was asked who they are.');
  return caller;
}

/** @throws ForbiddenError naming the roles that may */
export function requireRole({ role }: Caller, roles: readonly Role[] | undefined): void {
  if (roles === undefined || roles.includes(role)) return;
  throw new ForbiddenError(`A key with the role ${role} may not do this: it takes ${roles.join(' or ')}.`);
}

/** Of one key, or of one address before a key was shown. Nobody counts what this machine asks itself without keys. */
export function limitRequests(mostPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: mostPerMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    validate: { trustProxy: false },
    skip: (_request, reply) => (reply.locals['caller'] as Caller | undefined)?.seesAll === true,
    keyGenerator: (request, reply) =>
      (reply.locals['caller'] as Caller | undefined)?.keyId ?? ipKeyGenerator(request.ip ?? ''),
    handler: (_request, reply) => {
      sendProblem(reply, {
        type: '/problems/rate-limited',
        title: 'Too many requests',
        status: 429,
        detail: `More than ${mostPerMinute} requests in a minute: wait as long as Retry-After says.`,
      });
    },
  });
}

/**
 * One line a request, and an id for it that the reply carries. The address is not written down: its parameters are what somebody
 * typed. The route is, and who asked by the id of their key.
 */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Caller } from './caller.ts';

/** Ids of a proxy in front are kept when they look like one. */
const REQUEST_ID = /^[\w-]{8,64}$/u;

export function logRequests(log: Log, metrics: Metrics): RequestHandler {
  return (request, reply, next) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    reply.locals['requestId'] = requestId;
    reply.set('X-Request-Id', requestId);
    const began = performance.now();
    reply.on('close', () => {
      const ms = performance.now() - began;
      const { method } = request;
      const route = typeof reply.locals['route'] === 'string' ? reply.locals['route'] : 'other';
      const status = reply.writableFinished || reply.headersSent ? reply.statusCode : 499;
      const caller = reply.locals['caller'] as Caller | undefined;
      const { keyId = null, organisation = null } = caller ?? {};
      metrics.requested(route, method, status, ms / 1000);
      log.info({ requestId, method, route, status, ms: Number(ms.toFixed(1)), keyId, organisation }, 'request');
    });
    next();
  };
}

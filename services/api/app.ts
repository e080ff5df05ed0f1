/** The HTTP API: the same replies as the command line, under /v1. */
import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import type { Log } from '../log.ts';
import { LOCAL_CALLER } from './caller.ts';
import { TextReply, type Endpoint } from './endpoint.ts';
import { openApiDocument } from './openapi.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { briefEndpoints } from './routes/briefs.ts';
import { credentialEndpoints } from './routes/credentials.ts';
import { gapsEndpoints } from './routes/gaps.ts';
import { mapEndpoints } from './routes/map.ts';
import { overviewEndpoints } from './routes/overview.ts';
import { planEndpoints } from './routes/plan.ts';
import { rankEndpoints } from './routes/rank.ts';
import type { RouteDeps } from './routes/route-deps.ts';
import { skillEndpoints } from './routes/skills.ts';

export interface ApiDeps extends RouteDeps {
  /** Rejects when something the API needs does not answer. */
  checkReady: () => Promise<void>;
  /** Asked of every request to /v1 when set. */
  apiKey: string | undefined;
  log: Log;
}

const BODY_LIMIT = '1mb';

/** Everything under /v1, in the order of the documentation. */
export function apiEndpoints(deps: RouteDeps) {
  return [
    ...overviewEndpoints(deps),
    ...gapsEndpoints(deps),
    ...rankEndpoints(deps),
    ...planEndpoints(deps),
    ...skillEndpoints(deps),
    ...credentialEndpoints(deps),
    ...mapEndpoints(deps),
    ...briefEndpoints(deps),
  ] as const;
}

/** The same list for documentation: nothing behind it can be asked. */
export function describedEndpoints(): readonly Endpoint[] {
  const refuse = () => Promise.reject(new Error('These endpoints are only described.'));
  return apiEndpoints({ answers: refuse, emerging: refuse, readTexts: refuse, now: () => new Date(0) });
}

export function createApp(deps: ApiDeps): Express {
  const endpoints: readonly Endpoint[] = apiEndpoints(deps);
  const app = express();
  app.disable('x-powered-by');
  if (deps.apiKey !== undefined) app.use('/v1', requireKey(deps.apiKey));
  app.use(express.json({ limit: BODY_LIMIT }));
  app.get('/healthz', (_request, reply) => {
    reply.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, reply) => {
    await deps.checkReady();
    reply.json({ status: 'ready' });
  });
  app.get('/openapi.json', (_request, reply) => {
    reply.json(openApiDocument(endpoints));
  });
  for (const { method, path, status = 200, answer } of endpoints) {
    app[method](path.replaceAll(/\{(\w+)\}/gu, ':$1'), async (request, reply) => {
      const input: unknown = method === 'get' ? request.query : (request.body ?? {});
      const answered = await answer(withPath(input, request.params), LOCAL_CALLER);
      if (answered instanceof TextReply) reply.status(status).type(answered.type).send(answered.text);
      else reply.status(status).json(answered);
    });
  }
  app.use((request, reply) => {
    sendProblem(reply, {
      type: '/problems/not-found',
      title: 'There is no such thing',
      status: 404,
      detail: `${request.method} ${request.path} is not part of this API: see /openapi.json.`,
    });
  });
  app.use(problemHandler(deps.log));
  return app;
}

/** A body that is no object is left for its schema to refuse. */
function withPath(input: unknown, params: Record<string, unknown>): unknown {
  return Object.keys(params).length === 0 || typeof input !== 'object' || input === null
    ? input
    : { ...input, ...params };
}

/** `Authorization: Bearer KEY`. Hashes are compared, so that neither length nor prefix shows in the time it takes. */
function requireKey(apiKey: string): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${apiKey}`);
  return (request, reply, next) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      next();
      return;
    }
    reply.set('WWW-Authenticate', 'Bearer');
    sendProblem(reply, {
      type: '/problems/unauthorised',
      title: 'A key is needed',
      status: 401,
      detail: 'Send the header Authorization: Bearer KEY.',
    });
  };
}

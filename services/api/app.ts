/** The HTTP API: the same replies as the command line, under /v1. */
import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import type { AnswerDeps } from '../answers/answer-deps.ts';
import type { Log } from '../log.ts';
import type { Endpoint } from './endpoint.ts';
import { openApiDocument } from './openapi.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { gapsEndpoints } from './routes/gaps.ts';
import { planEndpoints } from './routes/plan.ts';
import { rankEndpoints } from './routes/rank.ts';

export interface ApiDeps {
  answers: () => Promise<AnswerDeps>;
  /** Rejects when something the API needs does not answer. */
  checkReady: () => Promise<void>;
  now: () => Date;
  /** Asked of every request to /v1 when set. */
  apiKey: string | undefined;
  log: Log;
}

const BODY_LIMIT = '1mb';

export function apiEndpoints({ answers, now }: Pick<ApiDeps, 'answers' | 'now'>): Endpoint[] {
  return [...gapsEndpoints(answers), ...rankEndpoints(answers, now), ...planEndpoints(answers, now)];
}

export function createApp(deps: ApiDeps): Express {
  const endpoints = apiEndpoints(deps);
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
  for (const { method, path, answer } of endpoints) {
    app[method](path, async (request, reply) => {
      const input: unknown = method === 'get' ? request.query : (request.body ?? {});
      reply.json(await answer(input));
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

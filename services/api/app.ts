/** The HTTP API: the same replies as the command line under /v1, what describes it, and the page. */
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { AuditEntry } from '../store/store.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { apiEndpoints, type EndpointDeps } from './api-endpoints.ts';
import type { KeyRing } from './api-keys.ts';
import { DOCS_STYLE, docsPage } from './docs-page.ts';
import type { Endpoint } from './endpoint.ts';
import {
  allowOrigins,
  callerOf,
  identify,
  limitRequests,
  refuseUnknown,
  requireRole,
  securityHeaders,
} from './guards.ts';
import { followJob } from './job-events.ts';
import { keepReplies, replyOf, type KeptReply } from './kept-replies.ts';
import { openApiDocument } from './openapi.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { logRequests } from './request-log.ts';
import { staticPage } from './static-page.ts';
import { todayOf } from './routes/route-deps.ts';

export interface ApiDeps extends EndpointDeps {
  /** Rejects when something the API needs does not answer. */
  checkReady: () => Promise<void>;
  /** Changes whenever the stored data may have. */
  dataVersion: () => Promise<string>;
  keys: KeyRing;
  /** Writes down who changed what. */
  record: (entry: AuditEntry) => Promise<void>;
  limits: { requestsPerMinute: number };
  /** Pages of other hosts that may ask. */
  origins: readonly string[];
  /** Where the built page is. */
  webFolder: string;
  metrics: Metrics;
  log: Log;
}

const BODY_LIMIT = '1mb';

export function createApp(deps: ApiDeps): Express {
  const endpoints: readonly Endpoint[] = apiEndpoints(deps);
  const { metrics, keys, jobs } = deps;
  const kept = keepReplies({
    version: deps.dataVersion,
    onAsked: (isHit) => {
      metrics.kept(isHit);
    },
  });
  // An index that was built anew is no change of the store.
  jobs.whenEnded(kept.forget);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(logRequests(deps.log, metrics));
  app.use(securityHeaders());
  app.use(allowOrigins(deps.origins));
  const guard: RequestHandler[] = [identify(keys), limitRequests(deps.limits.requestsPerMinute), refuseUnknown];

  plain(app, '/healthz', () => ({ status: 'ok' }));
  plain(app, '/readyz', async () => {
    await deps.checkReady();
    return { status: 'ready' };
  });
  const description = replyOf(openApiDocument(endpoints));
  const page = { ...description, type: 'text/html; charset=utf-8', body: Buffer.from(docsPage(endpoints)) };
  const style = { ...description, type: 'text/css; charset=utf-8', body: Buffer.from(DOCS_STYLE) };
  for (const [path, reply] of [
    ['/openapi.json', description],
    ['/docs', page],
    ['/docs/style.css', style],
  ] as const) {
    app.get(path, named(path), (request, response) => {
      send(request, response, 200, reply);
    });
  }
  app.get('/metrics', named('/metrics'), ...guard, async (_request, reply) => {
    requireRole(callerOf(reply.locals), ['operator']);
    reply.type(metrics.contentType).send(await metrics.text());
  });

  app.use('/v1', ...guard);
  app.get('/v1/jobs/:id/events', named('/v1/jobs/{id}/events'), followJob(jobs));
  for (const [path, own] of byPath(endpoints)) {
    const route = path.replaceAll(/\{(\w+)\}/gu, ':$1');
    for (const one of own) {
      const body = one.method === 'get' ? [] : [express.json({ limit: one.bodyLimit ?? BODY_LIMIT }), requireJson];
      app[one.method](route, named(path), checkRole(one), ...body, answerWith(one));
    }
    app.all(route, named(path), refuseMethod(own.map(({ method }) => method.toUpperCase())));
  }
  app.use('/v1', (request, reply) => {
    sendProblem(reply, notFound(`${request.method} ${request.baseUrl}${request.path}`));
  });
  app.use(staticPage(deps.webFolder));
  app.use((request, reply) => {
    sendProblem(reply, notFound(`${request.method} ${request.path}`));
  });
  app.use(problemHandler(deps.log));
  return app;

  function answerWith(one: Endpoint): RequestHandler {
    const { method, path, status = 200, request: schema, answer } = one;
    return async (request, reply) => {
      const caller = callerOf(reply.locals);
      const input = withPath(method === 'get' ? request.query : (request.body ?? {}), request.params);
      if (method === 'get' && one.isFresh !== true) {
        const whose = caller.seesAll ? '*' : caller.organisation;
        const question = [path, whose, todayOf(deps), schema.parse(input)];
        send(request, reply, status, await kept.get(question, () => answer(input, caller)));
        return;
      }
      const answered = await answer(input, caller);
      if (method === 'post' && one.roles !== undefined) {
        const { role, keyId, organisation } = caller;
        await deps.record({
          at: deps.now().toISOString(),
          keyId,
          role,
          organisation,
          action: `${method} ${path}`,
          subject: subjectOf(answered),
          requestId: String(reply.locals['requestId']),
        });
      }
      send(request, reply, status, replyOf(answered));
    };
  }
}

function plain(app: Express, path: string, answer: () => unknown): void {
  app.get(path, named(path), async (_request, reply) => {
    reply.set('Cache-Control', 'no-store').json(await answer());
  });
}

/** For the log and the metrics: the route, not the address. */
function named(path: string): RequestHandler {
  return (_request, reply, next) => {
    reply.locals['route'] = path;
    next();
  };
}

/** Before the body is read. */
function checkRole({ roles }: Endpoint): RequestHandler {
  return (_request, reply, next) => {
    requireRole(callerOf(reply.locals), roles);
    next();
  };
}

const requireJson: RequestHandler = (request, reply, next) => {
  // Without a body there is nothing to mistake: the schema says what is missing.
  if (request.is('application/json') !== false) {
    next();
    return;
  }
  sendProblem(reply, {
    type: '/problems/not-json',
    title: 'The body cannot be read',
    status: 415,
    detail: 'Send the body as JSON with the header Content-Type: application/json.',
  });
};

function refuseMethod(allowed: readonly string[]): RequestHandler {
  return (request, reply) => {
    reply.set('Allow', allowed.join(', '));
    sendProblem(reply, {
      type: '/problems/wrong-method',
      title: 'This cannot be done here',
      status: 405,
      detail: `${request.method} is not what this address takes: ${allowed.join(' or ')} is.`,
    });
  };
}

/** Unchanged since the reply whose tag the request names: nothing to send again. */
function send(request: Request, reply: Response, status: number, { type, body, etag }: KeptReply): void {
  reply.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' });
  reply.status(status);
  if (request.fresh) reply.status(304).end();
  else reply.type(type).send(body);
}

/** A body that is no object is left for its schema to refuse. */
function withPath(input: unknown, params: Record<string, unknown>): unknown {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return Object.keys(params).length === 0 || !isObject ? input : { ...input, ...params };
}

function byPath(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const paths = new Map<string, Endpoint[]>();
  for (const one of endpoints) paths.set(one.path, [...(paths.get(one.path) ?? []), one]);
  return paths;
}

/** The id of what was written: of a job, a report or a correction. */
function subjectOf(answered: unknown): string | null {
  const { id, correction, corrections } = answered as {
    id?: unknown;
    correction?: { id?: unknown };
    corrections?: { correction?: { id?: unknown } }[];
  };
  const found = id ?? correction?.id ?? corrections?.[0]?.correction?.id;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
}

function notFound(what: string) {
  return {
    type: '/problems/not-found',
    title: 'There is no such thing',
    status: 404,
    detail: `${what} is not part of this API: see /openapi.json.`,
  };
}

/** The built page at /, or a plain one that says how to build it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** Names with a hash of their content never change what they mean. */
const FOR_EVER = { immutable: true, maxAge: '1y' } as const;

const UNBUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Skillgap</title></head><body>
<h1>Skillgap</h1>
<p>The page is not built yet: <code>npm run build:web</code> builds it, then start the server again.</p>
<p>The API answers: <a href="/docs">documentation</a>, <a href="/openapi.json">OpenAPI</a>, <a href="/v1/overview">what is in here</a>.</p>
</body></html>
`;

/** @param folder where Vite builds to */
export function staticPage(folder: string): Router {
  const router = Router();
  const index = path.join(folder, 'index.html');
  const named = (route: string): RequestHandler => {
    return (_request, reply, next) => {
      reply.locals['route'] = route;
      next();
    };
  };
  if (!existsSync(index)) {
    router.get('/', named('/'), (_request, reply) => {
      reply.set('Cache-Control', 'no-cache').type('html').send(UNBUILT);
    });
    return router;
  }
  router.use(
    '/assets',
    named('/assets'),
    express.static(path.join(folder, 'assets'), { ...FOR_EVER, index: false, fallthrough: true }),
  );
  router.use(named('/'), express.static(folder, { index: false, maxAge: 0 }));
  // A view is an address of the page; whatever looks like a file and is none stays unknown.
  router.get(/^\/(?!v1\/|assets\/)[^.]*$/u, (request, reply, next) => {
    if (request.accepts('html') === false) {
      next();
      return;
    }
    reply.set('Cache-Control', 'no-cache').sendFile(index);
  });
  return router;
}

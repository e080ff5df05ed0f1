/** A web site on 127.0.0.1 for tests: pages by path in, its address and the requests it got out. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface LoopbackSite {
  /** `http://127.0.0.1:port` */
  origin: string;
  port: number;
  /** Paths asked for, in order. */
  requests: string[];
  /** A string is an HTML page (XML when it starts so); a path without a page is a 404. May be added to later. */
  pages: Record<string, Page>;
  close(): Promise<void>;
}

export async function startSite(pages: Record<string, Page> = {}): Promise<LoopbackSite> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const page = pages[path];
    if (typeof page === 'function') {
      page(request, response);
      return;
    }
    const type = path.endsWith('.txt') ? 'text/plain' : page?.startsWith('<?xml') ? 'application/xml' : 'text/html';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export function redirectTo(location: string): Page {
  return (_request, response) => {
    response.writeHead(302, { location });
    response.end();
  };
}

/** A page with these values as JSON-LD, one script each; a string is written as it is. */
export function pageWithJsonLd(...values: unknown[]): string {
  const scripts = values.map((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value).replaceAll('<', '\\u003c');
    return `<script type="application/ld+json">${text}</script>`;
  });
  return `<!doctype html><html><head><title>A > B</title>${scripts.join('\n')}</head><body><p>Apply</p></body></html>`;
}

/** Listens, and stops without dropping the requests that are being answered. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Express } from 'express';
import { ConfigError, UnavailableError } from '../errors.ts';

export interface RunningServer {
  url: string;
  /** Resolves when nobody is being answered and nobody has asked for so many milliseconds; rejects when the signal says so. */
  quiet(milliseconds: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Requests still open after so long when the server stops are cut off. */
const GRACE_MS = 10_000;
const QUIET_CHECK_MS = 250;

/** @throws ConfigError for an address other than loopback when nothing guards it */
export function refuseOpenDoor(host: string, isGuarded: boolean): void {
  if (LOOPBACK.has(host) || isGuarded) return;
  throw new ConfigError(
    `HOST ${host} would open the API to other machines without a key: make one first with skillgap keys create --role operator, or set HOST=127.0.0.1.`,
  );
}

/**
 * @param isGuarded whether requests need a key; without one nobody but this machine may reach the API
 * @throws ConfigError for an address other than loopback when nothing guards it
 * @throws UnavailableError when the port is taken
 */
export async function startServer(
  app: Express,
  host: string,
  port: number,
  isGuarded: boolean,
): Promise<RunningServer> {
  refuseOpenDoor(host, isGuarded);
  const server = app.listen(port, host);
  const isQuiet = watchRequests(server);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UnavailableError(`Port ${port} on ${host} cannot be opened: stop what uses it or set PORT.`, {
      cause: error,
    });
  }
  const { port: opened } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    async quiet(milliseconds, signal) {
      while (!isQuiet(milliseconds)) await sleep(Math.min(milliseconds, QUIET_CHECK_MS), undefined, { signal });
    },
    async close() {
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => {
        server.closeAllConnections();
      }, GRACE_MS);
      await once(server, 'close');
      clearTimeout(cut);
    },
  };
}

/** Whether no request is open and none came or ended in the last so many milliseconds; the start counts as one. */
function watchRequests(server: Server): (milliseconds: number) => boolean {
  let open = 0;
  let last = performance.now();
  server.on('request', (_, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      last = performance.now();
    });
  });
  return (milliseconds) => open === 0 && performance.now() - last >= milliseconds;
}

/** Listens, and stops without dropping the requests that are being answered. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { ConfigError, UnavailableError } from '../errors.ts';

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Requests still open after so long when the server stops are cut off. */
const GRACE_MS = 10_000;

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

/** `skillgap serve`: the HTTP API on this machine, until it is told to stop. */
import { once } from 'node:events';
import { Command } from 'commander';
import { createApp } from '../api/app.ts';
import { startServer } from '../api/server.ts';
import { composeSystem } from '../compose.ts';
import { loadSamplePack } from '../imports/load-sample-pack.ts';
import { addCommonOptions, configOf, nowOf, say, wholeNumber, type CommonOptions } from './context.ts';
import { apiDeps } from './api-deps.ts';
import { buildPageWhenStale } from './build-page.ts';
import { runLink } from './link.ts';

export function serveCommand(): Command {
  return addCommonOptions(new Command('serve'))
    .description('the HTTP API and the page (an empty home is filled with the sample pack first)')
    .option('--port <n>', 'port to listen on (PORT, default 3000)')
    .action(async (options: CommonOptions & { port?: string }) => {
      const config = configOf(options);
      const port = wholeNumber('--port', options.port, 0) ?? config.port;
      const system = await composeSystem(config);
      try {
        if ((await system.store.taxonomies.activeReleases()).length === 0) {
          say('The home is empty: loading the sample pack.');
          await loadSamplePack(system.store, nowOf(options));
          await runLink(system);
        }
        await buildPageWhenStale(say);
        const deps = apiDeps(system, () => (options.now === undefined ? new Date() : new Date(nowOf(options))));
        const server = await startServer(createApp(deps), config.host, port, await deps.keys.isLocked());
        say(`Skillgap answers at ${server.url} (page: /, API: /v1, documentation: /docs). Ctrl+C stops it.`);
        await untilStopped();
        say('Stopping ...');
        // Streams of jobs end with their jobs, so that the server can.
        await Promise.all([deps.jobs.close(), server.close()]);
      } finally {
        await system.close();
      }
    });
}

async function untilStopped(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  await once(stop.signal, 'abort');
}

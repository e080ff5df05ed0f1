/** `skillgap serve`: the HTTP API on this machine, until it is told to stop. */
import { once } from 'node:events';
import { Command } from 'commander';
import { createApp } from '../api/app.ts';
import { refuseOpenDoor, startServer, type RunningServer } from '../api/server.ts';
import { EVERYTHING } from '../answers/browse-deps.ts';
import { composeSystem, type System } from '../compose.ts';
import { loadSamplePack } from '../imports/load-sample-pack.ts';
import { addCommonOptions, configOf, nowOf, say, wholeNumber, type CommonOptions } from './context.ts';
import { apiDeps } from './api-deps.ts';
import { buildPageWhenStale } from './build-page.ts';
import { runLink } from './link.ts';
import { stopSignal } from './stop-signal.ts';

export function serveCommand(): Command {
  return addCommonOptions(new Command('serve'))
    .description('the HTTP API and the page (an empty home is filled with the sample pack first)')
    .option('--port <n>', 'port to listen on (PORT, default 3000)')
    .action(async (options: CommonOptions & { port?: string }) => {
      const config = configOf(options);
      const port = wholeNumber('--port', options.port, 0) ?? config.port;
      const system = await composeSystem(config);
      try {
        const deps = apiDeps(system, () => (options.now === undefined ? new Date() : new Date(nowOf(options))));
        const isGuarded = await deps.keys.isLocked();
        refuseOpenDoor(config.host, isGuarded); // Before minutes are spent on a sample.
        if ((await system.store.taxonomies.activeReleases()).length === 0) {
          say('The home is empty: loading the sample pack.');
          await loadSamplePack(system.store, nowOf(options));
          await runLink(system);
        }
        await buildPageWhenStale(say);
        const server = await startServer(createApp(deps), config.host, port, isGuarded);
        say(`Skillgap answers at ${server.url} (page: /, API: /v1, documentation: /docs). Ctrl+C stops it.`);
        const stopped = stopSignal();
        const warm = warmUp(system, server, stopped);
        await once(stopped, 'abort');
        say('Stopping ...');
        // Streams of jobs end with their jobs, so that the server can.
        await Promise.all([deps.jobs.close(), server.close(), warm]);
      } finally {
        await system.close();
      }
    });
}

/** Whoever opens the page when the server starts looks at it first; reading the model would take their core for seconds. */
const QUIET_MS = 3000;

/** Reads what every answer needs, and then the model, so that the first who asks does not wait for it. */
async function warmUp(system: System, server: RunningServer, signal: AbortSignal): Promise<void> {
  try {
    const { demand, credentials, linkerId } = await system.answers();
    await demand.counts(EVERYTHING);
    await credentials.all();
    // What was never linked has a taxonomy to embed first: that takes minutes and somebody who asked for it.
    if (linkerId === null) return;
    await server.quiet(QUIET_MS, signal);
    await system.linking();
  } catch (error) {
    if (signal.aborted) return;
    system.log.warn({ err: error as Error }, 'not ready yet: the next who asks will be told why');
  }
}

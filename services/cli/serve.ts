/** `skillgap serve`: the HTTP API on this machine, until it is told to stop. */
import { once } from 'node:events';
import { Command } from 'commander';
import { createApp } from '../api/app.ts';
import type { HandedIn } from '../api/routes/route-deps.ts';
import { startServer } from '../api/server.ts';
import { composeSystem } from '../compose.ts';
import { checkRedis } from '../compose/check-redis.ts';
import { UnavailableError } from '../errors.ts';
import type { Posting } from '../domain/posting.ts';
import { postingOfText, postingsOfRecords } from '../imports/handed-in-texts.ts';
import { loadSamplePack } from '../imports/load-sample-pack.ts';
import { addCommonOptions, configOf, nowOf, say, wholeNumber, type CommonOptions } from './context.ts';
import { runLink } from './link.ts';

export function serveCommand(): Command {
  return addCommonOptions(new Command('serve'))
    .description('the HTTP API (an empty home is filled with the sample pack first)')
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
        const app = createApp({
          answers: system.answers,
          emerging: system.emerging,
          readTexts,
          checkReady: async () => {
            await system.store.postings.counts();
            if (config.redisUrl === undefined) return;
            const redis = await checkRedis(config.redisUrl);
            if (!redis.isReachable) throw new UnavailableError(redis.detail);
          },
          now: () => (options.now === undefined ? new Date() : new Date(nowOf(options))),
          apiKey: config.apiKey,
          log: system.log,
        });
        const server = await startServer(app, config.host, port, config.apiKey !== undefined);
        say(`Skillgap answers at ${server.url} (API: /v1, description: /openapi.json). Ctrl+C stops it.`);
        await untilStopped();
        say('Stopping ...');
        await server.close();
      } finally {
        await system.close();
      }
    });
}

function readTexts(handedIn: HandedIn, now: string): Promise<Posting[]> {
  return Promise.resolve(
    'text' in handedIn ? [postingOfText(handedIn.text, 'text', now)] : postingsOfRecords(handedIn.postings, now),
  );
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

/** `skillgap work`: a worker process that does the jobs of the Redis queue until it is told to stop. */
import { Command } from 'commander';
import { composeSystem } from '../compose.ts';
import { UnavailableError } from '../errors.ts';
import { runWorker } from '../../workers/run.ts';
import { addCommonOptions, configOf, embeddingProgress, say, type CommonOptions } from './context.ts';
import { stopSignal } from './stop-signal.ts';

export function workCommand(): Command {
  return addCommonOptions(new Command('work'))
    .description('does the jobs of the Redis queue (REDIS_URL, DATABASE_URL)')
    .option('--taxonomy <name>', 'taxonomy to link to (default: esco where imported)')
    .action(async (options: CommonOptions & { taxonomy?: string }) => {
      const config = configOf(options);
      if (config.redisUrl === undefined) {
        throw new UnavailableError(
          'A worker needs the queue: set REDIS_URL, for example redis://127.0.0.1:6379 (skillgap link runs without one).',
        );
      }
      const system = await composeSystem(config, { taxonomy: options.taxonomy, onEmbedding: embeddingProgress() });
      const stopped = stopSignal();
      stopped.addEventListener('abort', () => {
        say('Stopping after the running job ...');
      });
      try {
        say('Waiting for jobs. Ctrl+C stops after the running one.');
        await runWorker(config.redisUrl, system, stopped, (job) => {
          system.log.info({ job: job.name }, 'done');
        });
      } finally {
        await system.close();
      }
    });
}

/** `skillgap doctor`: what is installed, reachable and loaded, and what to do about what is not. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { composeSystem } from '../compose.ts';
import { checkRedis } from '../compose/check-redis.ts';
import { datasetsFolderFromEnvironment } from '../config.ts';
import { UnavailableError } from '../errors.ts';
import { addCommonOptions, configOf, reply, type CommonOptions } from './context.ts';
import { table } from './show/table.ts';

interface Finding {
  what: string;
  state: 'ok' | 'missing' | 'not used';
  detail: string;
}

export function doctorCommand(): Command {
  return addCommonOptions(new Command('doctor'))
    .description('what is installed, reachable and loaded')
    .action(async (options: CommonOptions) => {
      const findings = await examine(options);
      reply(options, { findings }, () =>
        table(
          [{ title: 'what' }, { title: 'state' }, { title: 'detail', max: 110 }],
          findings.map(({ what, state, detail }) => ({ cells: [what, state, detail] })),
        ),
      );
      if (findings.some(({ what, state }) => state === 'missing' && (what === 'store' || what === 'model')))
        process.exitCode = 2;
    });
}

async function examine(options: CommonOptions): Promise<Finding[]> {
  const config = configOf(options);
  const findings: Finding[] = [{ what: 'node', state: 'ok', detail: process.version }];
  const add = (what: string, state: Finding['state'], detail: string) => {
    findings.push({ what, state, detail });
  };
  const redis = config.redisUrl === undefined ? undefined : await checkRedis(config.redisUrl);
  if (redis === undefined) add('queue', 'not used', 'REDIS_URL is not set: jobs run in this process');
  else add('queue', redis.isReachable ? 'ok' : 'missing', redis.detail);
  const datasets = datasetsFolderFromEnvironment();
  if (datasets === undefined)
    add('datasets', 'not used', 'SKILLGAP_DATASETS is not set: only tests, training and evaluation need it');
  else add('datasets', existsSync(datasets) ? 'ok' : 'missing', datasets);
  try {
    const system = await composeSystem(config);
    try {
      const postings = await system.store.postings.counts();
      const credentials = await system.store.credentials.counts();
      const releases = await system.store.taxonomies.activeReleases();
      add(
        'store',
        'ok',
        config.databaseUrl === undefined ? `embedded in ${config.homeFolder}` : 'the server of DATABASE_URL',
      );
      const names = releases.map(
        ({ framework, version, language, counts }) =>
          `${framework} ${version} (${language}, ${counts['skills'] ?? 0} skills)`,
      );
      add(
        'taxonomies',
        names.length > 0 ? 'ok' : 'missing',
        names.join(', ') || 'run skillgap import taxonomy --format esco PATH...',
      );
      add(
        'postings',
        postings.raw > 0 ? 'ok' : 'missing',
        `${postings.raw} received, ${postings.duplicates} duplicates, ${postings.linked} linked, ${postings.rejected} unreadable`,
      );
      add(
        'credentials',
        credentials.credentials > 0 ? 'ok' : 'missing',
        `${credentials.credentials} imported, ${credentials.linked} linked`,
      );
      add('model', 'ok', (await system.models()).kept.modelId);
    } finally {
      await system.close();
    }
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    add(findings.some(({ what }) => what === 'store') ? 'model' : 'store', 'missing', error.message);
  }
  return findings;
}

/** `skillgap collect CONFIG.json`: fetches every configured source once; then `link` does the rest. */
import { Command } from 'commander';
import { readCollectConfig, type JsonLdSourceConfig } from '../collect/collect-config.ts';
import { createJsonLdSource } from '../collect/json-ld-source.ts';
import { createPoliteFetch } from '../collect/polite-fetch.ts';
import type { PostingSource } from '../collect/posting-source.ts';
import { composeSystem } from '../compose.ts';
import { InvalidInputError } from '../errors.ts';
import { createInlineQueue } from '../queue/inline-queue.ts';
import { buildHandlers } from '../../workers/pipeline.ts';
import type { CollectPostingsDeps } from '../../workers/collect-postings.job.ts';
import { addCommonOptions, configOf, nowOf, progress, reply, type CommonOptions } from './context.ts';

interface SourceReport {
  source: string;
  postings: number;
  problems: string[];
}

export function collectCommand(): Command {
  return addCommonOptions(new Command('collect'))
    .description('fetches the postings of every configured source once (robots.txt and delays respected)')
    .argument('<config>', 'JSON with the sources')
    .action(async (file: string, options: CommonOptions) => {
      const now = nowOf(options);
      const { sources } = await readCollectConfig(file);
      const system = await composeSystem(configOf(options));
      try {
        const reports = await collectAll(sources, now, system.pipelineDeps());
        reply(options, { sources: reports }, () => showReports(reports));
      } finally {
        await system.close();
      }
    });
}

/** Collects page by page through the same job a schedule would run, without the linking that follows it. */
async function collectAll(
  configs: readonly JsonLdSourceConfig[],
  now: string,
  deps: Parameters<typeof buildHandlers>[0],
): Promise<SourceReport[]> {
  const sources = new Map(configs.map((config) => [config.id, openSource(config)]));
  const reports = new Map(configs.map(({ id }) => [id, { source: id, postings: 0, problems: [] as string[] }]));
  const bar = progress('Collecting', 'postings');
  const collectPage: CollectPostingsDeps['collectPage'] = async (sourceId, cursor, signal) => {
    const source = sources.get(sourceId);
    const report = reports.get(sourceId);
    if (source === undefined || report === undefined)
      throw new InvalidInputError(`The source ${sourceId} is not in the configuration.`);
    const page = await source.collect(cursor, signal);
    report.postings += page.postings.length;
    report.problems.push(...page.problems.map(({ url, message }) => `${url}: ${message}`));
    bar.update(report.postings, report.postings);
    return { postings: page.postings.map((posting) => ({ ...posting, receivedAt: now })), nextCursor: page.nextCursor };
  };
  const handlers = buildHandlers({ ...deps, collectPage });
  // Linking is a command of its own: a source is collected often, a taxonomy's vectors are built once.
  const queue = createInlineQueue({ ...handlers, 'normalise-postings': () => Promise.resolve([]) });
  try {
    await queue.add(configs.map(({ id }) => ({ name: 'collect-postings', payload: { sourceId: id } })));
    await queue.untilIdle(new AbortController().signal);
  } finally {
    bar.stop();
    await queue.close();
  }
  return [...reports.values()];
}

function openSource(config: JsonLdSourceConfig): PostingSource {
  const { delayMs, allowPrivateAddresses } = config;
  return createJsonLdSource(config, createPoliteFetch({ delayMs, allowPrivateAddresses }));
}

function showReports(reports: readonly SourceReport[]): string {
  return reports
    .flatMap(({ source, postings, problems }) => [
      `${source}: ${postings} postings, ${problems.length} problems.`,
      ...problems.slice(0, 20).map((problem) => `  ! ${problem}`),
    ])
    .concat('Run skillgap link to link them.')
    .join('\n');
}

/** `skillgap link`: the whole pipeline over everything pending; stopped at any moment, it goes on where it was. */
import { Command } from 'commander';
import { composeSystem, type System } from '../compose.ts';
import type { Job } from '../queue/jobs.ts';
import {
  addCommonOptions,
  configOf,
  embeddingProgress,
  progress,
  reply,
  say,
  wholeNumber,
  type CommonOptions,
} from './context.ts';
import { runPipeline, sizeOf } from './run-pipeline.ts';

interface LinkOptions extends CommonOptions {
  limit?: string;
  taxonomy?: string;
}

export interface LinkReport {
  postings: { raw: number; rejected: number; normalised: number; duplicates: number; linked: number };
  links: number;
  credentials: { all: number; linked: number; coverages: number };
  seconds: number;
  postingsPerSecond: number;
  peakMemoryMB: number;
}

export function linkCommand(): Command {
  return addCommonOptions(new Command('link'))
    .description('normalises, de-duplicates and links everything pending, and rebuilds the index; resumable')
    .option('--limit <n>', 'link at most so many postings')
    .option('--taxonomy <name>', 'taxonomy to link to (default: esco where imported)')
    .action(async (options: LinkOptions) => {
      const limit = wholeNumber('--limit', options.limit, 1);
      const system = await composeSystem(configOf(options), {
        taxonomy: options.taxonomy,
        onEmbedding: embeddingProgress(),
      });
      try {
        const report = await runLink(system, limit);
        reply(options, report, () => showLink(report));
      } finally {
        await system.close();
      }
    });
}

/** Runs the pipeline to its end and reports what is in the store then, and how fast the postings of this run went. */
export async function runLink(system: System, limit?: number): Promise<LinkReport> {
  const started = performance.now();
  const bar = progress('Linking', 'postings and credentials');
  let done = 0;
  let linkedPostings = 0;
  let total = 0;
  let linkingMs = 0;
  let planned: number | undefined;
  const onDone = (job: Job) => {
    if (job.name === 'plan-linking') {
      planned = performance.now();
      say(`Taxonomy ready after ${((planned - started) / 1000).toFixed(0)} s.`);
    }
    done += sizeOf(job);
    if (job.name === 'link-postings') {
      linkedPostings += sizeOf(job);
      linkingMs = performance.now() - (planned ?? started);
    }
    bar.update(done, Math.max(total, done));
  };
  if (system.config.redisUrl !== undefined) say('Jobs go to Redis: skillgap work has to run somewhere.');
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort(new Error('stopped'));
  };
  process.once('SIGINT', onSignal);
  try {
    const onPlanned = (count: number) => {
      total += count;
    };
    await runPipeline(system, { limit, onDone, onPlanned, signal: stop.signal });
  } finally {
    process.off('SIGINT', onSignal);
    bar.stop();
  }
  return reportOf(system, performance.now() - started, linkedPostings, linkingMs);
}

async function reportOf(
  { store }: System,
  elapsedMs: number,
  linkedNow: number,
  linkingMs: number,
): Promise<LinkReport> {
  const postings = await store.postings.counts();
  const credentials = await store.credentials.counts();
  return {
    postings: {
      raw: postings.raw,
      rejected: postings.rejected,
      normalised: postings.postings,
      duplicates: postings.duplicates,
      linked: postings.linked,
    },
    links: postings.links,
    credentials: { all: credentials.credentials, linked: credentials.linked, coverages: credentials.coverages },
    seconds: Number((elapsedMs / 1000).toFixed(1)),
    postingsPerSecond: linkingMs === 0 ? 0 : Number(((1000 * linkedNow) / linkingMs).toFixed(1)),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function showLink({ postings, links, credentials, seconds, postingsPerSecond, peakMemoryMB }: LinkReport): string {
  const count = (value: number) => value.toLocaleString('en-US');
  return [
    `Postings: ${count(postings.raw)} received, ${count(postings.duplicates)} duplicates, ${count(postings.linked)} linked, ${count(links)} links to skills${postings.rejected > 0 ? `, ${count(postings.rejected)} unreadable` : ''}.`,
    `Credentials: ${count(credentials.linked)} of ${count(credentials.all)} linked, ${count(credentials.coverages)} skills covered.`,
    `${seconds} s, ${postingsPerSecond} postings a second while linking, peak memory ${count(peakMemoryMB)} MB.`,
  ].join('\n');
}

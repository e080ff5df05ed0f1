/** What the API is made with, from an opened system: who sees what, and what goes on after a reply. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openKeyRing } from '../api/api-keys.ts';
import type { ApiDeps } from '../api/app.ts';
import type { Caller } from '../api/caller.ts';
import { createJobs, type JobTools } from '../api/jobs.ts';
import type { HandedIn } from '../api/routes/route-deps.ts';
import type { SentFile } from '../api/routes/imports.ts';
import { checkRedis } from '../compose/check-redis.ts';
import type { System } from '../compose.ts';
import type { Posting } from '../domain/posting.ts';
import { InvalidInputError, UnavailableError } from '../errors.ts';
import { postingOfText, postingsOfRecords } from '../imports/handed-in-texts.ts';
import { importCredentials } from '../imports/import-credentials.ts';
import { importPostings } from '../imports/import-postings.ts';
import type { ImportReport } from '../imports/import-report.ts';
import { createMetrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { runPipeline, sizeOf } from './run-pipeline.ts';

export function apiDeps(system: System, now: () => Date): ApiDeps {
  const { config, store, log } = system;
  const storeOf = ({ seesAll, organisation }: Caller): Store => (seesAll ? store : store.viewOf(organisation));
  const link = (tools: JobTools) => linkPending(system, tools);
  return {
    answers: ({ seesAll, organisation }) => (seesAll ? system.answers() : system.answersFor(organisation)),
    emerging: ({ seesAll, organisation }) => (seesAll ? system.emerging() : system.emergingFor(organisation)),
    readTexts,
    storeOf,
    findSkill: system.findSkill,
    relinkPostings: system.relinkPostings,
    jobs: createJobs(now, log),
    importFile: async (kind, file, caller, tools) => {
      const report = await importSent(kind, file, { store: storeOf(caller), now: now().toISOString() });
      tools.onImported(importedReply(report));
      await link(tools);
    },
    link,
    checkReady: async () => {
      await store.version();
      if (config.redisUrl === undefined) return;
      const redis = await checkRedis(config.redisUrl);
      if (!redis.isReachable) throw new UnavailableError(redis.detail);
    },
    dataVersion: () => store.version(),
    keys: openKeyRing(store.access, config.apiKey),
    record: (entry) => store.access.record(entry),
    limits: { requestsPerMinute: config.requestsPerMinute },
    origins: config.origins,
    webFolder: config.webFolder,
    metrics: createMetrics(),
    now,
    log,
  };
}

function readTexts(handedIn: HandedIn, now: string): Promise<Posting[]> {
  return Promise.resolve(
    'text' in handedIn ? [postingOfText(handedIn.text, 'text', now)] : postingsOfRecords(handedIn.postings, now),
  );
}

/** Readers take files: what was sent becomes one for as long as it is read. */
async function importSent(
  kind: 'credentials' | 'postings',
  { text, fileName, format, source }: SentFile,
  deps: { store: Store; now: string },
): Promise<ImportReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'skillgap-import-'));
  try {
    // Without dots a name is no path: the schema lets no slash through.
    const file = path.join(folder, fileName.replace(/^\.+/u, '') || 'upload');
    await writeFile(file, text, { mode: 0o600 });
    const sent = { file, format, source };
    return kind === 'credentials' ? await importCredentials(sent, deps) : await importPostings(sent, deps);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    // The folder is ours and means nothing to who sent the file.
    throw new InvalidInputError(error.message.replaceAll(`${folder}${path.sep}`, ''), { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const MOST_REJECTED = 100;

function importedReply({ file, read, added, changed, unchanged, rejected, warnings }: ImportReport) {
  const folder = `${path.dirname(file)}${path.sep}`;
  const shown = rejected.slice(0, MOST_REJECTED).map((reason) => reason.replaceAll(folder, ''));
  return { read, added, changed, unchanged, rejected: shown, rejectedCount: rejected.length, warnings };
}

const STEPS: Record<string, string> = {
  'normalise-postings': 'reading postings',
  'find-duplicates': 'finding repeats',
  'plan-linking': 'preparing the taxonomy',
  'link-postings': 'linking',
  'link-credentials': 'linking',
  'rebuild-index': 'building the index',
};

async function linkPending(system: System, { onProgress, signal }: JobTools): Promise<void> {
  let done = 0;
  let total: number | null = null;
  onProgress({ step: 'reading postings', done, total });
  await runPipeline(system, {
    signal,
    onPlanned: (count) => {
      total = (total ?? 0) + count;
    },
    onDone: (job) => {
      done += sizeOf(job);
      onProgress({ step: STEPS[job.name] ?? job.name, done, total });
    },
  });
}

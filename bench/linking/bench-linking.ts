/**
 * Postings linked by the product's own composition, nothing stored: postings and sentences a second, and peak memory. In
 * the mode of stored links, and in the other for comparison.
 */
import { composeSystem } from '../../services/compose.ts';
import { normalisePosting } from '../../services/collect/normalise-posting.ts';
import { readPostingFile } from '../../services/collect/read-posting-file.ts';
import { linkPostingsDeps } from '../../services/compose/pipeline-deps.ts';
import { readConfig } from '../../services/config.ts';
import type { Posting } from '../../services/domain/posting.ts';
import { linkPostings } from '../../services/skills/link-posting.ts';
import type { WindowMode } from '../../services/skills/extract-windows.ts';
import { POSTINGS_PER_JOB } from '../../workers/plan-linking.job.ts';

const USAGE = 'linking HOME COUNT fast|accurate POSTINGS...';

export async function benchLinking([home, count, mode, ...files]: readonly string[]): Promise<void> {
  if (home === undefined || (mode !== 'fast' && mode !== 'accurate') || files.length === 0) {
    throw new Error(`Use: npm run bench -- ${USAGE}`);
  }
  const system = await composeSystem(readConfig({ home }));
  try {
    for (const file of files) await measure(system, file, await readSome(file, Number(count)), mode);
    process.stdout.write(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
  } finally {
    await system.close();
  }
}

/** Evenly spread over the file. */
async function readSome(file: string, count: number): Promise<Posting[]> {
  const all: Posting[] = [];
  for await (const { rawPosting } of readPostingFile({ file, format: 'auto' })) {
    if (rawPosting !== undefined) all.push(normalisePosting({ ...rawPosting, receivedAt: '2026-01-01T00:00:00Z' }));
  }
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0).slice(0, count);
}

async function measure(
  system: Awaited<ReturnType<typeof composeSystem>>,
  file: string,
  postings: readonly Posting[],
  mode: WindowMode,
): Promise<void> {
  const linking = await system.linking();
  const deps = linkPostingsDeps(linking, await system.models(), mode, false);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let sentences = 0;
  let links = 0;
  for (let from = 0; from < postings.length; from += POSTINGS_PER_JOB) {
    for (const linked of await linkPostings(postings.slice(from, from + POSTINGS_PER_JOB), deps, linking.options)) {
      sentences += linked.requirements.length;
      links += linked.links.length;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system: kernel } = process.cpuUsage(cpu);
  const cpuSeconds = (user + kernel) / 1e6;
  process.stdout.write(
    `${file}: ${postings.length} postings in ${seconds.toFixed(1)} s (${mode}): ${(postings.length / seconds).toFixed(1)} postings/s, ` +
      `${(sentences / seconds).toFixed(0)} sentences/s (${(sentences / cpuSeconds).toFixed(0)} a second of CPU), ${(sentences / postings.length).toFixed(1)} sentences and ${(links / postings.length).toFixed(1)} links a posting\n`,
  );
}

/** Sentences with their windows in, the cosines of each with every skill out. */
import type { SentenceReading, Span } from '../../models/sentence-reader.ts';
import type { NearSkill } from './nearest-skills.ts';
import type { SkillSpace } from './skill-space.ts';

export interface ComparedText {
  /** Cosine with the preferred label of each skill, by position; and with the mean of all its labels. */
  labels: Float32Array;
  allLabels: Float32Array;
  /** The nearest skills by the nearer of the two, nearest first; at most NEAREST_ROWS. */
  near: readonly NearSkill[];
}

export interface ComparedSentence extends ComparedText {
  descriptions: Float32Array;
  windows: (Span & ComparedText)[];
}

/** Vectors compared before their sentences are looked at: with 14,000 skills their cosines take 11 MB, twice. More is no faster. */
const VECTORS_PER_RUN = 96;

/**
 * Calls `visit` once for each sentence, in order. Read its cosines now: the memory is used again.
 * @param spans the windows of each sentence; one without any is its own window
 */
export async function compareSentences(
  space: Pick<SkillSpace, 'names' | 'descriptions' | 'skillIds'>,
  readings: readonly SentenceReading[],
  spans: readonly (readonly Span[])[],
  visit: (at: number, compared: ComparedSentence) => void,
  signal?: AbortSignal,
): Promise<void> {
  const runFrom = (from: number) =>
    from < readings.length ? compareRun(space, readings, from, signal) : Promise.resolve(undefined);
  let next = runFrom(0);
  for (let from = 0, run = await next; run !== undefined; from = run.to, run = await next) {
    // The next run is compared, in a thread of its own, while the sentences of this one are looked at.
    next = runFrom(run.to);
    // Of two that fail the first is told; the other must not end the process.
    next.catch(() => undefined);
    run.sentences.forEach((sentence, number) => {
      const at = from + number;
      const windows = sentence.windows.map((window, order) => ({
        ...(spans[at]?.[order] ?? { start: 0, end: 0 }),
        ...window,
      }));
      visit(at, { ...sentence, windows });
    });
    spare.push(run.memory);
  }
}

interface ComparedRun {
  /** The first sentence after the run. */
  to: number;
  memory: Float32Array<ArrayBuffer>;
  sentences: (ComparedText & { descriptions: Float32Array; windows: ComparedText[] })[];
}

/** Compares the sentences from one on, as many as fit a run. */
async function compareRun(
  { names, descriptions, skillIds }: Pick<SkillSpace, 'names' | 'descriptions' | 'skillIds'>,
  readings: readonly SentenceReading[],
  from: number,
  signal?: AbortSignal,
): Promise<ComparedRun> {
  const skills = skillIds.length;
  const vectors: Float32Array[] = [];
  let to = from;
  for (; to < readings.length; to++) {
    const reading = readings[to];
    if (reading === undefined) continue;
    // A sentence is compared whole; one that would overflow the run would leave the last block nearly empty.
    if (to > from && vectors.length + 1 + reading.windows.length > VECTORS_PER_RUN) break;
    vectors.push(reading.vector, ...reading.windows);
  }
  const run = readings.slice(from, to);
  const width = 2 * skills;
  const memory = takeMemory(vectors.length * width + run.length * skills);
  const ofDescriptions = memory.subarray(vectors.length * width);
  const near: (readonly NearSkill[])[] = [];
  const ofNames = names.multiply(
    vectors,
    (at, { first, second, nearest }) => {
      memory.set(first, at * width);
      memory.set(second, at * width + skills);
      near[at] = withSimilarity(nearest, first, second);
    },
    signal,
  );
  const ofWhole = descriptions.multiply(
    run.map(({ vector }) => vector),
    (at, products) => {
      ofDescriptions.set(products, at * skills);
    },
    signal,
  );
  await Promise.all([ofNames, ofWhole]);
  let next = 0;
  const compared = (): ComparedText => {
    const at = next++;
    const start = at * width;
    return {
      labels: memory.subarray(start, start + skills),
      allLabels: memory.subarray(start + skills, start + width),
      near: near[at] ?? [],
    };
  };
  const sentences = run.map(({ windows }, number) => ({
    ...compared(),
    descriptions: ofDescriptions.subarray(number * skills, (number + 1) * skills),
    windows: windows.map(compared),
  }));
  return { to, memory, sentences };
}

/** Of earlier runs: 10 MB each are soon more than the collector of garbage likes. */
const spare: Float32Array<ArrayBuffer>[] = [];

function takeMemory(size: number): Float32Array<ArrayBuffer> {
  const known = spare.pop();
  // With something to spare: the next run is as large, give or take a window, and should not take memory of its own.
  return known !== undefined && known.length >= size ? known : new Float32Array(Math.ceil(size * 1.25));
}

/** Only what is above 0 is near. */
function withSimilarity(nearest: Int32Array, labels: Float32Array, allLabels: Float32Array): NearSkill[] {
  const near: NearSkill[] = [];
  for (const skill of nearest) {
    const similarity = Math.max(labels[skill] ?? 0, allLabels[skill] ?? 0);
    if (similarity > 0) near.push({ skill, similarity });
  }
  return near;
}

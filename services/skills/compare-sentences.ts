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

/** Vectors compared before their sentences are looked at: with 14,000 skills their cosines take 14 MB. */
const VECTORS_PER_RUN = 128;

/**
 * Calls `visit` once for each sentence, in order. Read its cosines now: the memory is used again.
 * @param spans the windows of each sentence; one without any is its own window
 */
export async function compareSentences(
  { names, descriptions, skillIds }: Pick<SkillSpace, 'names' | 'descriptions' | 'skillIds'>,
  readings: readonly SentenceReading[],
  spans: readonly (readonly Span[])[],
  visit: (at: number, compared: ComparedSentence) => void,
  signal?: AbortSignal,
): Promise<void> {
  const skills = skillIds.length;
  let memory = takeMemory();
  for (let from = 0, to: number; from < readings.length; from = to) {
    const vectors: Float32Array[] = [];
    for (to = from; to < readings.length; to++) {
      const reading = readings[to];
      if (reading === undefined) continue;
      // A sentence is compared whole; one that would overflow the run would leave the last block nearly empty.
      if (to > from && vectors.length + 1 + reading.windows.length > VECTORS_PER_RUN) break;
      vectors.push(reading.vector, ...reading.windows);
    }
    const run = readings.slice(from, to);
    const width = 2 * skills;
    const size = vectors.length * width + run.length * skills;
    // With something to spare: the next run is as large, give or take a window, and should not take memory of its own.
    if (memory.length < size) memory = new Float32Array(Math.ceil(size * 1.25));
    const cosines = memory;
    const ofDescriptions = cosines.subarray(vectors.length * width);
    const near: (readonly NearSkill[])[] = [];
    await names.multiply(
      vectors,
      (at, { first, second, nearest }) => {
        cosines.set(first, at * width);
        cosines.set(second, at * width + skills);
        near[at] = withSimilarity(nearest, first, second);
      },
      signal,
    );
    await descriptions.multiply(
      run.map(({ vector }) => vector),
      (at, products) => {
        ofDescriptions.set(products, at * skills);
      },
      signal,
    );
    let next = 0;
    const compared = (): ComparedText => {
      const at = next++;
      const start = at * width;
      return {
        labels: cosines.subarray(start, start + skills),
        allLabels: cosines.subarray(start + skills, start + width),
        near: near[at] ?? [],
      };
    };
    run.forEach(({ windows }, number) => {
      const sentence = compared();
      const ofWindows = windows.map((_, at) => ({
        ...(spans[from + number]?.[at] ?? { start: 0, end: 0 }),
        ...compared(),
      }));
      visit(from + number, {
        ...sentence,
        descriptions: ofDescriptions.subarray(number * skills, (number + 1) * skills),
        windows: ofWindows,
      });
    });
  }
  spare = memory;
}

/** Of the last call: 30 MB a call are soon more than the collector of garbage likes. A call beside another gets its own. */
let spare = new Float32Array();

function takeMemory(): Float32Array<ArrayBuffer> {
  const memory = spare;
  spare = new Float32Array();
  return memory;
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

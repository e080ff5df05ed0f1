/**
 * The words of every skill (label twice, aliases, description) and how alike they are to the words of a sentence: TF-IDF,
 * cosine. Finds what vectors blur: rare words.
 *
 * weight(t, d) = (1 + ln count) x (ln((1 + N) / (1 + df)) + 1), scaled to unit length (sublinear TF-IDF of Manning et al.,
 * Introduction to Information Retrieval, 6.4.1).
 */
import type { Skill } from '../domain/skill.ts';
import { contentStems } from './skill-traits.ts';

export interface SkillDocuments {
  /** Cosine with each skill, by position, 0 to 1. Read it now: the memory is used again. */
  compare(stems: readonly string[]): Float32Array;
}

/** The skills that hold a stem, by position, and its weight in each. */
interface Holders {
  positions: Int32Array;
  weights: Float32Array;
  idf: number;
}

export function buildSkillDocuments(skills: readonly Skill[]): SkillDocuments {
  const counts = skills.map(({ preferredLabel, altLabels, description }) =>
    countStems([preferredLabel, preferredLabel, ...altLabels, description ?? ''].flatMap((text) => contentStems(text))),
  );
  const entries = new Map<string, { position: number; times: number }[]>();
  counts.forEach((count, position) => {
    for (const [stem, times] of count) {
      const known = entries.get(stem);
      if (known === undefined) entries.set(stem, [{ position, times }]);
      else known.push({ position, times });
    }
  });
  const idfOf = (holders: number) => Math.log((1 + skills.length) / (1 + holders)) + 1;
  const lengths = counts.map((count) =>
    Math.hypot(...[...count].map(([stem, times]) => tf(times) * idfOf(entries.get(stem)?.length ?? 0))),
  );
  const holdersOf = new Map<string, Holders>();
  for (const [stem, holders] of entries) {
    const idf = idfOf(holders.length);
    holdersOf.set(stem, {
      positions: Int32Array.from(holders, ({ position }) => position),
      weights: Float32Array.from(holders, ({ position, times }) => (tf(times) * idf) / (lengths[position] ?? 1)),
      idf,
    });
  }
  const cosines = new Float32Array(skills.length);
  return {
    compare(stems) {
      cosines.fill(0);
      const query = [...countStems(stems)].flatMap(([stem, times]) => {
        const holders = holdersOf.get(stem);
        return holders === undefined ? [] : [{ holders, weight: tf(times) * holders.idf }];
      });
      const length = Math.hypot(...query.map(({ weight }) => weight));
      for (const { holders, weight } of query) {
        const { positions, weights } = holders;
        const share = weight / length;
        for (let at = 0; at < positions.length; at++) {
          const position = positions[at] ?? 0;
          cosines[position] = (cosines[position] ?? 0) + share * (weights[at] ?? 0);
        }
      }
      return cosines;
    },
  };
}

const tf = (times: number) => 1 + Math.log(times);

function countStems(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

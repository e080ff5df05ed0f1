/**
 * Labels of one language in, how alike a text and each occupation are in letters out: TF-IDF of letter sequences, the
 * cosine with the label that is most alike. Needs no model and forgives endings, compounds and slips.
 */
import { letterGrams } from '../../models/letter-grams.ts';

export interface LabelLetters {
  /** For each row the cosine of its most alike label, 0 to 1; 0 for a row without labels. The memory is used again. */
  compare(text: string): Float32Array;
}

export interface LabelOfRow {
  label: string;
  /** Position of its occupation. */
  row: number;
}

/** The labels that hold a gram, and its weight in each: two lists side by side, as there are millions of entries. */
interface Holders {
  labels: number[];
  weights: number[];
}

/** @param rows number of occupations */
export function buildLabelLetters(labels: readonly LabelOfRow[], rows: number, language: string): LabelLetters {
  const counts = labels.map(({ label }) => countGrams(label, language));
  const labelCounts = new Map<string, number>();
  for (const count of counts) for (const gram of count.keys()) labelCounts.set(gram, (labelCounts.get(gram) ?? 0) + 1);
  /** Of grams that no label holds nothing is known: they have no weight. */
  const weigh = (count: ReadonlyMap<string, number>): [string, number][] => {
    const weights = [...count].flatMap(([gram, times]): [string, number][] => {
      const holding = labelCounts.get(gram);
      return holding === undefined ? [] : [[gram, times * (Math.log((1 + labels.length) / (1 + holding)) + 1)]];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return weights.map(([gram, weight]) => [gram, weight / length]);
  };
  const holdersByGram = new Map<string, Holders>();
  counts.forEach((count, label) => {
    for (const [gram, weight] of weigh(count)) {
      const holders = holdersByGram.get(gram) ?? { labels: [], weights: [] };
      holders.labels.push(label);
      holders.weights.push(weight);
      holdersByGram.set(gram, holders);
    }
  });
  const rowOfLabel = Int32Array.from(labels, ({ row }) => row);
  const cosines = new Float32Array(labels.length);
  const best = new Float32Array(rows);
  return {
    compare(text) {
      cosines.fill(0);
      best.fill(0);
      for (const [gram, weight] of weigh(countGrams(text, language))) {
        const { labels: holders, weights } = holdersByGram.get(gram) ?? { labels: [], weights: [] };
        for (let at = 0; at < holders.length; at++) {
          const label = holders[at] ?? 0;
          cosines[label] = (cosines[label] ?? 0) + weight * (weights[at] ?? 0);
        }
      }
      for (let label = 0; label < cosines.length; label++) {
        const row = rowOfLabel[label] ?? 0;
        if ((cosines[label] ?? 0) > (best[row] ?? 0)) best[row] = cosines[label] ?? 0;
      }
      return best;
    },
  };
}

function countGrams(text: string, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of letterGrams(text, language)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/**
 * Labels of one language in, how alike a text and each occupation are in letters out: TF-IDF of letter sequences, the
 * cosine with the label that is most alike. Needs no model and forgives endings, compounds and slips.
 */
import { letterGrams } from '../../models/letter-grams.ts';
import { buildTokenCosines, countTokens } from './token-cosines.ts';

export interface LabelLetters {
  /** For each row the cosine of its most alike label, 0 to 1; 0 for a row without labels. The memory is used again. */
  compare(text: string): Float32Array;
}

export interface LabelOfRow {
  label: string;
  /** Position of its occupation. */
  row: number;
}

/** @param rows number of occupations */
export function buildLabelLetters(labels: readonly LabelOfRow[], rows: number, language: string): LabelLetters {
  const cosines = buildTokenCosines(countEach(labels, language), (times) => times);
  const rowOfLabel = Int32Array.from(labels, ({ row }) => row);
  const best = new Float32Array(rows);
  return {
    compare(text) {
      best.fill(0);
      const ofLabels = cosines.compare(countGrams(text, language));
      for (let label = 0; label < ofLabels.length; label++) {
        const row = rowOfLabel[label] ?? 0;
        if ((ofLabels[label] ?? 0) > (best[row] ?? 0)) best[row] = ofLabels[label] ?? 0;
      }
      return best;
    },
  };
}

function* countEach(labels: readonly LabelOfRow[], language: string): Generator<Map<string, number>> {
  for (const { label } of labels) yield countGrams(label, language);
}

function countGrams(text: string, language: string): Map<string, number> {
  return countTokens(letterGrams(text, language));
}

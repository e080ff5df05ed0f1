/**
 * The baseline of occupation linking: TF-IDF of 3 to 5 characters within a word, cosine. Knows no language, forgives
 * endings and misspellings.
 *
 * A blank stands on both sides of each word, so "art" at the start of a word is not "art" inside one.
 */
import { buildSparseCosine } from './sparse-cosine.ts';
import type { TextDocument, TextRanker } from './text-ranker.ts';

const LENGTHS = [3, 4, 5];

export function buildCharTfidf(documents: readonly TextDocument[]): TextRanker {
  return buildSparseCosine(documents, characterGrams);
}

/** "an ox" -> [" an", "an ", " an ", " ox", "ox ", " ox "]. */
export function characterGrams(text: string): string[] {
  const grams: string[] = [];
  for (const word of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}+#]+/gu) ?? []) {
    const characters = Array.from(` ${word} `);
    for (const length of LENGTHS) {
      for (let start = 0; start + length <= characters.length; start += 1) {
        grams.push(characters.slice(start, start + length).join(''));
      }
    }
  }
  return grams;
}

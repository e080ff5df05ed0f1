/**
 * English text in, Porter stems of its content words out, in order and with repetitions. The tokens of the published
 * TF-IDF baseline, shared by TF-IDF and BM25.
 *
 * Kept apart from the linker's own words on purpose: a baseline that moves with the product measures nothing.
 */
import { stemmer } from 'stemmer';
import { eng, removeStopwords } from 'stopword';

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*[+#]*/gu;

/** "Managing the C++ teams" -> ["manag", "c++", "team"]. Empty when the text holds stop words only. */
export function englishTokens(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return removeStopwords(words, eng).map((word) => (/^[a-z']+$/.test(word) ? stemmer(word) : word));
}

/**
 * A sentence of an advert in, how much its words are those of requirements rather than of self-praise, pay and benefits out.
 *
 * A linear model over hashed words and pairs of words, one for each language, trained on what stands under headings that
 * say what follows (`services/train/train-asking-words.ts`). It reads no meaning: it knows the words of a kind of text.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { fnv1a } from './fnv1a.ts';
import { ModelUnavailableError } from './model-errors.ts';
import type { SparseVector } from './sparse-ridge.ts';

/** Two words of one place are one word to the model; with twice as many places unseen sentences are told apart no better. */
export const WORD_PLACES = 8192;
/** "développer", "développement" and "développeur" say the same here. */
const STEM_LENGTH = 6;

export interface AskingWords {
  /** ISO 639-1 of the sentences it reads. */
  language: string;
  /** `WORD_PLACES` numbers, and the one that is added to every sentence. */
  weights: Float32Array;
  card: Record<string, unknown>;
  /** SHA-256 of the weights. */
  checksum: string;
}

/** Places of the words and pairs of a sentence, each with 1 / sqrt(their number): long sentences weigh no more than short. */
export function wordPlaces(text: string): SparseVector {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? [];
  const stems = words.map((word) => (/^\p{N}/u.test(word) ? '0' : Array.from(word).slice(0, STEM_LENGTH).join('')));
  const pairs = ['^', ...stems].map((stem, at) => `${stem}_${stems[at] ?? '$'}`);
  const places = new Set([...stems, ...pairs].map((feature) => fnv1a(Array.from(feature)) % WORD_PLACES));
  const sorted = Int32Array.from([...places, WORD_PLACES]).sort();
  return { places: sorted, values: new Float32Array(sorted.length).fill(1 / Math.sqrt(sorted.length)) };
}

/** Above 0: more like a requirement; mostly -1.5 to 1.5. No probability. */
export function askingScore(text: string, { weights }: Pick<AskingWords, 'weights'>): number {
  const { places, values } = wordPlaces(text);
  return places.reduce((sum, place, at) => sum + (weights[place] ?? 0) * (values[at] ?? 0), 0);
}

const folder = new URL('./parameters/', import.meta.url);
const fileOf = (language: string, where: URL) => new URL(`asking-words-${language}.json`, where);
const Stored = z.object({
  language: z.string(),
  card: z.record(z.string(), z.unknown()),
  weights: z.array(z.number()).length(WORD_PLACES + 1),
});

/**
 * Undefined when none was trained for the language.
 * @throws ModelUnavailableError when the file is damaged
 */
export function readAskingWords(language: string, from: URL = folder): AskingWords | undefined {
  if (!/^[a-z]{2}$/.test(language) || !existsSync(fileOf(language, from))) return undefined;
  try {
    const stored = Stored.parse(JSON.parse(readFileSync(fileOf(language, from), 'utf8')));
    const checksum = createHash('sha256').update(JSON.stringify(stored.weights)).digest('hex');
    return { ...stored, weights: Float32Array.from(stored.weights), checksum };
  } catch (cause) {
    throw new ModelUnavailableError(
      `models/parameters/asking-words-${language}.json cannot be read: restore it from the repository, or run npm run train.`,
      { cause },
    );
  }
}

/** @param weights `WORD_PLACES + 1` numbers; kept to three digits after the point */
export function writeAskingWords({ language, weights, card }: Omit<AskingWords, 'checksum'>, to: URL = folder): void {
  const rounded = Array.from(weights, (weight) => Number(weight.toFixed(3)));
  writeFileSync(fileOf(language, to), `${JSON.stringify({ language, card, weights: rounded })}\n`);
}

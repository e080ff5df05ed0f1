/**
 * Titles in, how near each occupation of the taxonomy is out.
 *
 * nearness = the weighted mean of cosines: of the three labels nearest in meaning (so that one odd label decides
 * nothing), of the mean of all labels, of the letters of the label most alike. Every cosine is taken with the whole
 * title and with the part that names the work, and the two are averaged. How the weights were chosen:
 * docs/adr/0020-linking-titles.md.
 *
 * An English title is read by the embedding model; one in another language by its letters, where labels in that language
 * are imported, and by the map from letters to meaning, where one was trained for it.
 */
import { encodeLetters } from '../../models/letter-encoder.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';
import { groupBy } from '../domain/group-by.ts';
import { compareIds } from '../domain/units.ts';
import { bareTitle, cleanTitle, foldTitle } from './clean-title.ts';
import { isReadByModel, MODEL_LANGUAGE } from './link-mentions.ts';
import type { LabelMeanings, LabelVocabulary, OccupationSpace } from './occupation-space.ts';
import { singularWords } from './singular-words.ts';
import { toldOccupation } from './telling-titles.ts';

export interface Title {
  title: string;
  /** ISO 639-1; null is read as English. */
  language: string | null;
}

export interface RankedOccupation {
  occupationId: string;
  /** -1 to 1; 1 more when the title is a label: orders occupations, and is no probability. */
  nearness: number;
  isExact: boolean;
}

interface Weights {
  /** Of the nearest label, the second and the third. */
  labels: readonly [number, number, number];
  mean: number;
  letters: number;
}

/** Chosen on the development half of MELO's English titles. */
const ENGLISH: Weights = { labels: [1, 0.3, 0.1], mean: 1.5, letters: 0.3 };
/** Where the map from letters gives the meaning; chosen on the development half of MELO's German titles. */
const MAPPED: Weights = { labels: [1, 0.3, 0.1], mean: 0.5, letters: 0.4 };
const LETTERS_ONLY: Weights = { labels: [0, 0, 0], mean: 0, letters: 1 };

/** Titles whose nearness to all occupations is kept at once: 12 kB each on ESCO. */
const TITLES_PER_RUN = 64;
const MOST_RANKED = 40;

/**
 * Occupations per title, nearest first; ties on the id.
 * @param limit occupations a title at most
 */
export async function rankOccupations(
  titles: readonly Title[],
  space: OccupationSpace,
  embedder: TextEmbedder,
  { limit = MOST_RANKED, signal }: { limit?: number; signal?: AbortSignal | undefined } = {},
): Promise<RankedOccupation[][]> {
  const ranked: RankedOccupation[][] = [];
  await compareTitles(
    titles,
    space,
    embedder,
    (at, nearness) => {
      const exact = exactRow(titles[at]?.title ?? '', space);
      ranked[at] = space.occupationIds
        .map((occupationId, row) => ({
          occupationId,
          nearness: (nearness[row] ?? 0) + (row === exact ? 1 : 0),
          isExact: row === exact,
        }))
        .toSorted((a, b) => b.nearness - a.nearness || compareIds(a.occupationId, b.occupationId))
        .slice(0, limit);
    },
    signal,
  );
  return ranked;
}

/**
 * The row whose label the title is, word for word, whole or without what does not name the work, or that it tells of
 * (telling-titles.ts); -1 for none.
 */
export function exactRow(title: string, { byLabel, occupationIds, told }: OccupationSpace): number {
  for (const text of [title, cleanTitle(title)]) {
    const folded = foldTitle(text);
    const [id] = byLabel.get(folded) ?? byLabel.get(folded.replace(/s$/u, '')) ?? [];
    if (id !== undefined) return occupationIds.indexOf(id);
  }
  return told.get(toldOccupation(title) ?? '') ?? -1;
}

/** @param visit once for each title, with the nearness (-1 to 1) of every row */
export async function compareTitles(
  titles: readonly Title[],
  space: OccupationSpace,
  embedder: TextEmbedder,
  visit: (at: number, nearness: Float32Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  const languages = titles.map((title) => languageOf(title, space));
  for (const [language, positions] of groupBy(titles.keys(), (at) => languages[at] ?? MODEL_LANGUAGE)) {
    for (let start = 0; start < positions.length; start += TITLES_PER_RUN) {
      const run = positions.slice(start, start + TITLES_PER_RUN);
      const readings = run.map((at) => readingsOf(titles[at]?.title ?? '', language));
      const nearness = await compareReadings(readings, language, space, embedder, signal);
      nearness.forEach((ofTitle, at) => {
        visit(run[at] ?? 0, ofTitle);
      });
    }
  }
}

/** The weighted mean of cosines of each title with every row. */
async function compareReadings(
  readings: readonly (readonly string[])[],
  language: string,
  space: OccupationSpace,
  embedder: TextEmbedder,
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const vocabulary = space.vocabularyOf(language);
  const vectors = await encodeReadings(readings, language, space, embedder, signal);
  const weights = weightsFor(language, vectors !== null, vocabulary !== null);
  const rows = space.occupationIds.length;
  const sums = readings.map((texts) => sumOfLetters(texts, vocabulary, weights.letters, rows));
  if (vectors !== null && space.meanings !== null) {
    await addMeanings(sums, vectors, space.meanings, weights, signal);
  }
  const whole = weights.labels.reduce((sum, weight) => sum + weight, weights.mean + weights.letters);
  return whole > 0 ? sums.map((sum) => sum.map((value) => value / whole)) : sums;
}

/**
 * The language a title is read in: English, or the posting's where its labels are imported. German and French adverts
 * have English titles, too: such a title shares more words with the English labels.
 */
function languageOf({ title, language }: Title, space: OccupationSpace): string {
  if (isReadByModel(language)) return MODEL_LANGUAGE;
  const spoken = space.vocabularyOf(language);
  if (spoken === null) return MODEL_LANGUAGE;
  const words = foldTitle(cleanTitle(title)).split(' ');
  const known = ({ words: labelWords }: LabelVocabulary) => words.filter((word) => labelWords.has(word)).length;
  const english = space.vocabularyOf(MODEL_LANGUAGE);
  return english !== null && known(english) > known(spoken) ? MODEL_LANGUAGE : language;
}

/** The whole title and the part that names the work; once where they are the same. */
export function readingsOf(title: string, language: string): string[] {
  const texts = [bareTitle(title), cleanTitle(title)];
  return [...new Set(language === MODEL_LANGUAGE ? texts.map(singularWords) : texts)];
}

/** One unit vector for each title; null where nothing gives a meaning to texts of the language. */
async function encodeReadings(
  readings: readonly (readonly string[])[],
  language: string,
  { letterMapOf, meanings }: OccupationSpace,
  embedder: TextEmbedder,
  signal: AbortSignal | undefined,
): Promise<Float32Array[] | null> {
  if (meanings === null) return null;
  const map = language === MODEL_LANGUAGE ? undefined : letterMapOf(language);
  if (map === undefined && language !== MODEL_LANGUAGE) return null;
  const encoded =
    map === undefined
      ? await embedder.embed(readings.flat(), signal)
      : readings.flat().map((text) => encodeLetters(text, map));
  let next = 0;
  return readings.map(({ length }) => toUnit(meanOf(encoded, next, (next += length), embedder.dimensions)));
}

function weightsFor(language: string, hasMeaning: boolean, hasLetters: boolean): Weights {
  const weights = !hasMeaning ? LETTERS_ONLY : language === MODEL_LANGUAGE ? ENGLISH : MAPPED;
  return hasLetters ? weights : { ...weights, letters: 0 };
}

/** The mean of the readings' cosines, times the weight. */
function sumOfLetters(
  readings: readonly string[],
  vocabulary: LabelVocabulary | null,
  weight: number,
  rows: number,
): Float32Array {
  const sum = new Float32Array(rows);
  if (vocabulary === null || weight === 0) return sum;
  const share = weight / readings.length;
  for (const text of readings) {
    const cosines = vocabulary.letters.compare(text);
    for (let row = 0; row < rows; row++) sum[row] = (sum[row] ?? 0) + share * (cosines[row] ?? 0);
  }
  return sum;
}

async function addMeanings(
  sums: readonly Float32Array[],
  vectors: readonly Float32Array[],
  { labels, starts, means }: LabelMeanings,
  weights: Weights,
  signal: AbortSignal | undefined,
): Promise<void> {
  await labels.multiply(
    vectors,
    (at, cosines) => {
      const sum = sums[at] ?? new Float32Array();
      for (let row = 0; row < sum.length; row++) {
        sum[row] = (sum[row] ?? 0) + nearestThree(cosines, starts[row] ?? 0, starts[row + 1] ?? 0, weights.labels);
      }
    },
    signal,
  );
  await means.multiply(
    vectors,
    (at, cosines) => {
      const sum = sums[at] ?? new Float32Array();
      for (let row = 0; row < sum.length; row++) sum[row] = (sum[row] ?? 0) + weights.mean * (cosines[row] ?? 0);
    },
    signal,
  );
}

/** Weighted sum of the three largest cosines in [from, to); of fewer labels the last one stands in for the missing. */
export function nearestThree(
  cosines: ArrayLike<number>,
  from: number,
  to: number,
  [first, second, third]: Weights['labels'],
): number {
  if (from >= to) return 0;
  let best = -Infinity;
  let next = -Infinity;
  let last = -Infinity;
  for (let at = from; at < to; at++) {
    const cosine = cosines[at] ?? 0;
    if (cosine > best) [last, next, best] = [next, best, cosine];
    else if (cosine > next) [last, next] = [next, cosine];
    else if (cosine > last) last = cosine;
  }
  if (to - from < 2) next = best;
  if (to - from < 3) last = next;
  return first * best + second * next + third * last;
}

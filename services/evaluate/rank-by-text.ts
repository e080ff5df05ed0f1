/**
 * Ranks a catalogue for free text: a job title with its description, a sentence about what somebody wants to learn, or
 * the bare name of a skill.
 *
 * value = z(cos(query, credential) - 0.5 crowding(credential)) + 0.2 z(character TF-IDF), z over the catalogue. Its
 * vectors lean on what a text is called: the whole text plus half of its title (a query's title is its first
 * sentence). crowding is the mean cosine to the 10 nearest other credentials, as in CSLS (Conneau et al. 2018): vague
 * texts are near to everything, and would otherwise come up for every query.
 *
 * A description is ranked twice: the second time with .6 of the mean of the 3 best added to its vector (feedback without a
 * reader, Rocchio 1971), which finds the other programmes of the same kind. A name gets 0.5 z(BM25) instead: what is called
 * so usually says so, and its three best are too often of three kinds.
 *
 * Chosen on the development half of the NJ queries (bench/gold/nj-etpl.ts; 154 of 303, nDCG@10): whole text with titles less
 * crowding and with characters .492, with feedback .520 (of 1 to 4 best and .4 to .8 of them .503 to .520; twice .519; BM25 lowers
 * it). For names on 117 labels of ESCO that stand in the titles of 720 courses, titles taken out (MRR): BM25 .803, vectors .797,
 * their sum .828, without BM25 .815, with half of it .843, with feedback, too, .825.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';
import type { VectorEntry, VectorIndex } from '../matching/vector-index.ts';
import { buildExactIndex } from '../matching/exact-index.ts';
import { buildBm25 } from './bm25.ts';
import { buildCharTfidf } from './char-tfidf.ts';
import { credentialText, type CredentialWords } from './credential-text.ts';
import { dotProduct } from './dense-ranker.ts';
import { rankByValue, type TextRanker } from './text-ranker.ts';

export interface CredentialTextRanker {
  /** At most `limit` credentials, best first; ties break on the id. Values order the credentials of one query only. */
  rank: (query: string, limit: number, signal?: AbortSignal) => Promise<{ credentialId: string; value: number }[]>;
}

const TITLE_WEIGHT = 0.5;
const CROWDING_WEIGHT = 0.5;
const NEIGHBOURS = 10;
const CHARACTER_WEIGHT = 0.2;
const FEEDBACK_CREDENTIALS = 3;
const FEEDBACK_WEIGHT = 0.6;
const NAME_WEIGHT = 0.5;
/** No skill or job is called by more words. */
const MOST_WORDS_OF_NAME = 6;

/**
 * @param buildIndex how the nearest other credentials are found; exact search takes seconds for some thousands
 * @throws InvalidInputError when two credentials share an id
 */
export async function buildCredentialTextRanker(
  credentials: readonly CredentialWords[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
  buildIndex: (entries: readonly VectorEntry[], dimensions: number) => VectorIndex = buildExactIndex,
): Promise<CredentialTextRanker> {
  const documents = credentials.map((credential) => ({ id: credential.id, text: credentialText(credential) }));
  const titles = credentials.map(({ title }) => title);
  const vectors = await embedTitled(documents, titles, embedder, signal);
  const entries = documents.map(({ id }, at) => ({ id, vector: vectors[at] ?? new Float32Array(embedder.dimensions) }));
  const index = buildIndex(entries, embedder.dimensions);
  const crowding = entries.map((entry) => measureCrowding(entry, index));
  const characters = buildCharTfidf(documents);
  const words = buildBm25(documents);

  const nearnessTo = (query: Float32Array): number[] =>
    toZScores(entries.map(({ vector }, at) => dotProduct(query, vector) - CROWDING_WEIGHT * (crowding[at] ?? 0)));
  const likenessTo = (query: string, ranker: TextRanker): number[] => {
    const valueById = new Map(ranker.rank(query, documents.length).map(({ id, value }) => [id, value]));
    return toZScores(documents.map(({ id }) => valueById.get(id) ?? 0));
  };
  const leaningToBest = (query: Float32Array, values: readonly number[]): Float32Array => {
    const best = rankByValue(documents, values, FEEDBACK_CREDENTIALS).map(({ id }) => id);
    const vectorsOfBest = entries.filter(({ id }) => best.includes(id)).map(({ vector }) => vector);
    return leaning(query, toUnit(meanOf(vectorsOfBest, 0, vectorsOfBest.length, query.length)), FEEDBACK_WEIGHT);
  };

  return {
    rank: async (query, limit, querySignal) => {
      const [vector = new Float32Array(embedder.dimensions)] = await embedTitled(
        [{ text: query }],
        [firstSentence(query)],
        embedder,
        querySignal,
      );
      const byCharacters = likenessTo(query, characters);
      const valuesOf = (nearness: readonly number[]) =>
        nearness.map((value, at) => value + CHARACTER_WEIGHT * (byCharacters[at] ?? 0));
      const first = valuesOf(nearnessTo(vector));
      const values = isName(query)
        ? add(first, likenessTo(query, words), NAME_WEIGHT)
        : valuesOf(nearnessTo(leaningToBest(vector, first)));
      return rankByValue(documents, values, limit).map(({ id, value }) => ({ credentialId: id, value }));
    },
  };
}

/** One line of a few words, and no sentence. */
function isName(query: string): boolean {
  const name = query.trim();
  return !/[\n.!?]\s|\n/u.test(name) && name.split(/\s+/u).length <= MOST_WORDS_OF_NAME;
}

function add(values: readonly number[], others: readonly number[], weight: number): number[] {
  return values.map((value, at) => value + weight * (others[at] ?? 0));
}

function leaning(vector: Float32Array, toward: Float32Array, weight: number): Float32Array {
  return toUnit(vector.map((value, axis) => value + weight * (toward[axis] ?? 0)));
}

/** Unit vectors of text + half of its title. */
async function embedTitled(
  texts: readonly { text: string }[],
  titles: readonly string[],
  embedder: TextEmbedder,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const vectors = await embedder.embed([...texts.map(({ text }) => text), ...titles], signal);
  return texts.map((_, at) => {
    const whole = vectors[at] ?? new Float32Array(embedder.dimensions);
    const title = vectors[texts.length + at] ?? whole;
    return leaning(whole, title, TITLE_WEIGHT);
  });
}

/** Mean cosine to the nearest other credentials; 0 for a catalogue of one. */
function measureCrowding({ id, vector }: VectorEntry, index: VectorIndex): number {
  const others = index
    .nearest(vector, NEIGHBOURS + 1)
    .filter((neighbour) => neighbour.id !== id)
    .slice(0, NEIGHBOURS);
  return others.reduce((sum, { similarity }) => sum + similarity, 0) / Math.max(1, others.length);
}

/** What stands before the first sentence end, colon or line end: the title of a text that has one. */
function firstSentence(text: string): string {
  return /^\s*(.+?)(?:[.!?:;]\s|\n|$)/u.exec(text)?.[1] ?? text;
}

/** Distance from the mean in standard deviations; 0 when all values are the same. */
function toZScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}

/**
 * Ranks a catalogue for free text: a job title with its description, or a sentence about what somebody wants to learn.
 *
 * value = z(cos(query, credential) - 0.5 crowding(credential)) + 0.2 z(character TF-IDF), z over the catalogue. Its
 * vectors lean on what a text is called: the whole text plus half of its title (a query's title is its first
 * sentence). crowding is the mean cosine to the 10 nearest other credentials, as in CSLS (Conneau et al. 2018): vague
 * texts are near to everything, and would otherwise come up for every query.
 *
 * Chosen on the development half of the NJ queries (bench/gold/nj-etpl.ts; 154 of 303, MRR): BM25 .430, character
 * TF-IDF .479, best sentence .487, whole text .549; with titles .560, less crowding .587, with characters .61 (other
 * half .61 where BM25 has .447). Adding BM25 or the best sentence lowered the figure, as did fusing ranks instead of
 * values. The weights lie on a plateau: half or double of any one changes it by about .02 at most.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { VectorEntry, VectorIndex } from '../matching/vector-index.ts';
import { buildExactIndex } from '../matching/exact-index.ts';
import { buildCharTfidf } from './char-tfidf.ts';
import { credentialText, type CredentialWords } from './credential-text.ts';
import { dotProduct } from './dense-ranker.ts';
import { rankByValue } from './text-ranker.ts';

export interface CredentialTextRanker {
  /** At most `limit` credentials, best first; ties break on the id. Values order the credentials of one query only. */
  rank: (query: string, limit: number, signal?: AbortSignal) => Promise<{ credentialId: string; value: number }[]>;
}

const TITLE_WEIGHT = 0.5;
const CROWDING_WEIGHT = 0.5;
const NEIGHBOURS = 10;
const CHARACTER_WEIGHT = 0.2;

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

  return {
    rank: async (query, limit, querySignal) => {
      const [queryVector = new Float32Array()] = await embedTitled(
        [{ text: query }],
        [firstSentence(query)],
        embedder,
        querySignal,
      );
      const nearness = toZScores(
        entries.map(({ vector }, at) => dotProduct(queryVector, vector) - CROWDING_WEIGHT * (crowding[at] ?? 0)),
      );
      const likenessById = new Map(characters.rank(query, documents.length).map(({ id, value }) => [id, value]));
      const likeness = toZScores(documents.map(({ id }) => likenessById.get(id) ?? 0));
      const values = nearness.map((value, at) => value + CHARACTER_WEIGHT * (likeness[at] ?? 0));
      return rankByValue(documents, values, limit).map(({ id, value }) => ({ credentialId: id, value }));
    },
  };
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
    return toUnitLength(whole.map((value, axis) => value + TITLE_WEIGHT * (title[axis] ?? 0)));
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

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Distance from the mean in standard deviations; 0 when all values are the same. */
function toZScores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}

/**
 * How well credentials are ranked for free text: queries, judgements and a ranker in, the usual measures beside BM25
 * and bare sentence vectors out.
 *
 * The baselines read the same words as the product: title, description and learning outcomes. All measures are shares,
 * means over the queries with something relevant in the catalogue; a relevant credential that is not ranked counts
 * as never found.
 */
import { buildBm25 } from './bm25.ts';
import { credentialText, type CredentialWords } from './credential-text.ts';
import { buildDenseRanker } from './dense-ranker.ts';
import { averagePrecision, ndcgAt, recallAt, reciprocalRank } from './metrics.ts';
import type { RankingGold, RankingQuery } from './read-ranking-gold.ts';
import {
  distinctIds,
  idsOf,
  someExamples,
  summariseQueries,
  type EvaluationSettings,
  type Summary,
} from './summarise-queries.ts';

export interface EvaluateRankingInput extends EvaluationSettings {
  credentials: readonly CredentialWords[];
  gold: RankingGold;
  /** The product's ranking of `credentials` for a text, best first. */
  rankCredentials: (queryText: string) => Promise<{ credentialId: string; value: number }[]>;
}

const MEASURES = ['mrr', 'map', 'ndcgAt10', 'recallAt50'] as const;
export type RankingQuality = Summary<(typeof MEASURES)[number]>;

export interface RankingEvaluation extends RankingQuality {
  queries: number;
  /** Queries without a relevant credential in the catalogue. */
  skippedQueries: number;
  credentials: number;
  /** Credentials judged relevant that the catalogue lacks, and up to 20 of them. */
  unknownCredentials: number;
  unknownCredentialExamples: string[];
  baselines: { bm25: RankingQuality; dense: RankingQuality };
}

export async function evaluateRanking(input: EvaluateRankingInput): Promise<RankingEvaluation> {
  const { credentials, embedder, signal } = input;
  const { queries, skippedQueries, unknownCredentials } = input.gold;
  const texts = queries.map(({ text }) => text);
  const documents = credentials.map((credential) => ({ id: credential.id, text: credentialText(credential) }));
  const bm25 = buildBm25(documents);
  const dense = await buildDenseRanker(documents, embedder, signal);
  const textVectors = await embedder.embed(texts, signal);

  const ranked: string[][] = [];
  for (const text of texts) {
    signal?.throwIfAborted();
    ranked.push((await input.rankCredentials(text)).map(({ credentialId }) => credentialId));
  }
  const measure = (rankings: readonly (readonly string[])[]): RankingQuality =>
    summariseQueries(measureQueries(queries, rankings), MEASURES, input.randomFor);
  return {
    queries: queries.length,
    skippedQueries,
    credentials: credentials.length,
    unknownCredentials: unknownCredentials.length,
    unknownCredentialExamples: someExamples(unknownCredentials),
    ...measure(ranked),
    baselines: {
      bm25: measure(texts.map((text) => idsOf(bm25.rank(text, documents.length)))),
      dense: measure(textVectors.map((vector) => idsOf(dense.rank(vector, documents.length)))),
    },
  };
}

function measureQueries(queries: readonly RankingQuery[], rankings: readonly (readonly string[])[]) {
  return queries.map(({ gains }, at) => {
    const ranked = distinctIds(rankings[at] ?? []);
    const relevant = new Set(gains.keys());
    return {
      mrr: reciprocalRank(ranked, relevant),
      map: averagePrecision(ranked, relevant),
      ndcgAt10: ndcgAt(ranked, gains, 10),
      recallAt50: recallAt(ranked, relevant, 50),
    };
  });
}

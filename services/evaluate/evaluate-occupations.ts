/**
 * How well titles are linked to occupations: gold titles and a linker in, hits and MRR beside two baselines out.
 *
 * The baselines read the title only and rank an occupation by its nearest label. All measures are shares, means over
 * the titles whose occupation the taxonomy has.
 */
import { buildCharTfidf } from './char-tfidf.ts';
import { buildDenseRanker } from './dense-ranker.ts';
import { hitAt, reciprocalRank } from './metrics.ts';
import {
  occupationQueries,
  type OccupationGoldFile,
  type OccupationQuery,
  type OccupationTarget,
} from './read-occupation-gold.ts';
import {
  distinctIds,
  idsOf,
  someExamples,
  summariseQueries,
  type EvaluationSettings,
  type Summary,
} from './summarise-queries.ts';

export interface EvaluateOccupationsInput extends EvaluationSettings {
  gold: OccupationGoldFile;
  occupations: readonly OccupationTarget[];
  /** The product's occupations for a title, best first. */
  linkOccupation: (posting: {
    title: string;
    description: string | null;
    language: string | null;
  }) => Promise<{ occupationId: string }[]>;
}

const MEASURES = ['hitAt1', 'hitAt5', 'mrr'] as const;
export type OccupationQuality = Summary<(typeof MEASURES)[number]>;

export interface OccupationEvaluation extends OccupationQuality {
  queries: number;
  /** Titles whose occupation the taxonomy lacks. */
  skippedQueries: number;
  /** Occupations of the gold file that the taxonomy lacks, and up to 20 of them. */
  unknownOccupations: number;
  unknownOccupationExamples: string[];
  occupations: number;
  baselines: { charTfidf: OccupationQuality; labelOnly: OccupationQuality };
}

/** @throws InvalidInputError when no title has an occupation of the taxonomy */
export async function evaluateOccupations(input: EvaluateOccupationsInput): Promise<OccupationEvaluation> {
  const { occupations, embedder, signal } = input;
  const { queries, skippedQueries, unknownOccupations } = occupationQueries(input.gold, occupations);
  const titles = queries.map(({ title }) => title);

  const labels = occupations.flatMap((occupation) => occupation.labels.map((text) => ({ id: occupation.id, text })));
  const charTfidf = buildCharTfidf(labels);
  const labelOnly = await buildDenseRanker(labels, embedder, signal);
  const titleVectors = await embedder.embed(titles, signal);

  const linked: string[][] = [];
  for (const { title, description, language } of queries) {
    signal?.throwIfAborted();
    const found = await input.linkOccupation({ title, description, language });
    linked.push(distinctIds(found.map(({ occupationId }) => occupationId)));
  }
  const measure = (rankings: readonly (readonly string[])[]): OccupationQuality =>
    summariseQueries(measureQueries(queries, rankings), MEASURES, input.randomFor);
  return {
    queries: queries.length,
    skippedQueries,
    unknownOccupations: unknownOccupations.length,
    unknownOccupationExamples: someExamples(unknownOccupations),
    occupations: occupations.length,
    ...measure(linked),
    baselines: {
      charTfidf: measure(titles.map((title) => idsOf(charTfidf.rank(title, occupations.length)))),
      labelOnly: measure(titleVectors.map((vector) => idsOf(labelOnly.rank(vector, occupations.length)))),
    },
  };
}

function measureQueries(queries: readonly OccupationQuery[], rankings: readonly (readonly string[])[]) {
  return queries.map(({ relevant }, at) => {
    const ranked = rankings[at] ?? [];
    return {
      hitAt1: hitAt(ranked, relevant, 1),
      hitAt5: hitAt(ranked, relevant, 5),
      mrr: reciprocalRank(ranked, relevant),
    };
  });
}

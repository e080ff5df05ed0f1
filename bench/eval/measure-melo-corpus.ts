/**
 * MELO as it was published: a title against every label of its corpus, the labels of 619 ISCO groups among them.
 *
 * The published figures rank labels ("elements"): a wrong occupation with ten labels near the top costs ten places. The
 * product ranks occupations, where it costs one. Both are measured, for the baselines too: `concepts`, and `elements`,
 * where the product orders labels by the sum of the label's own cosine and the nearness of its occupation or group.
 */
import { buildCharTfidf } from '../../services/evaluate/char-tfidf.ts';
import { buildDenseRanker } from '../../services/evaluate/dense-ranker.ts';
import { hitAt, reciprocalRank } from '../../services/evaluate/metrics.ts';
import {
  distinctIds,
  idsOf,
  summariseQueries,
  type EvaluationSettings,
} from '../../services/evaluate/summarise-queries.ts';
import type { Occupation } from '../../services/domain/occupation.ts';
import { buildOccupationSpace, type BuildOccupationSpaceDeps } from '../../services/skills/occupation-space.ts';
import { compareTitles, readingsOf } from '../../services/skills/rank-occupations.ts';
import type { ConceptLabel } from '../../services/store/store.ts';
import { toUnit } from '../../models/unit-vector.ts';
import type { MeloElement, MeloSet, PublishedMelo } from '../gold/melo-corpus.ts';
import { measuresOf, type MeasuredSet } from './quality-rows.ts';
import type { Exposure, QualityRow } from './section-result.ts';

export interface MeloCorpusInput extends EvaluationSettings {
  set: MeloSet;
  language: string;
  /** The English labels of the same concepts: what the meaning of a title in another language is compared with. */
  english: readonly MeloElement[];
  deps: Omit<BuildOccupationSpaceDeps, 'openVectors'>;
  /** Which titles count. */
  isMeasured: (id: string) => boolean;
}

const MEASURES = ['hitAt1', 'hitAt5', 'mrr'] as const;

export async function measureMeloCorpus(input: MeloCorpusInput) {
  const { set, language, embedder } = input;
  const queries = set.queries.filter(({ id }) => input.isMeasured(id));
  const { elements } = set;
  const uriOf = new Map(elements.map(({ id, uri }) => [id, uri]));
  const documents = elements.map(({ id, label }) => ({ id, text: label }));
  const asConcepts = (ids: Iterable<string>) => distinctIds(Array.from(ids, (id) => uriOf.get(id) ?? id));
  const summarise = (rankings: readonly (readonly string[])[], relevantOf: (at: number) => ReadonlySet<string>) =>
    summariseQueries(
      rankings.map((ranked, at) => ({
        hitAt1: hitAt(ranked, relevantOf(at), 1),
        hitAt5: hitAt(ranked, relevantOf(at), 5),
        mrr: reciprocalRank(ranked, relevantOf(at)),
      })),
      MEASURES,
      input.randomFor,
    );
  const elementsOf = (at: number) => queries[at]?.relevant ?? new Set<string>();
  const conceptsOf = (at: number) => new Set(asConcepts(elementsOf(at)));
  const bothWays = (rankings: readonly (readonly string[])[]) => ({
    concepts: summarise(rankings.map(asConcepts), conceptsOf),
    elements: summarise(rankings, elementsOf),
  });

  const charTfidf = buildCharTfidf(documents);
  const dense = await buildDenseRanker(documents, embedder);
  const ranked = await rankConcepts(input, queries);
  // The model reads English only: a label in another language is as near as its letters.
  const ownCosines =
    language === 'en'
      ? (await meanVectors(queries, input)).map((vector) => dense.rank(vector, elements.length))
      : queries.map(({ title }) => charTfidf.rank(title, elements.length));
  const nearElements = ownCosines.map((own, at) =>
    own
      .map(({ id, value }) => ({ id, near: value + (ranked[at]?.nearness.get(uriOf.get(id) ?? '') ?? 0) }))
      .toSorted((a, b) => b.near - a.near)
      .map(({ id }) => id),
  );
  const titles = await embedder.embed(queries.map(({ title }) => title));
  return {
    titles: queries.length,
    product: {
      concepts: summarise(
        ranked.map(({ order }) => order),
        conceptsOf,
      ),
      elements: summarise(nearElements, elementsOf),
    },
    charTfidf: bothWays(queries.map(({ title }) => idsOf(charTfidf.rank(title, elements.length)))),
    labelOnly: bothWays(titles.map((vector) => idsOf(dense.rank(vector, elements.length)))),
  };
}

/** The product's own order of occupations and groups. */
async function rankConcepts({ set, language, english, deps, embedder }: MeloCorpusInput, queries: MeloSet['queries']) {
  const toLabels = (elements: readonly MeloElement[], spoken: string) =>
    elements.map(({ uri, label }): ConceptLabel => ({ conceptId: uri, language: spoken, kind: 'alternative', label }));
  const labels = [...toLabels(set.elements, language), ...(language === 'en' ? [] : toLabels(english, 'en'))];
  const concepts = [...new Set(set.elements.map(({ uri }) => uri))].map(toOccupation);
  const space = await buildOccupationSpace(concepts, labels, {
    ...deps,
    openVectors: async (texts) => {
      const vectors = await embedder.embed(texts.map((entry) => entry.texts[0] ?? ''));
      const byId = new Map(texts.map(({ id }, at) => [id, vectors[at]]));
      return { vectorOf: (id) => byId.get(id) };
    },
  });
  const ranked: { order: string[]; nearness: Map<string, number> }[] = [];
  await compareTitles(
    queries.map(({ title }) => ({ title, language })),
    space,
    embedder,
    (at, nearness) => {
      const byId = new Map(space.occupationIds.map((id, row) => [id, nearness[row] ?? 0]));
      ranked[at] = {
        order: space.occupationIds.toSorted((a, b) => (byId.get(b) ?? 0) - (byId.get(a) ?? 0)),
        nearness: byId,
      };
    },
  );
  return ranked;
}

const toOccupation = (uri: string): Occupation => ({
  id: uri,
  framework: 'melo',
  preferredLabel: uri,
  altLabels: [],
  description: null,
  iscoCode: null,
  code: null,
});

/** What a label's own cosine is taken with: the vector of its title, as the embedding model reads it. */
async function meanVectors(queries: MeloSet['queries'], { language, embedder }: MeloCorpusInput) {
  const vectors: Float32Array[] = [];
  for (const { title } of queries) {
    const [first = new Float32Array(), second = first] = await embedder.embed(readingsOf(title, language));
    vectors.push(toUnit(first.map((value, axis) => value + (second[axis] ?? 0))));
  }
  return vectors;
}

const NAMES = { hitAt1: 'hit@1', hitAt5: 'hit@5', mrr: 'MRR' };
const PUBLISHED_NAMES = { success_1: 'hit@1', success_5: 'hit@5', recip_rank: 'MRR' };

/** One row each for the product and the baselines, and for concepts and elements. */
export function corpusRows(
  set: MeasuredSet,
  measured: Omit<Awaited<ReturnType<typeof measureMeloCorpus>>, 'titles'>,
  exposure: Exposure,
): QualityRow[] {
  const systems = [
    { system: 'Skillgap', exposure, ...measured.product },
    { system: 'TF-IDF of characters on all labels', exposure: 'baseline' as const, ...measured.charTfidf },
    { system: 'label-only MiniLM on all labels', exposure: 'baseline' as const, ...measured.labelOnly },
  ];
  return (['concepts', 'elements'] as const).flatMap((unit) =>
    systems.map(({ system, exposure: seen, ...summaries }) => ({
      ...set,
      split: `${set.split}, ${unit}`,
      system,
      exposure: seen,
      measures: measuresOf(summaries[unit], NAMES),
    })),
  );
}

/** What the authors of the set measured for a system. */
export function publishedRow(all: readonly PublishedMelo[], dataset: string, model: string) {
  const figures = all.find((one) => one.dataset === dataset && one.model === model)?.figures;
  return {
    split: 'all, elements',
    system: `published: ${model}`,
    exposure: 'baseline' as const,
    measures: Object.entries(PUBLISHED_NAMES).map(([key, name]) => ({
      name,
      value: figures?.get(key) ?? null,
      interval: null,
    })),
  };
}

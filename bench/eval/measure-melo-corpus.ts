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
import { distinctIds, idsOf, summariseQueries, type RandomFor } from '../../services/evaluate/summarise-queries.ts';
import type { Occupation } from '../../services/domain/occupation.ts';
import { buildOccupationSpace, type BuildOccupationSpaceDeps } from '../../services/skills/occupation-space.ts';
import { compareTitles, readingsOf } from '../../services/skills/rank-occupations.ts';
import type { ConceptLabel } from '../../services/store/store.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { toUnit } from '../../models/unit-vector.ts';
import type { MeloElement, MeloSet, PublishedMelo } from '../gold/melo-corpus.ts';
import { measuresOf, type MeasuredSet } from './quality-rows.ts';
import type { Exposure, QualityRow } from './section-result.ts';

export interface MeloCorpusInput {
  embedder: TextEmbedder;
  set: MeloSet;
  language: string;
  /** The English labels of the same concepts: what the meaning of a title in another language is compared with. */
  english: readonly MeloElement[];
  deps: Omit<BuildOccupationSpaceDeps, 'openVectors'>;
}

const MEASURES = ['hitAt1', 'hitAt5', 'mrr'] as const;
type Measured = Record<(typeof MEASURES)[number], number>;

/** Of one system: what each title got, by how places are counted. */
interface TitleMeasures {
  concepts: Measured[];
  elements: Measured[];
}

export interface MeloMeasures {
  queryIds: string[];
  product: TitleMeasures;
  charTfidf: TitleMeasures;
  labelOnly: TitleMeasures;
}

export async function measureMeloCorpus(input: MeloCorpusInput): Promise<MeloMeasures> {
  const { set, language, embedder } = input;
  const { elements, queries } = set;
  const uriOf = new Map(elements.map(({ id, uri }) => [id, uri]));
  const documents = elements.map(({ id, label }) => ({ id, text: label }));
  const asConcepts = (ids: Iterable<string>) => distinctIds(Array.from(ids, (id) => uriOf.get(id) ?? id));
  const elementsOf = (at: number) => queries[at]?.relevant ?? new Set<string>();
  const conceptsOf = (at: number) => new Set(asConcepts(elementsOf(at)));
  const bothWays = (ranked: readonly string[], at: number) => ({
    concepts: measure(asConcepts(ranked), conceptsOf(at)),
    elements: measure(ranked, elementsOf(at)),
  });

  const charTfidf = buildCharTfidf(documents);
  const dense = await buildDenseRanker(documents, embedder);
  const nearness = await rankConcepts(input);
  const readings = await meanVectors(input);
  const titles = await embedder.embed(queries.map(({ title }) => title));
  const measures = queries.map(({ title }, at) => {
    const byLetters = charTfidf.rank(title, elements.length);
    // The model reads English only: a label in another language is as near as its letters.
    const own = language === 'en' ? dense.rank(readings[at] ?? new Float32Array(), elements.length) : byLetters;
    const ofConcept = nearness[at] ?? new Map<string, number>();
    const near = (id: string) => ofConcept.get(uriOf.get(id) ?? '') ?? 0;
    const nearElements = own
      .map(({ id, value }) => ({ id, sum: value + near(id) }))
      .toSorted((a, b) => b.sum - a.sum)
      .map(({ id }) => id);
    return {
      product: {
        concepts: measure([...ofConcept.keys()], conceptsOf(at)),
        elements: measure(nearElements, elementsOf(at)),
      },
      charTfidf: bothWays(idsOf(byLetters), at),
      labelOnly: bothWays(idsOf(dense.rank(titles[at] ?? new Float32Array(), elements.length)), at),
    };
  });
  const gather = (system: 'product' | 'charTfidf' | 'labelOnly'): TitleMeasures => ({
    concepts: measures.map((one) => one[system].concepts),
    elements: measures.map((one) => one[system].elements),
  });
  return {
    queryIds: queries.map(({ id }) => id),
    product: gather('product'),
    charTfidf: gather('charTfidf'),
    labelOnly: gather('labelOnly'),
  };
}

function measure(ranked: readonly string[], relevant: ReadonlySet<string>): Measured {
  return {
    hitAt1: hitAt(ranked, relevant, 1),
    hitAt5: hitAt(ranked, relevant, 5),
    mrr: reciprocalRank(ranked, relevant),
  };
}

/** For each title the occupations and groups in the product's own order, with their nearness. */
async function rankConcepts({ set, language, english, deps, embedder }: MeloCorpusInput) {
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
  const ranked: Map<string, number>[] = [];
  await compareTitles(
    set.queries.map(({ title }) => ({ title, language })),
    space,
    embedder,
    (at, nearness) => {
      const pairs = space.occupationIds.map((id, row): [string, number] => [id, nearness[row] ?? 0]);
      ranked[at] = new Map(pairs.toSorted(([, a], [, b]) => b - a));
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
async function meanVectors({ set, language, embedder }: MeloCorpusInput) {
  const vectors: Float32Array[] = [];
  for (const { title } of set.queries) {
    const [first = new Float32Array(), second = first] = await embedder.embed(readingsOf(title, language));
    vectors.push(toUnit(first.map((value, axis) => value + (second[axis] ?? 0))));
  }
  return vectors;
}

const NAMES = { hitAt1: 'hit@1', hitAt5: 'hit@5', mrr: 'MRR' };
const PUBLISHED_NAMES = { success_1: 'hit@1', success_5: 'hit@5', recip_rank: 'MRR' };

/** One row each for the product and the baselines, and for concepts and elements. @param isMeasured which titles count */
export function corpusRows(
  set: Omit<MeasuredSet, 'n'>,
  measured: MeloMeasures,
  exposure: Exposure,
  isMeasured: (id: string) => boolean,
  randomFor: RandomFor,
): QualityRow[] {
  const systems = [
    { system: 'Skillgap', exposure, titles: measured.product },
    { system: 'TF-IDF of characters on all labels', exposure: 'baseline' as const, titles: measured.charTfidf },
    { system: 'label-only MiniLM on all labels', exposure: 'baseline' as const, titles: measured.labelOnly },
  ];
  return (['concepts', 'elements'] as const).flatMap((unit) =>
    systems.map(({ system, exposure: seen, titles }) => {
      const taken = titles[unit].filter((_, at) => isMeasured(measured.queryIds[at] ?? ''));
      return {
        ...set,
        split: `${set.split}, ${unit}`,
        n: taken.length,
        system,
        exposure: seen,
        measures: measuresOf(summariseQueries(taken, MEASURES, randomFor), NAMES),
      };
    }),
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

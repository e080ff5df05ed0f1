/**
 * How well names of another classification find their skills: names with the skills people mapped them to and the
 * product's links in, hits and MRR beside a baseline out.
 *
 * A name without a link counts as never found; `answeredShare` says how many have one. All measures are shares, means
 * over the names.
 */
import { buildCharTfidf } from './char-tfidf.ts';
import { hitAt, mean, reciprocalRank } from './metrics.ts';
import { distinctIds, idsOf, summariseQueries, type RandomFor, type Summary } from './summarise-queries.ts';
import type { TextDocument } from './text-ranker.ts';

export interface MappedName {
  text: string;
  /** Ids of every skill that is a right answer; at least one. */
  relevant: ReadonlySet<string>;
}

export interface EvaluateMappingsInput {
  names: readonly MappedName[];
  /** Labels of the skills in the language of the names. */
  labels: readonly TextDocument[];
  /** Skill ids of each name, surest first. */
  linkNames: (texts: readonly string[]) => Promise<string[][]>;
  randomFor: RandomFor;
}

const MEASURES = ['hitAt1', 'hitAt5', 'mrr', 'answeredShare'] as const;
export type MappingQuality = Summary<(typeof MEASURES)[number]>;

export interface MappingEvaluation extends MappingQuality {
  queries: number;
  /** Right links of all links made; 0 when none is. */
  linkPrecision: number;
  baselines: { charTfidf: MappingQuality };
}

/** Deeper answers add next to nothing to a mean of 1 / place. */
const BASELINE_DEPTH = 1000;

/** @param input at least one name */
export async function evaluateMappings({
  names,
  labels,
  linkNames,
  randomFor,
}: EvaluateMappingsInput): Promise<MappingEvaluation> {
  const texts = names.map(({ text }) => text);
  const links = (await linkNames(texts)).map(distinctIds);
  const charTfidf = buildCharTfidf(labels);
  const measure = (rankings: readonly (readonly string[])[]): MappingQuality =>
    summariseQueries(
      names.map(({ relevant }, at) => {
        const ranked = rankings[at] ?? [];
        return {
          hitAt1: hitAt(ranked, relevant, 1),
          hitAt5: hitAt(ranked, relevant, 5),
          mrr: reciprocalRank(ranked, relevant),
          answeredShare: ranked.length > 0 ? 1 : 0,
        };
      }),
      MEASURES,
      randomFor,
    );
  return {
    queries: names.length,
    linkPrecision: mean(links.flatMap((ids, at) => ids.map((id) => (names[at]?.relevant.has(id) === true ? 1 : 0)))),
    ...measure(links),
    baselines: { charTfidf: measure(texts.map((text) => idsOf(charTfidf.rank(text, BASELINE_DEPTH)))) },
  };
}

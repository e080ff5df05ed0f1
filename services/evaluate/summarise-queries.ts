/**
 * Measures of each query in, their means and 90 % intervals out: the numbers a reply shows.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { Interval } from '../domain/units.ts';
import { bootstrapInterval, type Random } from './bootstrap-interval.ts';
import { mean } from './metrics.ts';

export type Summary<Measure extends string> = Record<Measure, number> & { intervals: Record<Measure, Interval> };

/** A generator of its own for each name, so that no number depends on which others were drawn. */
export type RandomFor = (name: string) => Random;

/**
 * All values are shares, one per query and at least one.
 *
 * The draws of a measure depend on its name only: a system and its baselines are resampled with the same queries,
 * so their intervals move together.
 */
export function summariseQueries<Measure extends string>(
  queries: readonly Record<Measure, number>[],
  measures: readonly Measure[],
  randomFor: RandomFor,
): Summary<Measure> {
  const means = {} as Record<Measure, number>;
  const intervals = {} as Record<Measure, Interval>;
  for (const measure of measures) {
    const values = queries.map((query) => query[measure]);
    means[measure] = mean(values);
    intervals[measure] = bootstrapInterval(values, randomFor(measure));
  }
  return { ...means, intervals };
}

/** Ids in the order of their first mention: a ranking that repeats an id must not win or lose by it. */
export function distinctIds(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

export function idsOf(ranked: readonly { id: string }[]): string[] {
  return ranked.map(({ id }) => id);
}

const MAX_EXAMPLES = 20;

/** Enough of what was not found to see what is wrong. */
export function someExamples(all: readonly string[]): string[] {
  return all.slice(0, MAX_EXAMPLES);
}

/** What every evaluation is given beside its gold and its ranker. */
export interface EvaluationSettings {
  /** Of the baselines. */
  embedder: TextEmbedder;
  randomFor: RandomFor;
  signal?: AbortSignal | undefined;
}

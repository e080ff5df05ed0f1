/**
 * How well requirements are told from other sentences: labels and the product's probabilities in, area under the curve,
 * precision and recall out, beside baselines that learnt from the same training sentences.
 *
 * All figures are shares with 90 % intervals, bootstrapped over sentences. Precision of whoever keeps nothing is null.
 */
import type { Interval } from '../domain/units.ts';
import { areaOfDraws } from './area-under-curve.ts';
import { bootstrapStatistic } from './bootstrap-interval.ts';
import { fitNaiveBayes, plainWords } from './naive-bayes.ts';
import type { RandomFor } from './summarise-queries.ts';

export interface RequirementSentence {
  text: string;
  isRequirement: boolean;
}

const MEASURES = ['auc', 'precision', 'recall', 'keptShare'] as const;
type Measure = (typeof MEASURES)[number];

export interface RequirementQuality {
  values: Record<Measure, number | null>;
  intervals: Record<Measure, Interval | null>;
}

/**
 * @param values larger for sentences that more likely ask for something
 * @param cut sentences from this value up are kept
 */
export function measureRequirements(
  sentences: readonly RequirementSentence[],
  values: readonly number[],
  cut: number,
  randomFor: RandomFor,
): RequirementQuality {
  const labels = sentences.map(({ isRequirement }) => isRequirement);
  const area = areaOfDraws(values, labels);
  const share = (counts: (at: number) => boolean, among: (at: number) => boolean) => (drawn: readonly number[]) => {
    const some = drawn.filter(among);
    return some.filter(counts).length / some.length;
  };
  const isKept = (at: number) => (values[at] ?? -Infinity) >= cut;
  const isRight = (at: number) => labels[at] === true;
  const statistics: Record<Measure, (drawn: readonly number[]) => number> = {
    auc: area,
    precision: share(isRight, isKept),
    recall: share(isKept, isRight),
    keptShare: share(isKept, () => true),
  };
  const quality: RequirementQuality = {
    values: { auc: null, precision: null, recall: null, keptShare: null },
    intervals: { auc: null, precision: null, recall: null, keptShare: null },
  };
  const all = Array.from(sentences.keys());
  for (const measure of MEASURES) {
    const value = statistics[measure](all);
    if (!Number.isFinite(value)) continue;
    quality.values[measure] = value;
    quality.intervals[measure] = bootstrapStatistic(all.length, randomFor(measure), statistics[measure]);
  }
  return quality;
}

/** Always the commoner answer; the number of words, cut where F1 is best in training; a bag of words, cut at even odds. */
export function measureRequirementBaselines(
  train: readonly RequirementSentence[],
  sentences: readonly RequirementSentence[],
  randomFor: RandomFor,
): Record<'majority' | 'length' | 'bagOfWords', RequirementQuality> {
  const lengthOf = ({ text }: RequirementSentence) => plainWords(text).length;
  const keepsAll = train.filter(({ isRequirement }) => isRequirement).length * 2 > train.length;
  const logOdds = fitNaiveBayes(train.map(({ text, isRequirement }) => ({ text, isPositive: isRequirement })));
  const measure = (values: readonly number[], cut: number) => measureRequirements(sentences, values, cut, randomFor);
  return {
    majority: measure(
      sentences.map(() => 0),
      keepsAll ? 0 : 1,
    ),
    length: measure(
      sentences.map(lengthOf),
      bestCut(
        train.map(lengthOf),
        train.map(({ isRequirement }) => isRequirement),
      ),
    ),
    bagOfWords: measure(
      sentences.map(({ text }) => logOdds(text)),
      0,
    ),
  };
}

/** The cut with the largest F1 = 2 right / (kept + positives); of equal ones the lowest. */
export function bestCut(values: readonly number[], labels: readonly boolean[]): number {
  const positives = labels.filter(Boolean).length;
  let best = { cut: Infinity, f1: -1 };
  for (const cut of [...new Set(values)].sort((a, b) => a - b)) {
    const kept = values.filter((value) => value >= cut).length;
    const right = values.filter((value, at) => value >= cut && labels[at] === true).length;
    const f1 = (2 * right) / (kept + positives);
    if (f1 > best.f1) best = { cut, f1 };
  }
  return best.cut;
}

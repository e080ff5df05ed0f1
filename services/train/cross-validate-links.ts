/** What the link confidence says of sentences and judged links that it was not fitted on: its measure, and its calibration. */
import {
  blendedLogOdds,
  blendedProbability,
  fitCalibration,
  type BlendedClassifier,
  type Calibration,
} from '../../models/blended-classifier.ts';
import { mean } from '../evaluate/metrics.ts';
import { confidenceWithHit } from '../skills/hit-confidence.ts';
import type { JudgedExample, LinkExample, SentenceExamples } from './link-examples.ts';
import type { Answer, JudgedAnswer } from './link-quality.ts';
import { round } from './train-requirement-classifier.ts';

/** In the calibration: candidates of labelled sentences are many and mostly far below any threshold. */
const JUDGED_WEIGHT = 3;

export type RealSentence = SentenceExamples & { set: string };

/** One block of the real sentences and judged links, and a fit that has seen all but these. */
export interface Fold {
  classifier: BlendedClassifier;
  sentences: readonly RealSentence[];
  judged: readonly JudgedExample[];
}

export type Fit = (some: readonly SentenceExamples[], judged: readonly JudgedExample[]) => BlendedClassifier;

/** Neighbouring sentences may come from one posting, and judged links of one posting are alike: folds are blocks. */
export function partition(
  count: number,
  real: readonly RealSentence[],
  read: readonly JudgedExample[],
  fit: Fit,
): Fold[] {
  return Array.from({ length: count }, (_, fold) => {
    const isIn = (at: number, { length }: { length: number }) => Math.floor((at * count) / length) === fold;
    return {
      classifier: fit(
        real.filter((_one, at) => !isIn(at, real)),
        read.filter((_one, at) => !isIn(at, read)),
      ),
      sentences: real.filter((_one, at) => isIn(at, real)),
      judged: read.filter((_one, at) => isIn(at, read)),
    };
  });
}

/** From what the fits say of what they have not seen. */
export function calibrationOf(folds: readonly Fold[]): Calibration {
  return fitCalibration(
    folds.flatMap(({ classifier, sentences, judged }) => [
      ...sentences.flatMap(({ examples }) => examples.map((one) => toUnseen(classifier, one, 1))),
      ...judged.map((one) => toUnseen(classifier, one, JUDGED_WEIGHT)),
    ]),
  );
}

/** Each fold with a calibration that has not seen it either. */
export function calibrated(folds: readonly Fold[]): Fold[] {
  return folds.map((fold) => ({
    ...fold,
    classifier: { ...fold.classifier, calibration: calibrationOf(folds.filter((one) => one !== fold)) },
  }));
}

/** What each fit says of the sentences of its block. */
export function answersUnseen(folds: readonly Fold[]): Answer[] {
  return folds.flatMap(({ classifier, sentences }) => sentences.map((sentence) => answer(sentence, classifier)));
}

/** What each fit says of the judged links of its block. */
export function judgedUnseen(folds: readonly Fold[]): JudgedAnswer[] {
  return folds.flatMap(({ classifier, judged }) =>
    judged.map((example) => ({ confidence: confidenceIn(classifier, example), isRelevant: example.label === 1 })),
  );
}

/** The mean of each figure, to three decimals. */
export function meanOf<Figures extends Record<keyof Figures, number>>(all: readonly Figures[]): Figures {
  const names = Object.keys(all[0] ?? {}) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, round(mean(all.map((one) => one[name])))])) as Figures;
}

/** As the linker would answer. */
function answer({ set, relevant, examples }: RealSentence, classifier: BlendedClassifier): Answer {
  const ranked = examples
    .map((example) => ({
      skillId: example.skillId,
      confidence: confidenceIn(classifier, example),
      isRelevant: example.label === 1,
    }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { set, relevant, ranked };
}

function confidenceIn(classifier: BlendedClassifier, { values, hit, words }: LinkExample): number {
  return confidenceWithHit(blendedProbability(classifier, values), hit, words, 'loose');
}

function toUnseen(classifier: BlendedClassifier, { values, label }: LinkExample, weight: number) {
  return { logOdds: blendedLogOdds(classifier, values), isRight: label === 1, weight };
}

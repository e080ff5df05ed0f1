/** Trains how sure a link is, from everything known about a sentence and a candidate skill. */
import {
  blendedLogOdds,
  blendedProbability,
  fitBlended,
  fitCalibration,
  type BlendedClassifier,
} from '../../models/blended-classifier.ts';
import type { BoostingOptions } from '../../models/fit-gradient-boosting.ts';
import { areaUnderCurve } from '../evaluate/area-under-curve.ts';
import { expectedCalibrationError } from '../evaluate/calibration-error.ts';
import { mean, reciprocalRank, rPrecisionAt } from '../evaluate/metrics.ts';
import { confidenceWithHit } from '../skills/hit-confidence.ts';
import { LINK_FEATURES } from '../skills/link-features.ts';
import { DEFAULT_LINK_OPTIONS } from '../skills/link-mentions.ts';
import type { ProposeDeps } from '../skills/propose-candidates.ts';
import {
  examplesOf,
  judgedExamplesOf,
  type JudgedExample,
  type JudgedSentence,
  type LinkExample,
  type SentenceExamples,
} from './link-examples.ts';
import type { SkillSentence } from './read-labelled.ts';
import { round } from './train-requirement-classifier.ts';

export interface ConfidenceCard {
  trainedOn: string;
  sentences: { synthetic: number; real: number; withoutSkill: number };
  judgedLinks: number;
  examples: number;
  /** Real sentences in five blocks, each ranked by a fit that has not seen its block. Shares, 0 to 1. */
  crossValidated: Record<string, Quality>;
  /** Judged links by fits that have not seen their block. */
  crossValidatedJudged: JudgedQuality;
}

interface JudgedQuality {
  /** Of a right and a wrong link: how often the right one is surer. */
  auc: number;
  ece: number;
  /** At the threshold of stored links: how many there are, and which share of them is right. */
  made: number;
  rightOfMade: number;
  /** Which share of the right ones is made. */
  madeOfRight: number;
}

interface Quality {
  sentences: number;
  mrr: number;
  rpAt5: number;
  rpAt10: number;
  /** Expected calibration error over all candidates, and over those a reader would see (confidence of .1 and more). */
  ece: number;
  eceOfShown: number;
  shown: number;
}

/** Synthetic sentences are many and easy: one real sentence counts as much as this many of them. */
const REAL_WEIGHT = 20;
/** In the calibration: candidates of labelled sentences are many and mostly far below any threshold. */
const JUDGED_WEIGHT = 3;
const FOLDS = 5;
const SHOWN_CONFIDENCE = 0.1;
/** Small trees: of 100 to 300 trees with 4 to 15 leaves these ranked the unseen blocks as well as any. */
const BOOSTING: BoostingOptions = { trees: 200, leaves: 6, learningRate: 0.05, penalty: 20, minExamples: 100 };

export interface LinkTrainingSets {
  synthetic: readonly SkillSentence[];
  /** Sentences of real postings by the name of their set. */
  real: Readonly<Record<string, readonly SkillSentence[]>>;
  /** Real sentences that ask for nothing: every candidate is wrong. */
  withoutSkill: readonly string[];
  /** Links of real postings that a person has judged. */
  judged: readonly JudgedSentence[];
}

export async function trainLinkConfidence(
  sets: LinkTrainingSets,
  deps: ProposeDeps,
): Promise<{ link: BlendedClassifier; card: ConfidenceCard }> {
  const synthetic = await examplesOf(sets.synthetic, deps);
  const without = await examplesOf(
    sets.withoutSkill.map((text) => ({ text, labels: [] })),
    deps,
  );
  const easy = [...synthetic, ...without].flatMap(({ examples }) => examples);
  const real: RealSentence[] = [];
  for (const [set, sentences] of Object.entries(sets.real)) {
    const labelled = (await examplesOf(sentences, deps)).filter(({ relevant }) => relevant.size > 0);
    real.push(...labelled.map((sentence) => ({ ...sentence, set })));
  }
  const read = await judgedExamplesOf(sets.judged, deps);
  const fit = (some: readonly SentenceExamples[], judged: readonly JudgedExample[]) =>
    fitBlended(
      [...LINK_FEATURES],
      [
        ...easy,
        ...some.flatMap(({ examples }) => examples).map((one) => ({ ...one, weight: REAL_WEIGHT })),
        ...judged.map((one) => ({ ...one, weight: REAL_WEIGHT * one.weight })),
      ],
      BOOSTING,
    );
  // Neighbouring sentences may come from one posting, and judged links of one posting are alike: folds are blocks.
  const blockOf = (at: number, count: number) => Math.floor((at * FOLDS) / count);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const isIn = (at: number, count: number) => blockOf(at, count) === fold;
    return {
      fold,
      classifier: fit(
        real.filter((_one, at) => !isIn(at, real.length)),
        read.filter((_one, at) => !isIn(at, read.length)),
      ),
      sentences: real.filter((_one, at) => isIn(at, real.length)),
      judged: read.filter((_one, at) => isIn(at, read.length)),
    };
  });
  const unseen = folds.flatMap(({ fold, classifier, sentences }) =>
    sentences.map((sentence) => ({ sentence, classifier, fold })),
  );
  const calibrationWithout = (fold: number | undefined) =>
    fitCalibration(
      folds
        .filter((one) => one.fold !== fold)
        .flatMap(({ classifier, sentences, judged }) => [
          ...sentences.flatMap(({ examples }) => examples.map((one) => toUnseen(classifier, one, 1))),
          ...judged.map((one) => toUnseen(classifier, one, JUDGED_WEIGHT)),
        ]),
    );
  const judged = unseen.map(({ sentence, classifier, fold }) =>
    answer(sentence, { ...classifier, calibration: calibrationWithout(fold) }),
  );
  return {
    link: { ...fit(real, read), calibration: calibrationWithout(undefined) },
    card: {
      trainedOn:
        'SkillSkape train (Magron et al. 2024, synthetic), HOUSE + TECH validation (Decorte et al. 2022, real), SkillSpan train without a span (Zhang et al. 2022, real)',
      sentences: { synthetic: synthetic.length, real: real.length, withoutSkill: without.length },
      judgedLinks: read.length,
      examples: easy.length + real.flatMap(({ examples }) => examples).length,
      crossValidated: Object.fromEntries(
        Object.keys(sets.real).map((set) => [set, qualityOf(judged.filter((one) => one.set === set))]),
      ),
      crossValidatedJudged: qualityOfJudged(
        folds.flatMap(({ fold, classifier, judged: some }) => {
          const calibrated = { ...classifier, calibration: calibrationWithout(fold) };
          return some.map((example) => ({
            confidence: confidenceIn(calibrated, example),
            isRelevant: example.label === 1,
          }));
        }),
      ),
    },
  };
}

type RealSentence = SentenceExamples & { set: string };

interface Answer {
  set: string;
  relevant: ReadonlySet<string>;
  /** Surest first. */
  ranked: { skillId: string; confidence: number; isRelevant: boolean }[];
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

function qualityOfJudged(links: readonly { confidence: number; isRelevant: boolean }[]): JudgedQuality {
  const made = links.filter(({ confidence }) => confidence >= DEFAULT_LINK_OPTIONS.minConfidence);
  const right = links.filter(({ isRelevant }) => isRelevant).length;
  const rightOfMade = made.filter(({ isRelevant }) => isRelevant).length;
  return {
    auc: round(
      areaUnderCurve(
        links.map(({ confidence }) => confidence),
        links.map(({ isRelevant }) => isRelevant),
      ),
    ),
    ece: round(expectedCalibrationError(links, 'equal-width')),
    made: made.length,
    rightOfMade: round(rightOfMade / Math.max(1, made.length)),
    madeOfRight: round(rightOfMade / Math.max(1, right)),
  };
}

function qualityOf(answers: readonly Answer[]): Quality {
  const average = (value: (ids: string[], relevant: ReadonlySet<string>) => number) =>
    round(
      mean(
        answers.map(({ ranked, relevant }) =>
          value(
            ranked.map(({ skillId }) => skillId),
            relevant,
          ),
        ),
      ),
    );
  const all = answers.flatMap(({ ranked }) => ranked);
  const shown = all.filter(({ confidence }) => confidence >= SHOWN_CONFIDENCE);
  return {
    sentences: answers.length,
    mrr: average(reciprocalRank),
    rpAt5: average((ids, relevant) => rPrecisionAt(ids, relevant, 5)),
    rpAt10: average((ids, relevant) => rPrecisionAt(ids, relevant, 10)),
    ece: round(expectedCalibrationError(all, 'equal-width')),
    eceOfShown: round(expectedCalibrationError(shown, 'equal-width')),
    shown: shown.length,
  };
}

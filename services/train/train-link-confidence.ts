/** Trains how sure a link is, from everything known about a sentence and a candidate skill. */
import {
  blendedLogOdds,
  blendedProbability,
  fitBlended,
  fitCalibration,
  type BlendedClassifier,
} from '../../models/blended-classifier.ts';
import type { BoostingOptions } from '../../models/fit-gradient-boosting.ts';
import { expectedCalibrationError } from '../evaluate/calibration-error.ts';
import { mean, reciprocalRank, rPrecisionAt } from '../evaluate/metrics.ts';
import { confidenceWithHit } from '../skills/hit-confidence.ts';
import { LINK_FEATURES } from '../skills/link-features.ts';
import type { ProposeDeps } from '../skills/propose-candidates.ts';
import { examplesOf, type SentenceExamples } from './link-examples.ts';
import type { SkillSentence } from './read-labelled.ts';
import { round } from './train-requirement-classifier.ts';

export interface ConfidenceCard {
  trainedOn: string;
  sentences: { synthetic: number; real: number; withoutSkill: number };
  examples: number;
  /** Real sentences in five blocks, each ranked by a fit that has not seen its block. Shares, 0 to 1. */
  crossValidated: Record<string, Quality>;
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
  const fit = (some: readonly SentenceExamples[]) =>
    fitBlended(
      [...LINK_FEATURES],
      [...easy, ...some.flatMap(({ examples }) => examples.map((one) => ({ ...one, weight: REAL_WEIGHT })))],
      BOOSTING,
    );
  // Neighbouring sentences may come from one posting: folds are blocks.
  const foldOf = (at: number) => Math.floor((at * FOLDS) / real.length);
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const classifier = fit(real.filter((_one, at) => foldOf(at) !== fold));
    return real.filter((_one, at) => foldOf(at) === fold).map((sentence) => ({ sentence, classifier, fold }));
  }).flat();
  const calibrationWithout = (fold: number | undefined) =>
    fitCalibration(
      unseen
        .filter((one) => one.fold !== fold)
        .flatMap(({ sentence, classifier }) =>
          sentence.examples.map(({ values, label }) => ({
            logOdds: blendedLogOdds(classifier, values),
            isRight: label === 1,
          })),
        ),
    );
  const judged = unseen.map(({ sentence, classifier, fold }) =>
    answer(sentence, { ...classifier, calibration: calibrationWithout(fold) }),
  );
  return {
    link: { ...fit(real), calibration: calibrationWithout(undefined) },
    card: {
      trainedOn:
        'SkillSkape train (Magron et al. 2024, synthetic), HOUSE + TECH validation (Decorte et al. 2022, real), SkillSpan train without a span (Zhang et al. 2022, real)',
      sentences: { synthetic: synthetic.length, real: real.length, withoutSkill: without.length },
      examples: easy.length + real.flatMap(({ examples }) => examples).length,
      crossValidated: Object.fromEntries(
        Object.keys(sets.real).map((set) => [set, qualityOf(judged.filter((one) => one.set === set))]),
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
    .map(({ skillId, values, label, hit, words }) => ({
      skillId,
      confidence: confidenceWithHit(blendedProbability(classifier, values), hit, words, 'loose'),
      isRelevant: label === 1,
    }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { set, relevant, ranked };
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

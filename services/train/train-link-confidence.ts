/** Trains how sure a link is, from everything known about a sentence and a candidate skill. */
import { fitBlended, type BlendedClassifier } from '../../models/blended-classifier.ts';
import type { BoostingOptions } from '../../models/fit-gradient-boosting.ts';
import { LINK_FEATURES } from '../skills/link-features.ts';
import type { ProposeDeps } from '../skills/propose-candidates.ts';
import {
  answersUnseen,
  calibrated,
  calibrationOf,
  judgedUnseen,
  meanOf,
  partition,
  type Fit,
  type RealSentence,
} from './cross-validate-links.ts';
import { examplesOf, judgedExamplesOf, type JudgedSentence } from './link-examples.ts';
import { qualityOf, qualityOfJudged, type JudgedQuality, type Quality } from './link-quality.ts';
import type { SkillSentence } from './read-labelled.ts';

export interface ConfidenceCard {
  trainedOn: string;
  sentences: { synthetic: number; real: number; withoutSkill: number };
  judgedLinks: number;
  examples: number;
  /** Real sentences were cut into so many blocks, once for each number; the figures below are means over these. */
  blocks: readonly number[];
  /** Real sentences, each ranked by a fit that has not seen its block. Shares, 0 to 1. */
  crossValidated: Record<string, Quality>;
  /** Judged links by fits that have not seen their block. */
  crossValidatedJudged: JudgedQuality;
}

/** Synthetic sentences are many and easy: one real sentence counts as much as this many of them. */
const REAL_WEIGHT = 20;
/**
 * Of a set of 60 to 75 sentences one that moves from first to second place moves the mean by .008: figures of one way of
 * cutting it into blocks differ by .02 from those of another, so two are averaged.
 */
const BLOCK_COUNTS = [5, 7];
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
  const fit: Fit = (some, judged) =>
    fitBlended(
      [...LINK_FEATURES],
      [
        ...easy,
        ...some.flatMap(({ examples }) => examples).map((one) => ({ ...one, weight: REAL_WEIGHT })),
        ...judged.map((one) => ({ ...one, weight: REAL_WEIGHT * one.weight })),
      ],
      BOOSTING,
    );
  const partitions = BLOCK_COUNTS.map((count) => calibrated(partition(count, real, read, fit)));
  const answers = partitions.map((folds) => answersUnseen(folds));
  return {
    link: { ...fit(real, read), calibration: calibrationOf(partitions.flat()) },
    card: {
      trainedOn:
        'SkillSkape train (Magron et al. 2024, synthetic), HOUSE + TECH validation (Decorte et al. 2022, real), SkillSpan train without a span (Zhang et al. 2022, real)',
      sentences: { synthetic: synthetic.length, real: real.length, withoutSkill: without.length },
      judgedLinks: read.length,
      examples: easy.length + real.flatMap(({ examples }) => examples).length,
      blocks: BLOCK_COUNTS,
      crossValidated: Object.fromEntries(
        Object.keys(sets.real).map((set) => [
          set,
          meanOf(answers.map((some) => qualityOf(some.filter((one) => one.set === set)))),
        ]),
      ),
      crossValidatedJudged: meanOf(partitions.map((folds) => qualityOfJudged(judgedUnseen(folds)))),
    },
  };
}

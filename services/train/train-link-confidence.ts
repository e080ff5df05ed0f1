/** Trains how sure a link is, from everything known about a sentence and a candidate skill. */
import { fitLogistic, logisticProbability, type LogisticParameters } from '../../models/logistic-regression.ts';
import { expectedCalibrationError } from '../evaluate/calibration-error.ts';
import { mean, reciprocalRank, rPrecisionAt } from '../evaluate/metrics.ts';
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
  /** Expected calibration error over the candidates a reader would see (confidence of .1 and more). */
  ece: number;
  topIsRight: number;
  meanTopConfidence: number;
}

/** Synthetic sentences are many and easy: one real sentence counts as much as this many of them. */
const REAL_WEIGHT = 20;
const FOLDS = 5;
const SHOWN_CONFIDENCE = 0.1;

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
): Promise<{ link: LogisticParameters; card: ConfidenceCard }> {
  const synthetic = await examplesOf(sets.synthetic, deps);
  const without = await examplesOf(
    sets.withoutSkill.map((text) => ({ text, labels: [] })),
    deps,
  );
  const easy = [...synthetic, ...without].flatMap(({ examples }) => examples);
  const real: (SentenceExamples & { set: string })[] = [];
  for (const [set, sentences] of Object.entries(sets.real)) {
    const labelled = (await examplesOf(sentences, deps)).filter(({ relevant }) => relevant.size > 0);
    real.push(...labelled.map((sentence) => ({ ...sentence, set })));
  }
  const fit = (some: readonly SentenceExamples[]) =>
    fitLogistic(
      [...LINK_FEATURES],
      [...easy, ...some.flatMap(({ examples }) => examples.map((one) => ({ ...one, weight: REAL_WEIGHT })))],
    );
  // Neighbouring sentences may come from one posting: folds are blocks.
  const foldOf = (at: number) => Math.floor((at * FOLDS) / real.length);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const parameters = fit(real.filter((_one, at) => foldOf(at) !== fold));
    return real.filter((_one, at) => foldOf(at) === fold).map((sentence) => ({ sentence, parameters }));
  }).flat();
  return {
    link: fit(real),
    card: {
      trainedOn:
        'SkillSkape train (Magron et al. 2024, synthetic), HOUSE + TECH validation (Decorte et al. 2022, real), SkillSpan train without a span (Zhang et al. 2022, real)',
      sentences: { synthetic: synthetic.length, real: real.length, withoutSkill: without.length },
      examples: easy.length + real.flatMap(({ examples }) => examples).length,
      crossValidated: Object.fromEntries(
        Object.keys(sets.real).map((set) => [set, qualityOf(judged.filter(({ sentence }) => sentence.set === set))]),
      ),
    },
  };
}

function qualityOf(judged: readonly { sentence: SentenceExamples; parameters: LogisticParameters }[]): Quality {
  const answers = judged.map(({ sentence: { examples, relevant }, parameters }) => {
    const ranked = examples
      .map(({ skillId, values, label }) => ({
        skillId,
        confidence: logisticProbability(parameters, values),
        isRelevant: label === 1,
      }))
      .toSorted((a, b) => b.confidence - a.confidence);
    return { ranked, ids: ranked.map(({ skillId }) => skillId), relevant };
  });
  const average = (value: (answer: (typeof answers)[number]) => number) => round(mean(answers.map(value)));
  return {
    sentences: answers.length,
    mrr: average(({ ids, relevant }) => reciprocalRank(ids, relevant)),
    rpAt5: average(({ ids, relevant }) => rPrecisionAt(ids, relevant, 5)),
    rpAt10: average(({ ids, relevant }) => rPrecisionAt(ids, relevant, 10)),
    ece: round(
      expectedCalibrationError(
        answers.flatMap(({ ranked }) => ranked.filter(({ confidence }) => confidence >= SHOWN_CONFIDENCE)),
        'equal-width',
      ),
    ),
    topIsRight: average(({ ranked }) => Number(ranked[0]?.isRelevant ?? false)),
    meanTopConfidence: average(({ ranked }) => ranked[0]?.confidence ?? 0),
  };
}

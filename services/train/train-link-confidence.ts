/** Trains how sure a link is, from everything known about a sentence and a candidate skill. */
import { groupBy } from '../domain/group-by.ts';
import {
  fitLogistic,
  logisticProbability,
  type LabelledExample,
  type LogisticParameters,
} from '../../models/logistic-regression.ts';
import { LINK_FEATURES, linkFeatures } from '../skills/link-features.ts';
import { rankCandidates, type LinkMentionsDeps } from '../skills/link-mentions.ts';
import { withoutQualifier } from '../skills/words.ts';
import type { SkillSentence } from './read-labelled.ts';
import { round } from './train-requirement-classifier.ts';

export interface ConfidenceCard {
  trainedOn: string;
  sentences: number;
  examples: number;
  positiveShare: number;
  /** Real sentences, left out of the fit in turn (5 folds): how often the surest skill is right, and what it was sure of. */
  crossValidated: { sentences: number; topIsRight: number; meanTopConfidence: number };
}

type Untrained = Omit<LinkMentionsDeps, 'linkConfidence' | 'aliases' | 'requirementClassifier'>;

interface Example extends LabelledExample {
  sentence: number;
}

const NOTHING: LogisticParameters = { features: [], weights: [], bias: 0 };
const EVERY_SENTENCE: LogisticParameters = { features: [], weights: [], bias: 100 };

/** Synthetic sentences are many and easy, real ones few: one real sentence counts as much as this many synthetic ones. */
const REAL_WEIGHT = 60;
const FOLDS = 5;
const PENALTY = { penalty: 1e-4 };

export async function trainLinkConfidence(
  synthetic: readonly SkillSentence[],
  real: readonly SkillSentence[],
  deps: Untrained,
): Promise<{ link: LogisticParameters; card: ConfidenceCard }> {
  const easy = await examplesOf(synthetic, deps);
  const hard = await examplesOf(real, deps);
  const weighted = hard.map((example) => ({ ...example, weight: REAL_WEIGHT }));
  const all = [...easy, ...weighted];
  const tops = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeldOut = ({ sentence }: Example) => sentence % FOLDS === fold;
    const parameters = fitLogistic(
      [...LINK_FEATURES],
      [...easy, ...weighted.filter((one) => !isHeldOut(one))],
      PENALTY,
    );
    return topOfEachSentence(hard.filter(isHeldOut), parameters);
  }).flat();
  return {
    link: fitLogistic([...LINK_FEATURES], all, PENALTY),
    card: {
      trainedOn:
        'SkillSkape train (Magron et al. 2024, synthetic posting sentences) and HOUSE + TECH validation (Decorte et al. 2022, real ones)',
      sentences: synthetic.length + real.length,
      examples: all.length,
      positiveShare: round(all.filter(({ label }) => label === 1).length / all.length),
      crossValidated: {
        sentences: tops.length,
        topIsRight: round(mean(tops.map(({ isRight }) => (isRight ? 1 : 0)))),
        meanTopConfidence: round(mean(tops.map(({ confidence }) => confidence))),
      },
    },
  };
}

async function examplesOf(sentences: readonly SkillSentence[], deps: Untrained): Promise<Example[]> {
  const idsByLabel = groupBy(deps.space.skills.values(), (skill) => fold(skill.preferredLabel));
  const ranked = await rankCandidates(
    sentences.map(({ text }) => text),
    { ...deps, requirementClassifier: EVERY_SENTENCE, linkConfidence: NOTHING, aliases: 'loose' },
    { mode: 'fast', minRequirementProbability: 0 },
  );
  const examples: Example[] = [];
  ranked.forEach(({ candidates }, sentence) => {
    const gold = new Set(
      (sentences[sentence]?.labels ?? []).flatMap((label) =>
        (idsByLabel.get(fold(label)) ?? []).map(({ id }): string => id),
      ),
    );
    if (gold.size === 0) return;
    for (const candidate of candidates) {
      const label = gold.has(candidate.skillId) ? 1 : 0;
      examples.push({ values: linkFeatures(candidate), label, sentence });
    }
  });
  return examples;
}

function topOfEachSentence(examples: readonly Example[], parameters: LogisticParameters) {
  const best = new Map<number, { confidence: number; isRight: boolean }>();
  for (const { sentence, values, label } of examples) {
    const confidence = logisticProbability(parameters, values);
    if (confidence > (best.get(sentence)?.confidence ?? -1)) best.set(sentence, { confidence, isRight: label === 1 });
  }
  return [...best.values()];
}

/** Labels in labelled sets have stray blanks, and one has lost its commas. */
function fold(label: string): string {
  return withoutQualifier(label).toLowerCase().replaceAll(',', '').replace(/\s+/gu, ' ').trim();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

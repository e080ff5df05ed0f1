/**
 * What is known about one sentence and one candidate skill, as numbers: the input of the link confidence.
 *
 * Linking, training and evaluation all read the features here, so that they cannot drift apart.
 */
import type { ReuseLevel } from '../domain/skill.ts';
import type { LexiconHit } from './skill-lexicon.ts';

export const LINK_FEATURES = [
  'window-label',
  'window-all-labels',
  'window-label-4th-power',
  'sentence-label',
  'sentence-all-labels',
  'sentence-description',
  'label-words-present',
  'label-weight-present',
  'label-words',
  'exact-label',
  'exact-label-words',
  'exact-name',
  'exact-alias',
  'exact-alias-words',
  'alias-shared-log',
  'behind-window-best',
  'behind-sentence-best',
  'place-in-window',
  'transversal',
  'cross-sector',
  'occupation-specific',
  'occupations-log',
  'requirement-log-odds',
  'any-label-weight-present',
  'document-similarity',
  'near-windows',
  'knowledge',
  'label-weight-in-place',
  'place-ends-in-people',
] as const;

/** Everything found about one skill in one sentence. Similarities are cosines, -1 to 1. */
export interface SkillSignals {
  /** Best over the windows. */
  windowLabel: number;
  windowAllLabels: number;
  sentenceLabel: number;
  sentenceAllLabels: number;
  sentenceDescription: number;
  /** Part of the preferred label's content words (stemmed) that stand in the sentence, 0 to 1; and of their weight. */
  labelWordsPresent: number;
  labelWeightPresent: number;
  labelWordCount: number;
  hit: LexiconHit | undefined;
  /** Skills that the words of an alias could mean, at least 1. */
  aliasSharedBy: number;
  /** Similarity of the best skill of this one's window, and of the sentence, minus this one's. */
  behindWindowBest: number;
  behindSentenceBest: number;
  /** 0 for the nearest skill of its window, 1 for the second ... */
  placeInWindow: number;
  reuseLevel: ReuseLevel | null;
  /** Occupations of the taxonomy that ask for the skill. */
  occupations: number;
  /** How likely the sentence asks for anything, as ln(p / (1 - p)). */
  requirementLogOdds: number;
  /** Largest part of the weight of one of its labels, aliases among them, that stands in the sentence, 0 to 1. */
  anyLabelWeightPresent: number;
  /** Of the words of the sentence and those of the skill's labels and description, 0 to 1. */
  documentSimilarity: number;
  /** Windows that have it among their nearest five. */
  nearWindows: number;
  isKnowledge: boolean;
  /** Part of the weight of the preferred label's words that stands in the very words it was read off, 0 to 1. */
  labelWeightInPlace: number;
  /** Those words end in one for people: whom somebody works with, and seldom what is done. */
  endsInPeople: boolean;
}

const FURTHEST_PLACE = 4;

/** Values in the order of LINK_FEATURES. */
export function linkFeatures(signals: SkillSignals): number[] {
  const { hit, reuseLevel } = signals;
  const isLabel = hit?.isPreferred === true;
  const isAlias = hit !== undefined && !hit.isPreferred;
  return [
    signals.windowLabel,
    signals.windowAllLabels,
    Math.max(0, signals.windowLabel) ** 4,
    signals.sentenceLabel,
    signals.sentenceAllLabels,
    signals.sentenceDescription,
    signals.labelWordsPresent,
    signals.labelWeightPresent,
    signals.labelWordCount,
    Number(isLabel),
    isLabel ? hit.wordCount : 0,
    Number(isLabel && hit.isName),
    Number(isAlias),
    isAlias ? hit.wordCount : 0,
    isAlias ? Math.log(signals.aliasSharedBy) : 0,
    signals.behindWindowBest,
    signals.behindSentenceBest,
    Math.min(FURTHEST_PLACE, signals.placeInWindow) / FURTHEST_PLACE,
    Number(reuseLevel === 'transversal'),
    Number(reuseLevel === 'cross-sector'),
    Number(reuseLevel === 'occupation-specific'),
    Math.log1p(signals.occupations),
    signals.requirementLogOdds,
    signals.anyLabelWeightPresent,
    signals.documentSimilarity,
    signals.nearWindows,
    Number(signals.isKnowledge),
    signals.labelWeightInPlace,
    Number(signals.endsInPeople),
  ];
}

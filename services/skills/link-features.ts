/**
 * What is known about one sentence and one candidate skill, as numbers: the input of the link confidence.
 *
 * Linking, training and evaluation all read the features here, so that they cannot drift apart.
 */
import type { LexiconHit } from './skill-lexicon.ts';

export const LINK_FEATURES = [
  'window-label',
  'window-any-label-4th-power',
  'sentence-label',
  'sentence-description',
  'label-words-present',
  'exact-label',
  'exact-alias',
  'behind-best',
  'place-in-window',
] as const;

/** Everything found about one skill in one sentence. Similarities are cosines, -1 to 1; absent ones are 0. */
export interface SkillSignals {
  windowLabel: number;
  windowAnyLabel: number;
  sentenceLabel: number;
  sentenceDescription: number;
  /** Part of the preferred label's content words (stemmed) that stand in the sentence, 0 to 1. */
  labelWordsPresent: number;
  hit: LexiconHit | undefined;
  /** Best window similarity of any other candidate that the same window could mean, minus this one's. */
  behindBest: number;
  /** 0 for the nearest skill of its window, 1 for the second ... */
  placeInWindow: number;
}

/** Values in the order of LINK_FEATURES. */
export function linkFeatures(signals: SkillSignals): number[] {
  const { hit } = signals;
  return [
    signals.windowLabel,
    Math.max(0, signals.windowAnyLabel) ** 4,
    signals.sentenceLabel,
    signals.sentenceDescription,
    signals.labelWordsPresent,
    hit?.isPreferred === true ? 1 : 0,
    hit !== undefined && !hit.isPreferred ? 1 : 0,
    signals.behindBest,
    Math.min(4, signals.placeInWindow) / 4,
  ];
}

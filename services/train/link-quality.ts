/** How well links are ranked and how honest their confidence is, on sentences with known skills and on judged links. */
import { areaUnderCurve } from '../evaluate/area-under-curve.ts';
import { expectedCalibrationError } from '../evaluate/calibration-error.ts';
import { mean, reciprocalRank, rPrecisionAt } from '../evaluate/metrics.ts';
import { DEFAULT_LINK_OPTIONS } from '../skills/link-mentions.ts';
import { round } from './train-requirement-classifier.ts';

export interface JudgedQuality {
  /** Of a right and a wrong link: how often the right one is surer. */
  auc: number;
  ece: number;
  /** At the threshold of stored links: how many there are, and which share of them is right. */
  made: number;
  rightOfMade: number;
  /** Which share of the right ones is made. */
  madeOfRight: number;
}

export interface Quality {
  sentences: number;
  mrr: number;
  rpAt5: number;
  rpAt10: number;
  /** Expected calibration error over all candidates, and over those a reader would see (confidence of .1 and more). */
  ece: number;
  eceOfShown: number;
  shown: number;
}

/** Candidates of a smaller confidence no reader sees. */
const SHOWN_CONFIDENCE = 0.1;

export interface Answer {
  set: string;
  relevant: ReadonlySet<string>;
  /** Surest first. */
  ranked: { skillId: string; confidence: number; isRelevant: boolean }[];
}

export interface JudgedAnswer {
  confidence: number;
  isRelevant: boolean;
}

export function qualityOfJudged(links: readonly JudgedAnswer[]): JudgedQuality {
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

export function qualityOf(answers: readonly Answer[]): Quality {
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

/**
 * Does a confidence of 0.7 come true 7 times in 10? Confidences with outcomes in, expected calibration error out.
 *
 * ECE = sum over bins of (bin size / n) x |share that came true - mean confidence|, 0 (perfect) to 1. Two ways to cut
 * the bins, and they disagree: with many near-certain "no" candidates, equal width is ruled by its first bin, equal
 * mass looks closely at that end. Report which.
 */
import { mean } from './metrics.ts';

export interface Prediction {
  /** Stated probability, 0 to 1. */
  confidence: number;
  isRelevant: boolean;
}

/**
 * `equal-width` cuts 0 to 1 into parts of the same width (a bound belongs to the bin above it, 1 to the last);
 * `equal-mass` cuts the predictions, least sure first, into parts whose sizes differ by at most one. Predictions
 * of equal confidence are all read as equally likely true, so it does not matter which side of a cut they fall on.
 */
export type Binning = 'equal-width' | 'equal-mass';

export interface CalibrationBin {
  /** Bounds of the bin with equal width, least and largest confidence in it with equal mass. */
  low: number;
  high: number;
  /** Predictions in it, at least one. */
  count: number;
  meanConfidence: number;
  /** Share that came true. */
  rightShare: number;
}

/** @param binCount 10 unless said otherwise. 0 for no predictions. */
export function expectedCalibrationError(predictions: readonly Prediction[], binning: Binning, binCount = 10): number {
  return calibrationBins(predictions, binning, binCount).reduce(
    (error, { count, meanConfidence, rightShare }) =>
      error + (count / predictions.length) * Math.abs(rightShare - meanConfidence),
    0,
  );
}

/** Bins that hold anything, least sure first: the bars of a reliability diagram. */
export function calibrationBins(predictions: readonly Prediction[], binning: Binning, binCount = 10): CalibrationBin[] {
  const points = withMeanOutcomes(predictions);
  const bins = new Map<number, Point[]>();
  points.forEach((point, at) => {
    const bin =
      binning === 'equal-width'
        ? Math.min(binCount - 1, Math.floor(point.confidence * binCount))
        : Math.floor((at * binCount) / points.length);
    const known = bins.get(bin);
    if (known) known.push(point);
    else bins.set(bin, [point]);
  });
  return Array.from(bins, ([bin, some]) => ({
    low: binning === 'equal-width' ? bin / binCount : (some[0]?.confidence ?? 0),
    high: binning === 'equal-width' ? (bin + 1) / binCount : (some.at(-1)?.confidence ?? 0),
    count: some.length,
    meanConfidence: mean(some.map(({ confidence }) => confidence)),
    rightShare: mean(some.map(({ outcome }) => outcome)),
  }));
}

interface Point {
  confidence: number;
  /** Share that came true among the predictions of this very confidence. */
  outcome: number;
}

/** Least sure first. Without the mean, the error would depend on the order in which ties were given. */
function withMeanOutcomes(predictions: readonly Prediction[]): Point[] {
  const outcomes = new Map<number, { count: number; relevant: number }>();
  for (const { confidence, isRelevant } of predictions) {
    const known = outcomes.get(confidence) ?? { count: 0, relevant: 0 };
    outcomes.set(confidence, { count: known.count + 1, relevant: known.relevant + (isRelevant ? 1 : 0) });
  }
  return predictions
    .map(({ confidence }) => {
      const { count, relevant } = outcomes.get(confidence) ?? { count: 1, relevant: 0 };
      return { confidence, outcome: relevant / count };
    })
    .sort((a, b) => a.confidence - b.confidence);
}

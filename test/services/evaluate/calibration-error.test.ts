import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationBins,
  expectedCalibrationError,
  type Prediction,
} from '../../../services/evaluate/calibration-error.ts';

const predict = (confidence: number, isRelevant: boolean): Prediction => ({ confidence, isRelevant });
const binning = fc.constantFrom('equal-width' as const, 'equal-mass' as const);
const predictions = fc.array(
  fc.record({ confidence: fc.constantFrom(0, 0.05, 0.1, 0.5, 0.95, 1), isRelevant: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

describe('by hand', () => {
  it('weighs the gap of each bin by its size', () => {
    // Bin .2-.3: mean confidence .25, half true. Bin .9-1: confidence .95, none true.
    const some = [predict(0.22, true), predict(0.28, false), predict(0.95, false)];
    expect(expectedCalibrationError(some, 'equal-width')).toBeCloseTo((2 / 3) * 0.25 + (1 / 3) * 0.95);
  });

  it('lets over- and underconfidence cancel only within a bin', () => {
    const some = [predict(0.31, true), predict(0.69, false)];
    expect(expectedCalibrationError(some, 'equal-width')).toBeCloseTo(0.69);
    expect(expectedCalibrationError(some, 'equal-width', 1)).toBeCloseTo(0);
  });

  it('gives a bound to the bin above it, and 1 to the last bin', () => {
    // In one bin an early hit and an early miss cancel; in two bins they would add up.
    const within = (low: number, high: number): number =>
      expectedCalibrationError([predict(low, true), predict(high, false)], 'equal-width');
    expect(within(0.5, 0.55)).toBeCloseTo(Math.abs(0.5 - 0.525));
    expect(within(0.9, 1)).toBeCloseTo(Math.abs(0.5 - 0.95));
    expect(within(0.45, 0.5)).toBeCloseTo(0.5 * 0.55 + 0.5 * 0.5);
  });

  it('cuts equal-mass bins by rank', () => {
    // Two bins of two: (.1, .2) with none true, (.3, .9) with both.
    const some = [predict(0.9, true), predict(0.1, false), predict(0.3, true), predict(0.2, false)];
    expect(expectedCalibrationError(some, 'equal-mass', 2)).toBeCloseTo(0.5 * 0.15 + 0.5 * 0.4);
  });

  it('is 0 for confidences that come true as often as they say, and for none', () => {
    const some = [predict(0.5, true), predict(0.5, false), predict(1, true), predict(0, false)];
    expect(expectedCalibrationError(some, 'equal-width')).toBe(0);
    expect(expectedCalibrationError([], 'equal-mass')).toBe(0);
  });
});

it('lies between 0 and 1 and does not depend on the order', () => {
  fc.assert(
    fc.property(predictions, binning, (some, how) => {
      const error = expectedCalibrationError(some, how);
      expect(error).toBeGreaterThanOrEqual(0);
      expect(error).toBeLessThanOrEqual(1);
      expect(expectedCalibrationError(some.toReversed(), how)).toBeCloseTo(error, 12);
    }),
  );
});

describe('the bars of a reliability diagram', () => {
  it('hold every prediction once, and their gaps weighed by size are the error', () => {
    fc.assert(
      fc.property(predictions, binning, (some, how) => {
        const bins = calibrationBins(some, how);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
        const right = bins.reduce((sum, { count, rightShare }) => sum + count * rightShare, 0);
        expect(right).toBeCloseTo(some.filter(({ isRelevant }) => isRelevant).length, 9);
        for (const { low, high, meanConfidence } of bins) {
          expect(meanConfidence).toBeGreaterThanOrEqual(low - 1e-12);
          expect(meanConfidence).toBeLessThanOrEqual(high + 1e-12);
        }
      }),
    );
  });

  it('leave out what is empty and stand where they belong', () => {
    expect(calibrationBins([predict(0.95, true), predict(0.25, false), predict(0.9, false)], 'equal-width')).toEqual([
      { low: 0.2, high: 0.3, count: 1, meanConfidence: 0.25, rightShare: 0 },
      { low: 0.9, high: 1, count: 2, meanConfidence: 0.925, rightShare: 0.5 },
    ]);
    expect(calibrationBins([predict(0.95, true), predict(0.25, false)], 'equal-mass', 1)).toEqual([
      { low: 0.25, high: 0.95, count: 2, meanConfidence: 0.6, rightShare: 0.5 },
    ]);
  });
});

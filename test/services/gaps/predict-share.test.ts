import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCumulative, betaMean, betaVariance } from '../../../services/gaps/beta.ts';
import { linkDispersion } from '../../../services/gaps/link-dispersion.ts';
import { coveredPart, predictiveShape } from '../../../services/gaps/predict-share.ts';

describe('linkDispersion', () => {
  it('is 1 for sure links and for none', () => {
    expect(linkDispersion({ expectedCount: 4, squaredCount: 4 }, 20)).toBeCloseTo(1, 12);
    expect(linkDispersion({ expectedCount: 0, squaredCount: 0 }, 20)).toBeCloseTo(1, 12);
  });

  it('stays at 1 where float noise puts the squares above the sum: nothing varies more than sure answers', () => {
    expect(linkDispersion({ expectedCount: 4, squaredCount: 4 + 1e-9 }, 20)).toBe(1);
  });

  it('falls with the links’ probabilities, and stays above 0 where all are the same', () => {
    const halves = linkDispersion({ expectedCount: 5, squaredCount: 2.5 }, 99);
    expect(halves).toBeCloseTo((0.03 - 0.055 ** 2) / (0.055 * 0.945), 12);
    const everywhere = linkDispersion({ expectedCount: 16, squaredCount: 12.8 }, 20);
    expect(everywhere).toBeGreaterThan(0);
    expect(everywhere).toBeLessThan(0.2);
  });
});

describe('predictiveShape', () => {
  const posterior = { alpha: 3, beta: 7 };

  it('keeps the mean and adds the sampling of further postings, worked by hand', () => {
    const predictive = predictiveShape(posterior, 50, 0.8);
    expect(betaMean(predictive)).toBeCloseTo(0.3, 12);
    // Posterior variance .21 / 11, and E p (1 - p) x .8 / 50 with E p (1 - p) = .21 x 10 / 11.
    expect(betaVariance(predictive)).toBeCloseTo(0.21 / 11 + (0.21 * (10 / 11) * 0.8) / 50, 12);
  });

  it('is the beta-binomial for one sure posting: all the variance there can be', () => {
    expect(betaVariance(predictiveShape(posterior, 1, 1))).toBeCloseTo(0.21, 9);
  });
});

describe('coveredPart', () => {
  const even = { alpha: 1, beta: 1 };

  it('is 1 inside, 0 outside, and the part inside at the ends', () => {
    expect(coveredPart(even, 0.4, 0.1)).toBeCloseTo(1, 12);
    expect(coveredPart({ alpha: 30, beta: 70 }, 0.9, 0.01)).toBe(0);
    expect(coveredPart(even, 0.05, 0.1)).toBeCloseTo(0.5, 12);
    expect(coveredPart(even, 0.93, 0.1)).toBeCloseTo(0.7, 12);
  });

  it('at a share of 0 looks at what lies above 0 only', () => {
    expect(coveredPart(even, 0, 0.2)).toBeCloseTo(0.5, 12);
  });

  it('holds 9 of 10 of what the distribution itself expects, however few the steps and however skewed', () => {
    const shapes = fc.record({
      alpha: fc.double({ min: 0.01, max: 40, noNaN: true }),
      beta: fc.double({ min: 0.5, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(shapes, fc.integer({ min: 2, max: 60 }), (shape, n) => {
        const chanceUpTo = (share: number) => betaCumulative(shape, Math.min(1, Math.max(0, share)));
        let covered = 0;
        for (let count = 0; count <= n; count++) {
          const chance = chanceUpTo((count + 0.5) / n) - chanceUpTo((count - 0.5) / n);
          covered += chance * coveredPart(shape, count / n, 1 / n);
        }
        expect(covered).toBeCloseTo(0.9, 9);
      }),
    );
  });
});

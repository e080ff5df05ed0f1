import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaCumulative,
  betaInterval,
  betaMean,
  betaQuantile,
  betaVariance,
  logGamma,
} from '../../../services/gaps/beta.ts';
import { near } from '../../near.ts';

/** Reference values: mpmath 1.3 with 40 digits; those with a parameter of 1e4 and more: SciPy 1.17. */
const shape = (alpha: number, beta: number) => ({ alpha, beta });
const parameter = fc.constantFrom(1e-3, 0.01, 0.5, 1, 2.5, 30, 1e3, 1e6);

describe('logGamma', () => {
  it.each([
    [0.001, 6.9071788853838537],
    [0.5, 0.57236494292470009],
    [1.5, -0.12078223763524522],
    [3, 0.69314718055994531],
    [10, 12.80182748008147],
    [123.456, 469.60554712992947],
    [1e6, 12815504.569147612],
  ])('of %d agrees with the reference', (z, expected) => {
    expect(Math.abs(logGamma(z) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
  });

  it.each([0, -1, NaN, Infinity])('refuses %d', (z) => {
    expect(() => logGamma(z)).toThrow(RangeError);
  });
});

describe('betaCumulative', () => {
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554538],
    [2, 3, 0.4, 0.5248],
    [0.001, 1, 1e-5, 0.98855309465693884],
    [50, 950, 0.06, 0.92094334609885894],
    [1000, 9000, 0.1013, 0.67022958650437723],
    [10.5, 0.5, 0.99, 0.64984365807809139],
    [0.01, 200, 0.002, 0.99294070084439126],
    [1e6, 1e6, 0.4994184565471427, 0.04999999999999355],
    [1000, 1e6, 0.0009476370652793387, 0.05000000000608154],
  ])('of (%d, %d) at %d agrees with the reference', (alpha, beta, x, expected) => {
    expect(Math.abs(betaCumulative(shape(alpha, beta), x) - expected)).toBeLessThan(1e-12);
  });

  it('is 0 below the range and 1 above it', () => {
    expect(betaCumulative(shape(2, 3), 0)).toBe(0);
    expect(betaCumulative(shape(2, 3), -0.5)).toBe(0);
    expect(betaCumulative(shape(2, 3), 1)).toBe(1);
  });

  it('counts the other tail when the parameters change places', () => {
    fc.assert(
      fc.property(parameter, parameter, fc.constantFrom(0.001, 0.25, 0.5, 0.9), (alpha, beta, x) => {
        expect(betaCumulative(shape(alpha, beta), x)).toBeCloseTo(1 - betaCumulative(shape(beta, alpha), 1 - x), 10);
      }),
    );
  });
});

describe('betaQuantile', () => {
  it.each([
    [0.5, 0.5, 0.05, 0.0061558297024311369],
    [2, 3, 0.95, 0.75139537426981853],
    [0.01, 1, 0.95, 0.0059205292203340255],
    [0.05, 11, 0.95, 0.024938632097271593],
    [3.5, 97.5, 0.05, 0.010914577218214941],
    [3.5, 97.5, 0.95, 0.068756793453467797],
    [40.25, 10.75, 0.95, 0.87543333263337804],
    [0.5, 200.5, 0.05, 9.8180215449770305e-6],
    [1e6, 1e6, 0.05, 0.4994184565471427],
    [0.001, 1e6, 0.999, 2.647703674407731e-7],
    [5e4, 9.5e5, 0.95, 0.05035899831758688],
    [0.2, 1e6, 0.05, 2.0392139257981323e-13],
    [0.1, 0.2, 0.95, 0.9999336792856015],
  ])('of (%d, %d) at %d agrees with the reference to 1e-9 of itself', (alpha, beta, probability, expected) => {
    expect(Math.abs(betaQuantile(shape(alpha, beta), probability) / expected - 1)).toBeLessThan(1e-9);
  });

  it('is the probability itself for the uniform distribution, and 0 and 1 at the ends', () => {
    for (const probability of [0, 1e-6, 0.05, 0.5, 0.95, 1]) {
      expect(betaQuantile(shape(1, 1), probability)).toBeCloseTo(probability, 12);
    }
  });

  it('falls to 0 where the true value is below the smallest double, and its mirror image to 1', () => {
    expect(betaQuantile(shape(1e-3, 1e-3), 0.05)).toBe(0);
    expect(betaQuantile(shape(1e-3, 1e-3), 0.95)).toBe(1);
    expect(betaQuantile(shape(1e6, 1e-3), 0.05)).toBe(1);
  });

  it('undoes the distribution function from 1e-3 to 1e6 wherever doubles can tell two values apart', () => {
    const probability = fc.constantFrom(0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999);
    fc.assert(
      fc.property(parameter, parameter, probability, (alpha, beta, p) => {
        const x = betaQuantile(shape(alpha, beta), p);
        if (x === 0 || x > 0.999) return;
        expect(Math.abs(betaCumulative(shape(alpha, beta), x) - p)).toBeLessThan(1e-9);
      }),
    );
  });

  it('refuses parameters and probabilities out of range', () => {
    expect(() => betaQuantile(shape(0, 1), 0.5)).toThrow(RangeError);
    expect(() => betaQuantile(shape(1, NaN), 0.5)).toThrow(RangeError);
    expect(() => betaQuantile(shape(1, Infinity), 0.5)).toThrow(RangeError);
    expect(() => betaQuantile(shape(1, 1), 1.1)).toThrow(RangeError);
    expect(() => betaQuantile(shape(1, 1), NaN)).toThrow(RangeError);
  });
});

describe('betaInterval', () => {
  it('runs from the 5 % to the 95 % quantile', () => {
    expect(betaInterval(shape(3.5, 97.5))).toEqual([near(0.0109145772, 9), near(0.0687567935, 9)]);
  });

  it('contains its mean even where an extreme skew puts the mean outside the quantiles', () => {
    const skewed = shape(0.01, 1);
    expect(betaQuantile(skewed, 0.95)).toBeLessThan(betaMean(skewed));
    expect(betaInterval(skewed)[1]).toBe(betaMean(skewed));
    expect(betaInterval(shape(1, 0.01))[0]).toBe(betaMean(shape(1, 0.01)));
  });
});

describe('betaMean and betaVariance', () => {
  it('are those of the distribution', () => {
    expect(betaMean(shape(2, 6))).toBe(0.25);
    expect(betaVariance(shape(2, 6))).toBeCloseTo(12 / (64 * 9), 15);
  });
});

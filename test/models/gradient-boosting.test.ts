import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binFeature, MOST_BINS } from '../../models/feature-bins.ts';
import { fitBoostedTrees } from '../../models/fit-gradient-boosting.ts';
import { boostedLogOdds } from '../../models/gradient-boosting.ts';
import type { LabelledExample } from '../../models/logistic-regression.ts';

const options = { trees: 60, leaves: 4, learningRate: 0.3, penalty: 1, minExamples: 1 };

/** Right where exactly one of two numbers is large: no line through them tells. */
const either: LabelledExample[] = [0, 1].flatMap((a) =>
  [0, 1].flatMap((b) => Array.from({ length: 10 }, () => ({ values: [a, b, 0.5], label: a === b ? 0 : 1 }))),
);

describe('boosted trees', () => {
  it('learn what only two numbers together tell', () => {
    // Without a hint there is no first split that gains: one corner has an example more.
    const fitted = fitBoostedTrees(3, [...either, { values: [0, 1, 0.5], label: 1 }], options);
    for (const { values, label } of either) expect(boostedLogOdds(fitted, values) > 0).toBe(label === 1);
  });

  it('start from the share of right examples, and stay there when no number tells', () => {
    const flat = [0, 0, 0, 1].map((label) => ({ values: [7], label: label as 0 | 1 }));
    expect(boostedLogOdds(fitBoostedTrees(1, flat, options), [7])).toBeCloseTo(Math.log(1 / 3), 5);
  });

  it('count an example of weight 3 like three of weight 1', () => {
    const three = [...either, ...Array.from({ length: 3 }, () => ({ values: [0.2, 0.9, 0], label: 0 as const }))];
    const heavy = [...either, { values: [0.2, 0.9, 0], label: 0 as const, weight: 3 }];
    expect(fitBoostedTrees(3, heavy, options).bias).toBe(fitBoostedTrees(3, three, options).bias);
    const [a, b] = [three, heavy].map((some) => boostedLogOdds(fitBoostedTrees(3, some, options), [0.2, 0.9, 0]));
    expect(a).toBeCloseTo(b ?? NaN, 6);
  });

  it('never make a leaf of fewer examples than asked, nor more leaves', () => {
    const fitted = fitBoostedTrees(3, either, { ...options, minExamples: 21 });
    for (const { feature } of fitted.trees) expect(feature).toEqual([-1]);
    for (const { feature } of fitBoostedTrees(3, either, { ...options, leaves: 2 }).trees) {
      expect(feature.filter((one) => one === -1).length).toBeLessThanOrEqual(2);
    }
  });

  it('are the same bytes for the same examples', () => {
    expect(JSON.stringify(fitBoostedTrees(3, either, options))).toBe(
      JSON.stringify(fitBoostedTrees(3, either, options)),
    );
  });
});

describe('bins', () => {
  it('keep the order of the values, and every value on its side of its cut', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-2, 0, 0.5, 1, 7, 7.25), { minLength: 1 }), (values) => {
        const { bins, cuts } = binFeature(Float64Array.from(values));
        values.forEach((value, at) => {
          const bin = bins[at] ?? NaN;
          if (bin < cuts.length) expect(value).toBeLessThanOrEqual(cuts[bin] ?? NaN);
          if (bin > 0) expect(value).toBeGreaterThan(cuts[bin - 1] ?? NaN);
        });
      }),
    );
  });

  it('are at most so many, of about equal size, where values are many', () => {
    const { bins, cuts } = binFeature(Float64Array.from({ length: 6400 }, (_, at) => Math.sqrt(at)));
    expect(cuts.length).toBe(MOST_BINS - 1);
    const counts = Array.from({ length: MOST_BINS }, (_, bin) => bins.filter((one) => one === bin).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  });
});

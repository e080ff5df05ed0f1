import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkillSupply } from '../../../services/domain/gap.ts';
import { betaMean, betaVariance } from '../../../services/gaps/beta.ts';
import { measureGaps } from '../../../services/gaps/measure-gaps.ts';
import { buildDemand } from '../../builders.ts';
import { near } from '../../near.ts';

const seed = { seed: 1 };
const fixed = (skillId: string, supplyShare: number): SkillSupply => ({ skillId, supplyShare, state: 'claimed' });
const counted = (skillId: string, alpha: number, beta: number): SkillSupply => {
  return { skillId, supplyShare: alpha / (alpha + beta), state: 'measured', posterior: { alpha, beta } };
};

describe('measureGaps', () => {
  it('is the demand that supply does not meet, with the interval scaled alike', () => {
    const [gap] = measureGaps([buildDemand('welding', 0.4)], [fixed('welding', 0.25)], seed);
    expect(gap).toMatchObject({ supplyShare: 0.25, supplyState: 'claimed', gapShare: near(0.3) });
    expect(gap!.gapInterval).toEqual([near(0.35 * 0.75), near(0.45 * 0.75)]);
  });

  it('equals demand and says unknown when nothing is known of the supply, which is not the same as none', () => {
    const unknown = { skillId: 'welding', supplyShare: 0.7, state: 'unknown' } as const;
    for (const supplies of [[], [unknown]]) {
      const [gap] = measureGaps([buildDemand('welding', 0.4)], supplies, seed);
      expect(gap).toMatchObject({
        supplyShare: null,
        supplyState: 'unknown',
        gapShare: 0.4,
        gapInterval: buildDemand('welding', 0.4).demandInterval,
      });
    }
    const [none] = measureGaps([buildDemand('welding', 0.4)], [fixed('welding', 0)], seed);
    expect(none).toMatchObject({ supplyShare: 0, supplyState: 'claimed', gapShare: 0.4 });
  });

  it('keeps met demand as a gap of 0', () => {
    const [gap] = measureGaps([buildDemand('welding', 0.4)], [fixed('welding', 1)], seed);
    expect(gap).toMatchObject({ gapShare: 0, gapInterval: [0, 0] });
  });

  it('never lies outside its interval, however skewed both sides are', () => {
    const parameter = fc.constantFrom(0.001, 0.05, 1, 50);
    fc.assert(
      fc.property(parameter, parameter, parameter, parameter, (a, b, alpha, beta) => {
        const demand = buildDemand('welding', a / (a + b), { posterior: { alpha: a, beta: b } });
        const [gap] = measureGaps([demand], [counted('welding', alpha, beta)], { ...seed, drawCount: 200 });
        const [low, high] = gap?.gapInterval ?? [1, 0];
        expect(low).toBeLessThanOrEqual(gap?.gapShare ?? -1);
        expect(high).toBeGreaterThanOrEqual(gap?.gapShare ?? 2);
      }),
      // The mean below the lower quantile, and above the upper one.
      {
        examples: [
          [50, 0.001, 0.001, 50],
          [0.001, 50, 1, 1],
        ],
      },
    );
  });

  it('lists the largest gap first, ties by id', () => {
    const demands = [
      buildDemand('sales', 0.4),
      buildDemand('python', 0.4),
      buildDemand('triage', 0.9),
      buildDemand('art', 0.8),
    ];
    const gaps = measureGaps(demands, [fixed('triage', 0.9), fixed('art', 0.5)], seed);
    expect(gaps.map(({ skillId }) => skillId)).toEqual(['art', 'python', 'sales', 'triage']);
  });

  it('draws from both posteriors when the supply was counted: as wide as the product of the two', () => {
    const demand = buildDemand('welding', 0.4, { posterior: { alpha: 400, beta: 600 } });
    const [gap] = measureGaps([demand], [counted('welding', 60, 40)], { seed: 3 });
    const [d, s] = [demand.posterior, { alpha: 60, beta: 40 }];
    // Var(D (1 - S)) for independent D and S; near enough to normal here.
    const deviation = Math.sqrt(
      betaVariance(d) * betaVariance(s) + betaVariance(d) * (1 - betaMean(s)) ** 2 + betaVariance(s) * betaMean(d) ** 2,
    );
    const [low, high] = gap!.gapInterval;
    expect(gap!.gapShare).toBeCloseTo(0.16, 12);
    expect((high - low) / (2 * 1.645 * deviation)).toBeGreaterThan(0.94);
    expect((high - low) / (2 * 1.645 * deviation)).toBeLessThan(1.06);
    expect((low + high) / 2).toBeCloseTo(0.16, 2);
  });

  it('gives the same interval for the same seed, whatever else is measured', () => {
    const demands = [buildDemand('welding', 0.4), buildDemand('sales', 0.2)];
    const supplies = [counted('welding', 3, 7), counted('sales', 3, 7)];
    const alone = measureGaps(demands.slice(0, 1), supplies.slice(0, 1), seed)[0];
    expect(measureGaps(demands.toReversed(), supplies.toReversed(), seed)[0]).toEqual(alone);
    expect(measureGaps(demands, supplies, { seed: 2 })[0]?.gapInterval).not.toEqual(alone?.gapInterval);
    expect(measureGaps(demands, supplies, { seed: 1, drawCount: 100 })[0]?.gapInterval).not.toEqual(alone?.gapInterval);
  });

  it('draws for each skill anew: the luck of one seed is not that of all skills', () => {
    const [one, other] = measureGaps(
      [buildDemand('welding', 0.4), buildDemand('sales', 0.4)],
      [counted('welding', 3, 7), counted('sales', 3, 7)],
      seed,
    );
    expect(other!.gapShare).toBe(one!.gapShare);
    expect(other!.gapInterval).not.toEqual(one!.gapInterval);
  });

  it('never exceeds demand, lies in its interval, and more supply never widens it', () => {
    const share = fc.constantFrom(0, 0.2, 0.5, 1);
    fc.assert(
      fc.property(share, share, share, (demandShare, supplyShare, extra) => {
        const demands = [buildDemand('a', demandShare)];
        const [gap] = measureGaps(demands, [fixed('a', supplyShare)], seed);
        const [less] = measureGaps(demands, [fixed('a', Math.max(supplyShare, extra))], seed);
        expect(gap!.gapShare).toBeLessThanOrEqual(demandShare);
        expect(less!.gapShare).toBeLessThanOrEqual(gap!.gapShare);
        expect(gap!.gapInterval[0]).toBeLessThanOrEqual(gap!.gapShare);
        expect(gap!.gapInterval[1]).toBeGreaterThanOrEqual(gap!.gapShare);
      }),
    );
  });

  it('contains its mean even where the draws of a very skewed demand do not', () => {
    const demand = buildDemand('a', 0.0099, { posterior: { alpha: 0.01, beta: 1 } });
    const [gap] = measureGaps([demand], [counted('a', 1, 9)], seed);
    expect(gap!.gapInterval[1]).toBeGreaterThanOrEqual(gap!.gapShare);
  });

  it('refuses two supplies for one skill and a supply above 1', () => {
    expect(() => measureGaps([], [fixed('a', 0.1), fixed('a', 0.2)], seed)).toThrow(RangeError);
    expect(() => measureGaps([buildDemand('a', 0.1)], [fixed('a', 1.2)], seed)).toThrow();
  });
});

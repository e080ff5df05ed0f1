import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureTrend, studentQuantile95, type WeekCount } from '../../../services/gaps/measure-trend.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const weeks = (counts: number[], n = 100): WeekCount[] =>
  counts.map((expectedCount, week) => ({ week, n, expectedCount }));

describe('studentQuantile95', () => {
  // Tables of Student's t.
  it.each([
    [1, 6.313751515],
    [2, 2.91998558],
    [10, 1.812461123],
    [1000, 1.646378818],
  ])('with %d degrees of freedom is %d', (freedom, expected) => {
    expect(studentQuantile95(freedom)).toBeCloseTo(expected, 7);
  });
});

describe('measureTrend', () => {
  it('finds the slope and interval of an independent implementation', () => {
    // Newton on the same likelihood in Python (numpy), dispersion 2.93.
    const trend = measureTrend(weeks([10, 22, 12, 31, 24, 42, 30, 45]));
    expect(trend!.slope).toBeCloseTo(0.232111377, 6);
    expect(trend!.interval[0]).toBeCloseTo(0.108634522, 6);
    expect(trend!.interval[1]).toBeCloseTo(0.355588233, 6);
    expect(trend!.direction).toBe('emerging');
  });

  it('does not shrink the interval when the weeks agree better than chance', () => {
    // Exactly on a logistic curve: Pearson 0, dispersion held at 1.
    const exact = Array.from({ length: 6 }, (_, week) => 100 / (1 + Math.exp(1 - 0.3 * week)));
    const trend = measureTrend(weeks(exact));
    expect(trend!.slope).toBeCloseTo(0.3, 9);
    expect(trend!.interval[1] - trend!.interval[0]).toBeGreaterThan(0.1);
  });

  it('says declining for the same weeks turned round, with the mirrored interval', () => {
    const counts = [10, 22, 12, 31, 24, 42, 30, 45];
    const [up, down] = [measureTrend(weeks(counts)), measureTrend(weeks(counts.toReversed()))];
    expect(down!.direction).toBe('declining');
    expect(down!.slope).toBeCloseTo(-up!.slope, 9);
    expect(down!.interval[0]).toBeCloseTo(-up!.interval[1], 9);
  });

  it('says stable when the slope cannot be told from 0', () => {
    expect(measureTrend(weeks([20, 24, 19, 23, 21, 22]))?.direction).toBe('stable');
  });

  describe('of several sources', () => {
    const early = weeks([10, 11, 9, 10, 12, 9]).map((one) => ({ ...one, source: 'a board of 2020' }));
    const late = weeks([40, 38, 41, 42, 39, 40]).map((one) => ({ ...one, week: one.week + 260, source: 'a register' }));

    it('does not take what one lists and the other does not for a trend', () => {
      const pooled = [...early, ...late].map(({ week, n, expectedCount }) => ({ week, n, expectedCount }));
      expect(measureTrend(pooled)!.direction).toBe('emerging');
      expect(measureTrend([...early, ...late])!.direction).toBe('stable');
    });

    it('finds the slope they have in common, whatever share each begins with', () => {
      const onCurve = (source: string, from: number, start: number) =>
        Array.from({ length: 5 }, (_, week) => ({
          week: week + from,
          source,
          n: 100,
          expectedCount: 100 / (1 + Math.exp(start - 0.3 * week)),
        }));
      const trend = measureTrend([...onCurve('a', 0, 3), ...onCurve('b', 100, -0.5)]);
      expect(trend!.slope).toBeCloseTo(0.3, 9);
      expect(trend!.direction).toBe('emerging');
    });

    it('says the same of one source under any name, and leaves out one without postings in both halves', () => {
      const rising = weeks([10, 22, 12, 31, 24, 42, 30, 45]);
      const named = rising.map((one) => ({ ...one, source: 'a' }));
      expect(measureTrend(named)).toEqual(measureTrend(rising));
      expect(measureTrend([...named, { week: 99, n: 500, expectedCount: 5, source: 'seen once' }])).toEqual(
        measureTrend(rising),
      );
    });
  });

  it('takes sparse weeks together, so that many of them do not make a slope look sure', () => {
    // One posting in each of thirty weeks, three of which ask; then four full weeks that disagree with each other.
    const sparse = Array.from({ length: 30 }, (_, week) => ({ week, n: 1, expectedCount: week % 10 === 5 ? 1 : 0 }));
    const full = [70, 20, 65, 25].map((expectedCount, at) => ({ week: 30 + at, n: 100, expectedCount }));
    const trend = measureTrend([...sparse, ...full])!;
    const blocks = [0, 10, 20].map((from) => ({ week: from + 4.5, n: 10, expectedCount: 1 }));
    expect(trend).toEqual(measureTrend([...blocks, ...full]));
    expect(trend.direction).toBe('stable');
  });

  it('takes a last week below the floor together with the one before', () => {
    const before = weeks([20, 24, 19, 23]);
    const trend = measureTrend([...before, { week: 4, n: 90, expectedCount: 18 }, { week: 5, n: 9, expectedCount: 9 }]);
    const joined = { week: (4 * 90 + 5 * 9) / 99, n: 99, expectedCount: 27 };
    expect(trend!.slope).toBeCloseTo(measureTrend([...before, joined])!.slope, 12);
    expect(trend!.interval[0]).toBeCloseTo(measureTrend([...before, joined])!.interval[0], 12);
  });

  it('weighs a week by its postings', () => {
    const lightLastWeek = [...weeks([20, 20, 20, 20, 20]), { week: 5, n: 1, expectedCount: 1 }];
    const heavyLastWeek = [...weeks([20, 20, 20, 20, 20]), { week: 5, n: 100, expectedCount: 100 }];
    expect(measureTrend(lightLastWeek)!.slope).toBeLessThan(measureTrend(heavyLastWeek)!.slope / 5);
  });

  it('gives none below the floor in either half, and leaves the middle week to neither', () => {
    const window = (early: number, middle: number, late: number): WeekCount[] => [
      { week: 0, n: early, expectedCount: early / 2 },
      { week: 1, n: middle, expectedCount: middle / 4 },
      { week: 2, n: late, expectedCount: late / 2 },
    ];
    expect(measureTrend(window(10, 50, 10))).not.toBeNull();
    expect(measureTrend(window(9, 50, 10))).toBeNull();
    expect(measureTrend(window(10, 50, 9))).toBeNull();
    expect(measureTrend(window(9, 50, 10), { floor: 9 })).not.toBeNull();
  });

  it('gives none where a half reaches the floor only with the middle week, however many weeks there are', () => {
    const window = (counts: number[]) => counts.map((n, week) => ({ week, n, expectedCount: n / 5 }));
    expect(measureTrend(window([4, 6, 50, 20, 20]))).not.toBeNull();
    expect(measureTrend(window([4, 5, 50, 20, 20]))).toBeNull();
    expect(measureTrend(window([20, 20, 50, 6, 4]))).not.toBeNull();
    expect(measureTrend(window([20, 20, 50, 5, 4]))).toBeNull();
  });

  it('takes the window from its weeks without postings too', () => {
    const silent = Array.from({ length: 20 }, (_, week) => ({ week: week + 6, n: 0, expectedCount: 0 }));
    expect(measureTrend([...weeks([20, 30, 25, 35, 30, 40]), ...silent])).toBeNull();
    const silentBefore = silent.map((one) => ({ ...one, week: one.week - 30 }));
    expect(measureTrend([...silentBefore, ...weeks([20, 30, 25, 35, 30, 40])])).toBeNull();
  });

  it('gives none with two weeks, with no week, and where no finite slope fits', () => {
    expect(measureTrend(weeks([10, 20]))).toBeNull();
    expect(measureTrend([])).toBeNull();
    expect(measureTrend(weeks([0, 0, 0, 0]))).toBeNull();
    expect(measureTrend(weeks([100, 100, 100, 100]))).toBeNull();
    expect(measureTrend(weeks([0, 0, 100, 100]))).toBeNull();
  });

  it('depends neither on the origin of the weeks nor on their order', () => {
    const count = fc.constantFrom(0, 10, 20, 60);
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 4, maxLength: 8 }),
        fc.constantFrom(-50, 2900, 3_000_000),
        (counts, origin) => {
          const trend = measureTrend(weeks(counts));
          const moved = measureTrend(
            weeks(counts)
              .map((week) => ({ ...week, week: week.week + origin }))
              .toReversed(),
          );
          expect(moved === null).toBe(trend === null);
          if (trend === null || moved === null) return;
          expect(moved.slope).toBeCloseTo(trend.slope, 6);
          expect(moved.interval[0]).toBeCloseTo(trend.interval[0], 6);
        },
      ),
    );
  });

  it('calls a level share emerging or declining about 1 time in 10, although weeks differ more than chance', () => {
    const random = seededRandom(4, 'weeks');
    let called = 0;
    for (let round = 0; round < 400; round += 1) {
      const counts = Array.from({ length: 12 }, () => {
        const share = 0.1 + 0.2 * random();
        return Array.from({ length: 100 }, random).filter((u) => u < share).length;
      });
      if (measureTrend(weeks(counts))?.direction !== 'stable') called += 1;
    }
    expect(called / 400).toBeGreaterThan(0.06);
    expect(called / 400).toBeLessThan(0.14);
  });

  describe('on simulated weeks that postings of a few employers make uneven', () => {
    const series = (random: () => number, shareAt: (week: number) => number) =>
      Array.from({ length: 20 }, (_, week): WeekCount => {
        const n = 40 + Math.floor(40 * random());
        // Employers cluster: in a week the share itself moves by up to a quarter.
        const share = shareAt(week) * (0.75 + 0.5 * random());
        // Links are unsure: each adds its probability, not 1.
        const asked = Array.from({ length: n }, random).filter((u) => u < share / 0.6);
        return { week, n, expectedCount: asked.length * 0.6 };
      });
    const flaggedShare = (seed: number, shareAt: (week: number) => number, direction: string) => {
      const random = seededRandom(seed, direction);
      const rounds = Array.from({ length: 300 }, () => measureTrend(series(random, shareAt))?.direction);
      return rounds.filter((found) => found === direction).length / rounds.length;
    };

    it.each([0.05, 0.2, 0.4])('flags at most 12 % of level shares of %d', (share) => {
      const level = () => share;
      expect(flaggedShare(1, level, 'emerging') + flaggedShare(1, level, 'declining')).toBeLessThanOrEqual(0.12);
    });

    it('flags at least 90 % of shares that double from the first week to the last', () => {
      const doubling = (week: number) => 0.15 * 2 ** (week / 19);
      expect(flaggedShare(2, doubling, 'emerging')).toBeGreaterThanOrEqual(0.9);
    });
  });
});

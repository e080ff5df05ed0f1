import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  hitAt,
  mean,
  ndcgAt,
  recallAt,
  reciprocalRank,
  rPrecisionAt,
} from '../../../services/evaluate/metrics.ts';

const ranked = ['a', 'b', 'c', 'd', 'e'];
const relevant = new Set(['b', 'd', 'x']);

/** A ranking of some of five ids, and what is relevant among six: small, so that first and last places happen. */
const ranking = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']);
const judged = fc.subarray(['a', 'b', 'c', 'd', 'e', 'x'], { minLength: 1 }).map((ids) => new Set(ids));
const cut = fc.constantFrom(1, 2, 3, 5, 10);

describe('by hand: b and d of five ranked are relevant, x is not ranked', () => {
  it('MRR looks at the first relevant id only', () => {
    expect(reciprocalRank(ranked, relevant)).toBe(1 / 2);
    expect(reciprocalRank(ranked, new Set(['a', 'e']))).toBe(1);
    expect(reciprocalRank(ranked, new Set(['x']))).toBe(0);
  });

  it('RP@k divides by what could be there: min(k, R)', () => {
    expect(rPrecisionAt(ranked, relevant, 1)).toBe(0);
    expect(rPrecisionAt(ranked, relevant, 2)).toBe(1 / 2);
    expect(rPrecisionAt(ranked, relevant, 3)).toBe(1 / 3);
    expect(rPrecisionAt(ranked, relevant, 5)).toBe(2 / 3);
  });

  it('recall@k divides by R whatever k is', () => {
    expect(recallAt(ranked, relevant, 2)).toBe(1 / 3);
    expect(recallAt(ranked, relevant, 4)).toBe(2 / 3);
    expect(recallAt(ranked, relevant, 50)).toBe(2 / 3);
  });

  it('hit@k asks for one of them', () => {
    expect(hitAt(ranked, relevant, 1)).toBe(0);
    expect(hitAt(ranked, relevant, 2)).toBe(1);
  });

  it('average precision counts the id that is not ranked as never found', () => {
    expect(averagePrecision(ranked, relevant)).toBeCloseTo((1 / 2 + 2 / 4 + 0) / 3);
  });

  it('nDCG@k discounts gains by the logarithm of the place', () => {
    const gains = new Map([
      ['b', 3],
      ['d', 1],
      ['x', 2],
    ]);
    const best = 3 / Math.log2(2) + 2 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcgAt(ranked, gains, 10)).toBeCloseTo((3 / Math.log2(3) + 1 / Math.log2(5)) / best);
    expect(ndcgAt(ranked, gains, 2)).toBeCloseTo(3 / Math.log2(3) / (3 / Math.log2(2) + 2 / Math.log2(3)));
  });
});

describe('of any ranking', () => {
  it('every measure is a share', () => {
    fc.assert(
      fc.property(ranking, judged, cut, (ids, good, k) => {
        const gains = new Map([...good].map((id) => [id, id === 'a' ? 3 : 1]));
        for (const value of [
          reciprocalRank(ids, good),
          rPrecisionAt(ids, good, k),
          recallAt(ids, good, k),
          hitAt(ids, good, k),
          averagePrecision(ids, good),
          ndcgAt(ids, gains, k),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('the best order scores 1 everywhere', () => {
    fc.assert(
      fc.property(judged, cut, (good, k) => {
        const best = [...good, 'y', 'z'];
        const gains = new Map(best.map((id, at) => [id, good.has(id) ? 10 - at : 0]));
        expect(reciprocalRank(best, good)).toBe(1);
        expect(rPrecisionAt(best, good, k)).toBe(1);
        expect(averagePrecision(best, good)).toBeCloseTo(1);
        expect(ndcgAt(best, gains, k)).toBeCloseTo(1);
      }),
    );
  });

  it('moving a relevant id one place up never lowers a measure', () => {
    fc.assert(
      fc.property(ranking, judged, cut, fc.nat(3), (ids, good, k, at) => {
        const [upper, lower] = [ids[at], ids[at + 1]];
        fc.pre(upper !== undefined && lower !== undefined && good.has(lower) && !good.has(upper));
        const better = ids.with(at, lower).with(at + 1, upper);
        const gains = new Map([...good].map((id) => [id, 1]));
        expect(reciprocalRank(better, good)).toBeGreaterThanOrEqual(reciprocalRank(ids, good));
        expect(rPrecisionAt(better, good, k)).toBeGreaterThanOrEqual(rPrecisionAt(ids, good, k));
        expect(averagePrecision(better, good)).toBeGreaterThan(averagePrecision(ids, good));
        expect(ndcgAt(better, gains, k)).toBeGreaterThanOrEqual(ndcgAt(ids, gains, k));
      }),
    );
  });
});

it('the mean of nothing is 0', () => {
  expect(mean([])).toBe(0);
  expect(mean([0, 1, 0.5])).toBe(0.5);
});

import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../bench/wef/cohen-kappa.ts';

const repeated = (verdict: string, count: number) => Array.from({ length: count }, () => verdict);

describe('cohenKappa', () => {
  it('is that of a table worked out by hand', () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: alike .7, by chance .5 x .6 + .5 x .4 = .5.
    const first = [...repeated('yes', 25), ...repeated('no', 25)];
    const second = [...repeated('yes', 20), ...repeated('no', 5), ...repeated('yes', 10), ...repeated('no', 15)];
    const { observed, kappa } = cohenKappa(first, second);
    expect(observed).toBeCloseTo(0.7, 12);
    expect(kappa).toBeCloseTo(0.4, 12);
    expect(cohenKappa(second, first).kappa).toBeCloseTo(kappa, 12);
  });

  it('is 1 for the same lists and below 0 for less agreement than by chance', () => {
    expect(cohenKappa(['a', 'b', 'c'], ['a', 'b', 'c']).kappa).toBe(1);
    expect(cohenKappa(['a', 'b'], ['b', 'a']).kappa).toBe(-1);
  });

  it('refuses lists that are not of the same things', () => {
    expect(() => cohenKappa(['a'], ['a', 'b'])).toThrow(RangeError);
    expect(() => cohenKappa([], [])).toThrow(RangeError);
  });
});

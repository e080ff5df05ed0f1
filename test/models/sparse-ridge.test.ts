import { describe, expect, it } from 'vitest';
import { RidgeSums } from '../../models/ridge-regression.ts';
import { solveSparseRidge, type SparseVector } from '../../models/sparse-ridge.ts';

const dense = [
  [1, 0, 2, 0],
  [0, 1, 0, 0],
  [3, 0, 0, 1],
  [0, 2, 1, 0],
  [1, 1, 0, 0],
];
const targets = [
  [1, 0],
  [0, 2],
  [1, 1],
  [-1, 0],
  [2, 3],
];
const inputs = dense.map((row): SparseVector => {
  const places = Int32Array.from(row.flatMap((value, place) => (value === 0 ? [] : [place])));
  return { places, values: Float32Array.from(places, (place) => row[place] ?? 0) };
});
const solve = (penalty: number, steps: number) =>
  solveSparseRidge({ inputs, targets: Float32Array.from(targets.flat()), outputs: 2, places: 4, penalty, steps });

describe('ridge regression on sparse inputs', () => {
  it.each([0.1, 1, 10])('comes to what the normal equations give, with a penalty of %d', (penalty) => {
    const sums = new RidgeSums(4, 2);
    dense.forEach((input, at) => {
      sums.add(input, targets[at] ?? []);
    });
    const exact = sums.solve(penalty);
    solve(penalty, 12).forEach((weight, at) => {
      expect(weight).toBeCloseTo(exact[at] ?? NaN, 4);
    });
  });

  it('stays where it is after the solution is reached, and at zero without a step', () => {
    expect(Array.from(solve(1, 40)).every(Number.isFinite)).toBe(true);
    expect(Array.from(solve(1, 0))).toEqual(new Array(8).fill(0));
  });
});

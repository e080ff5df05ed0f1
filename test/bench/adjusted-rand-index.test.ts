import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '../../bench/clusters/adjusted-rand-index.ts';

describe('the adjusted Rand index', () => {
  it('is 1 for the same clusters under other names, and below for others', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [7, 7, 3, 3])).toBe(1);
    // Of 6 pairs 2 stand together in each, none in both, 4/6 by chance.
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo((0 - 4 / 6) / (2 - 4 / 6));
  });

  it('is 1 where there is nothing to disagree on', () => {
    expect(adjustedRandIndex([], [])).toBe(1);
    expect(adjustedRandIndex([0, 0], [1, 1])).toBe(1);
  });
});

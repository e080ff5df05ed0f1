import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches, slices } from '../../models/plan-batches.ts';

const counts = fc.array(fc.constantFrom(0, 1, 5, 5, 32, 256), { maxLength: 60 });
const limits = { tokens: 64, texts: 4 };

describe('planBatches', () => {
  it('puts only texts of equal token count together, shortest first', () => {
    expect(planBatches([7, 3, 7, 3, 1], { tokens: 100, texts: 100 })).toEqual([[4], [1, 3], [0, 2]]);
  });

  it('keeps a batch within its tokens and its texts', () => {
    expect(planBatches([32, 32, 32], limits)).toEqual([[0, 1], [2]]);
    expect(planBatches([1, 1, 1, 1, 1], limits)).toEqual([[0, 1, 2, 3], [4]]);
  });

  it('gives a text of more tokens than a batch holds a batch of its own', () => {
    expect(planBatches([256, 256], limits)).toEqual([[0], [1]]);
  });

  it('has every text in exactly one batch', () => {
    fc.assert(
      fc.property(counts, (tokenCounts) => {
        const batches = planBatches(tokenCounts, limits);
        expect(batches.flat().sort((a, b) => a - b)).toEqual(tokenCounts.map((_, position) => position));
        for (const batch of batches) {
          const lengths = new Set(batch.map((position) => tokenCounts[position]));
          expect(lengths.size).toBe(1);
          expect(batch.length).toBeLessThanOrEqual(limits.texts);
        }
      }),
    );
  });
});

describe('slices', () => {
  it('cuts a list into runs, the last one shorter', () => {
    expect(slices([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(slices([1, 2], 2)).toEqual([[1, 2]]);
    expect(slices([], 2)).toEqual([]);
  });
});

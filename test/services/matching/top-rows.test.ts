import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TopRows } from '../../../services/matching/top-rows.ts';

function keep(values: readonly number[], limit: number) {
  const top = new TopRows(limit);
  values.forEach((value, row) => {
    top.offer(row, value);
  });
  return top.toSorted();
}

it('keeps the rows with the largest values, largest first', () => {
  expect(keep([0.1, 0.9, 0.5, 0.7], 2)).toEqual([
    { row: 1, value: 0.9 },
    { row: 3, value: 0.7 },
  ]);
});

it('keeps the first of equal rows', () => {
  expect(keep([0.5, 0.5, 0.9, 0.5], 2).map(({ row }) => row)).toEqual([2, 0]);
});

it('agrees with sorting everything', () => {
  // Few distinct values, so that ties happen.
  const values = fc.array(fc.constantFrom(-1, 0, 0.2, 0.5, 0.5, 1), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(12), (some, limit) => {
      const sorted = some
        .map((value, row) => ({ row, value }))
        .sort((a, b) => b.value - a.value || a.row - b.row)
        .slice(0, limit);
      expect(keep(some, limit)).toEqual(sorted);
    }),
  );
});

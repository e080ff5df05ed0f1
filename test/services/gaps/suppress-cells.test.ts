import { describe, expect, it } from 'vitest';
import { suppressCells } from '../../../services/gaps/suppress-cells.ts';
import { buildCount, buildCounts } from '../../builders.ts';

const counts = (n: number, employers: number) => buildCounts(n, [buildCount('welding', 7)], employers);

describe('suppressCells', () => {
  it('shows a scope at the floor and suppresses it one posting below', () => {
    expect(suppressCells(counts(10, 3), true)).toEqual({ suppressed: false, counts: counts(10, 3) });
    expect(suppressCells(counts(9, 9), true)).toMatchObject({
      suppressed: true,
      because: 'too few postings',
      floor: 10,
    });
    expect(suppressCells(counts(9, 9), false)).toMatchObject({ suppressed: true, because: 'too few postings' });
  });

  it('asks for three employers in a region only', () => {
    expect(suppressCells(counts(50, 2), true)).toMatchObject({
      suppressed: true,
      because: 'too few employers',
      floor: 3,
    });
    expect(suppressCells(counts(50, 2), false).suppressed).toBe(false);
    expect(suppressCells(counts(50, 3), true).suppressed).toBe(false);
  });

  it('takes other floors', () => {
    expect(suppressCells(counts(9, 1), true, { postings: 5, employers: 1 }).suppressed).toBe(false);
    expect(suppressCells(counts(19, 9), true, { postings: 20, employers: 1 })).toMatchObject({ floor: 20 });
  });

  it('hides a scope that a broader one holds only a few postings, or employers of a region, beyond', () => {
    const beyond = (n: number, employers: number, isRegion = true) =>
      suppressCells(counts(50, 9), true, undefined, [{ n, employers, label: 'the country', isRegion }]);
    expect(beyond(0, 0).suppressed).toBe(false);
    expect(beyond(9, 9)).toMatchObject({ suppressed: true, because: 'too few postings beside it', floor: 10 });
    expect(beyond(10, 3).suppressed).toBe(false);
    expect(beyond(10, 2)).toMatchObject({ suppressed: true, because: 'too few employers beside it', floor: 3 });
    expect(beyond(10, 2, false).suppressed).toBe(false);
    expect(beyond(9, 9)).toEqual(beyond(1, 1));
    expect(beyond(9, 9)).toMatchObject({ reason: expect.stringMatching(/ask for the country instead\.$/) as string });
  });

  it('says the same of every scope below the floor', () => {
    expect(suppressCells(counts(9, 2), true)).toEqual(suppressCells(counts(0, 0), true));
    expect(suppressCells(counts(50, 2), true)).toEqual(suppressCells(counts(77, 1), true));
  });

  it('says why in a sentence, and leaks no count of the suppressed scope', () => {
    for (const cell of [suppressCells(counts(8, 2), true), suppressCells(counts(77, 2), true)]) {
      expect(cell.suppressed && cell.reason).toMatch(/^Fewer than \d+ (postings|employers): .*\.$/);
      expect(Object.keys(cell).sort()).toEqual(['because', 'floor', 'reason', 'suppressed']);
      expect(JSON.stringify(cell)).not.toMatch(/[278]/);
    }
  });
});

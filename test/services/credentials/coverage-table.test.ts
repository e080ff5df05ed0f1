import { describe, expect, it } from 'vitest';
import { coverageTable } from '../../../services/credentials/coverage-table.ts';
import { buildCoverage, buildGap } from '../../builders.ts';

const outcome = (text: string, start = 0) => ({ text, source: 'learning outcome' as const, start, end: start + 1 });

describe('coverageTable', () => {
  it('keeps gaps above 0, by id, and their sum', () => {
    const table = coverageTable([buildGap('b', 0.3), buildGap('none', 0), buildGap('a', 0.2)], []);
    expect(table.gaps.map(({ skillId }) => skillId)).toEqual(['a', 'b']);
    expect(table.totalGapShare).toBeCloseTo(0.5, 12);
  });

  it('keeps the rows of a credential in the order of the gaps, without gaps that are closed or coverages of 0', () => {
    const coverages = [
      buildCoverage('c', 'b', 0.5),
      buildCoverage('c', 'a', 0.4),
      buildCoverage('c', 'none', 1),
      buildCoverage('c', 'elsewhere', 1),
      buildCoverage('d', 'a', 0),
    ];
    const { rowsByCredential } = coverageTable(
      [buildGap('a', 0.2), buildGap('b', 0.3), buildGap('none', 0)],
      coverages,
    );
    expect([...rowsByCredential.keys()]).toEqual(['c']);
    expect(
      rowsByCredential.get('c')?.map(({ gapPosition, gap, best }) => [gapPosition, gap.skillId, best.coverage]),
    ).toEqual([
      [0, 'a', 0.4],
      [1, 'b', 0.5],
    ]);
  });

  it('takes the surest sentence of a pair, a declared one first, then by text and place, in any order', () => {
    const bestFirst = [
      buildCoverage('c', 'a', 0.9),
      buildCoverage('c', 'a', 0.8, { state: 'declared', outcome: outcome('z') }),
      buildCoverage('c', 'a', 0.8, { outcome: outcome('x', 1) }),
      buildCoverage('c', 'a', 0.8, { outcome: outcome('x', 2) }),
      buildCoverage('c', 'a', 0.8, { outcome: outcome('y') }),
    ];
    for (let from = 0; from < bestFirst.length; from += 1) {
      const some = bestFirst.slice(from);
      for (const order of [some, some.toReversed()]) {
        expect(coverageTable([buildGap('a', 0.2)], order).rowsByCredential.get('c')?.[0]?.best).toBe(bestFirst[from]);
      }
    }
  });

  it('refuses two gaps for one skill', () => {
    expect(() => coverageTable([buildGap('a', 0.2), buildGap('a', 0.3)], [])).toThrow(RangeError);
  });
});

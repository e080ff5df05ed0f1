import { describe, expect, it } from 'vitest';
import { solveWithHighs } from '../../../services/credentials/highs-solver.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

/** A knapsack of many weights that gain hardly tells apart: the smallest need minutes, the largest more than there is. */
function knapsack(columnCount: number, rowCount: number) {
  const random = seededRandom(1, 'knapsack');
  const weights = Array.from({ length: rowCount * columnCount }, () => 1 + Math.floor(random() * 1000));
  const rowOf = (row: number) => weights.slice(row * columnCount, (row + 1) * columnCount);
  return {
    gains: Float64Array.from({ length: columnCount }, (_, column) =>
      Array.from({ length: rowCount }, (_row, row) => rowOf(row)[column] ?? 0).reduce((sum, one) => sum + one, 0),
    ),
    wholeCount: columnCount,
    limits: Float64Array.from({ length: rowCount }, (_, row) => rowOf(row).reduce((sum, one) => sum + one, 0) / 2),
    rowStarts: Int32Array.from({ length: rowCount + 1 }, (_, row) => row * columnCount),
    columns: Int32Array.from(weights, (_, at) => at % columnCount),
    values: Float64Array.from(weights),
  };
}

const gainOf = ({ gains }: { gains: Float64Array }, chosen: readonly number[]) =>
  chosen.reduce((sum, column) => sum + (gains[column] ?? 0), 0);

describe('HiGHS', () => {
  it('says that it finished, with a bound that its solution meets', async () => {
    const program = knapsack(8, 2);
    const { chosen, bound, isFinished } = await solveWithHighs(program, { timeLimitSeconds: 20, start: [] });
    expect(isFinished).toBe(true);
    expect(gainOf(program, chosen ?? [])).toBeCloseTo(bound, 4);
  });

  it('out of time says so, keeps the solution it was given at least, and bounds every better one', async () => {
    const program = knapsack(120, 20);
    const start = [0, 1, 2];
    const { chosen, bound, isFinished } = await solveWithHighs(program, { timeLimitSeconds: 0.3, start });
    expect(isFinished).toBe(false);
    expect(gainOf(program, chosen ?? start)).toBeGreaterThanOrEqual(gainOf(program, start));
    expect(bound).toBeGreaterThan(gainOf(program, chosen ?? start));
  });
});

/**
 * A stack problem and limits in, the same problem as an integer program out: facility location in radius form.
 *
 * x(c) = 1 takes credential c. For every gap and every level of coverage on offer, u(gap, level) = 1 says that the best
 * taken coverage reaches the level; it gains gapShare x the step from the level below. u may be 1 where a credential of
 * that level is taken, or where the next level up is reached: u(level) <= u(next level) + sum of x at this level. This is
 * the facility location model of Cornuejols, Nemhauser & Wolsey 1980, as tight as the one with a variable for each pair,
 * with chained rows (Garcia, Labbe & Marin 2011) that stay short. Levels at or below what is held gain nothing and are
 * left out. Prerequisites are x(c) <= x(prerequisite); money, hours and count are one row each.
 */
import type { IntegerProgram } from './integer-program.ts';
import type { StackProblem } from './stack-candidates.ts';
import { sumTolerance, type StackLimits } from './stack-selection.ts';

interface Row {
  columns: number[];
  values: number[];
  limit: number;
}

/** Variable c is candidate c. A solution's gain plus the value of what is held is F of the plan, in gap shares. */
export function stackProgram(problem: StackProblem, limits: StackLimits): IntegerProgram {
  const wholeCount = problem.candidates.length;
  const gains = Array.from({ length: wholeCount }, () => 0);
  const rows = [...limitRows(problem, limits), ...prerequisiteRows(problem)];
  for (const [gap, positionsByLevel] of levelsOf(problem).entries()) {
    let below = problem.held[gap] ?? 0;
    const ascending = [...positionsByLevel].sort(([a], [b]) => a - b);
    for (const [at, [level, positions]] of ascending.entries()) {
      const column = gains.length;
      gains.push((problem.weights[gap] ?? 0) * (level - below));
      below = level;
      const above = at + 1 < ascending.length ? [column + 1] : [];
      rows.push({
        columns: [column, ...above, ...positions],
        values: [1, ...above.map(() => -1), ...positions.map(() => -1)],
        limit: 0,
      });
    }
  }
  return packed(gains, wholeCount, rows);
}

/** For each gap: the levels above what is held, and who offers exactly that level. */
function levelsOf({ weights, held, candidates, rows }: StackProblem): Map<number, number[]>[] {
  const levels = Array.from(weights, () => new Map<number, number[]>());
  for (const position of candidates.keys()) {
    for (let at = rows.starts[position] ?? 0; at < (rows.starts[position + 1] ?? 0); at += 1) {
      const gap = rows.gapPositions[at] ?? 0;
      const level = rows.coverages[at] ?? 0;
      const positionsByLevel = levels[gap];
      if (positionsByLevel === undefined || level <= (held[gap] ?? 0)) continue;
      const positions = positionsByLevel.get(level) ?? [];
      positions.push(position);
      positionsByLevel.set(level, positions);
    }
  }
  return levels;
}

/** Each row is divided by its limit, so that the solver's tolerances mean the same for cents and for hours. */
function limitRows({ candidates }: StackProblem, limits: StackLimits): Row[] {
  const rowOf = (amounts: readonly number[], limit: number): Row[] => {
    if (limit === Infinity) return [];
    const unit = Math.max(1, limit);
    const columns = [...amounts.keys()].filter((position) => (amounts[position] ?? 0) > 0);
    return [
      {
        columns,
        values: columns.map((position) => (amounts[position] ?? 0) / unit),
        limit: (limit + sumTolerance) / unit,
      },
    ];
  };
  return [
    ...rowOf(
      candidates.map(({ price }) => price),
      limits.price,
    ),
    ...rowOf(
      candidates.map(({ hours }) => hours),
      limits.hours,
    ),
    ...rowOf(
      candidates.map(() => 1),
      limits.count,
    ),
  ];
}

function prerequisiteRows({ candidates }: StackProblem): Row[] {
  return candidates.flatMap(({ closure }, position) =>
    closure
      .filter((member) => member !== position)
      .map((member) => ({ columns: [position, member], values: [1, -1], limit: 0 })),
  );
}

function packed(gains: readonly number[], wholeCount: number, rows: readonly Row[]): IntegerProgram {
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, at) => (rowStarts[at + 1] = (rowStarts[at] ?? 0) + columns.length));
  return {
    gains: Float64Array.from(gains),
    wholeCount,
    limits: Float64Array.from(rows, ({ limit }) => limit),
    rowStarts,
    columns: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    values: Float64Array.from(rows.flatMap(({ values }) => values)),
  };
}

/**
 * A selection in, the same without the members that later picks made superfluous out.
 *
 * For every gap the members that cover it are listed once, so asking what a member alone closes costs its own few rows
 * and not a new sum over the selection: a plan without limits may have a thousand members.
 */
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, leastGain, withClosures, type Selection } from './stack-selection.ts';

/** Each member in turn goes, with those chosen that need it, where nothing of what is closed goes with them. */
export function withoutSuperfluous(problem: StackProblem, start: Selection): Selection {
  const left = new Set(start.chosen);
  const coversByGap = coversOf(problem, start);
  for (const position of start.chosen) {
    if (!left.has(position)) continue;
    const going = [position, ...(problem.candidates[position]?.dependents ?? []).filter((other) => left.has(other))];
    if (lossOf(problem, going, left, coversByGap) <= leastGain) for (const one of going) left.delete(one);
  }
  return left.size === start.chosen.size ? start : withClosures(problem, emptySelection(problem), left);
}

interface Cover {
  position: number;
  coverage: number;
}

/** The members that cover each gap, best first. */
function coversOf({ rows }: StackProblem, { chosen }: Selection): Map<number, Cover[]> {
  const coversByGap = new Map<number, Cover[]>();
  for (const position of chosen) {
    const end = rows.starts[position + 1] ?? 0;
    for (let at = rows.starts[position] ?? 0; at < end; at += 1) {
      const gap = rows.gapPositions[at] ?? 0;
      const cover = { position, coverage: rows.coverages[at] ?? 0 };
      const covers = coversByGap.get(gap);
      if (covers === undefined) coversByGap.set(gap, [cover]);
      else covers.push(cover);
    }
  }
  for (const covers of coversByGap.values()) covers.sort((a, b) => b.coverage - a.coverage);
  return coversByGap;
}

/** What is closed less once `going` are gone; at least that much where it is already more than float noise. */
function lossOf(
  { weights, held, rows }: StackProblem,
  going: readonly number[],
  left: ReadonlySet<number>,
  coversByGap: ReadonlyMap<number, Cover[]>,
): number {
  const counted = new Set<number>();
  let loss = 0;
  for (const position of going) {
    const end = rows.starts[position + 1] ?? 0;
    for (let at = rows.starts[position] ?? 0; at < end; at += 1) {
      const gap = rows.gapPositions[at] ?? 0;
      if (counted.has(gap)) continue;
      counted.add(gap);
      const covers = coversByGap.get(gap) ?? [];
      const best = covers.find((cover) => left.has(cover.position));
      const rest = covers.find((cover) => left.has(cover.position) && !going.includes(cover.position));
      loss += (weights[gap] ?? 0) * ((best?.coverage ?? 0) - (rest?.coverage ?? held[gap] ?? 0));
      if (loss > leastGain) return loss;
    }
  }
  return loss;
}

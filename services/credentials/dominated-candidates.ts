/**
 * Candidates in, those out that no plan needs: another one is as good in everything.
 *
 * b dominates a when b covers every gap of a at least as far, costs no more money and no more hours, and needs no
 * prerequisite that a does not need; of two equal ones the first dominates. Replacing a by b in any plan then closes no
 * less and costs no more, so the best plan and the frontier stay what they are. What others need is never left out.
 */
import type { CandidateRows, StackCandidate } from './candidate-rows.ts';

/** Says of a position whether it can be left out. */
export function dominatedCandidates(
  candidates: readonly StackCandidate[],
  rows: CandidateRows,
): (position: number) => boolean {
  const byGap = new Map<number, number[]>();
  for (const position of candidates.keys()) {
    for (const gap of gapsOf(position, rows)) {
      const rivals = byGap.get(gap);
      if (rivals === undefined) byGap.set(gap, [position]);
      else rivals.push(position);
    }
  }
  const dominated = new Set<number>();
  candidates.forEach((candidate, position) => {
    if (candidate.dependents.length > 0) return;
    // Whoever dominates covers each of its gaps: the gap with the fewest rivals is enough to look at.
    const rivals = fewestRivals(position, rows, byGap);
    if (rivals.length === 0 || rivals.some((rival) => dominates(candidates, rows, rival, position))) {
      dominated.add(position);
    }
  });
  return (position) => dominated.has(position);
}

function gapsOf(position: number, { starts, gapPositions }: CandidateRows): Int32Array {
  return gapPositions.subarray(starts[position], starts[position + 1]);
}

/** Those who cover the gap that the fewest others cover; none when the candidate covers nothing. */
function fewestRivals(position: number, rows: CandidateRows, byGap: ReadonlyMap<number, number[]>): readonly number[] {
  let fewest: readonly number[] = [];
  for (const gap of gapsOf(position, rows)) {
    const rivals = byGap.get(gap) ?? [];
    if (fewest.length === 0 || rivals.length < fewest.length) fewest = rivals;
  }
  return fewest;
}

function dominates(candidates: readonly StackCandidate[], rows: CandidateRows, rival: number, position: number) {
  const [a, b] = [candidates[position], candidates[rival]];
  if (a === undefined || b === undefined || rival === position) return false;
  if (b.price > a.price || b.hours > a.hours || !isKnownAlike(a, b)) return false;
  if (!b.closure.every((member) => member === rival || a.closure.includes(member))) return false;
  const [end, rivalEnd] = [rows.starts[position + 1] ?? 0, rows.starts[rival + 1] ?? 0];
  const start = rows.starts[position] ?? 0;
  let beside = rows.starts[rival] ?? 0;
  let isEqual = b.price === a.price && b.hours === a.hours && b.closure.length === a.closure.length;
  isEqual &&= rivalEnd - beside === end - start;
  // Both rows ascend by gap: one walk over them finds each gap of the candidate in those of the rival.
  for (let at = start; at < end; at += 1) {
    const gap = rows.gapPositions[at] ?? 0;
    while (beside < rivalEnd && (rows.gapPositions[beside] ?? 0) < gap) beside += 1;
    const own = rows.coverages[at] ?? 0;
    const other = beside < rivalEnd && rows.gapPositions[beside] === gap ? (rows.coverages[beside] ?? 0) : 0;
    if (other < own) return false;
    isEqual &&= other === own;
  }
  return !isEqual || b.dependents.length > 0 || rival < position;
}

/** An unknown price or workload counts as 0 where none is demanded, and other money is no money: neither is better than a known one. */
function isKnownAlike({ credential: a }: StackCandidate, { credential: b }: StackCandidate): boolean {
  if ((a.price === null) !== (b.price === null) || (a.workloadHours === null) !== (b.workloadHours === null))
    return false;
  return a.price?.currency === b.price?.currency || b.price?.amount === 0;
}

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
    for (const gap of gapsOf(position, rows)) byGap.set(gap, [...(byGap.get(gap) ?? []), position]);
  }
  const dominated = new Set<number>();
  candidates.forEach((candidate, position) => {
    if (candidate.dependents.length > 0) return;
    // Whoever dominates covers each of its gaps: the gap with the fewest rivals is enough to look at.
    const rivals = gapsOf(position, rows).map((gap) => byGap.get(gap) ?? []);
    const [fewest] = rivals.sort((a, b) => a.length - b.length);
    if (fewest === undefined || fewest.some((rival) => dominates(candidates, rows, rival, position))) {
      dominated.add(position);
    }
  });
  return (position) => dominated.has(position);
}

function gapsOf(position: number, { starts, gapPositions }: CandidateRows): number[] {
  return [...gapPositions.subarray(starts[position], starts[position + 1])];
}

function dominates(candidates: readonly StackCandidate[], rows: CandidateRows, rival: number, position: number) {
  const [a, b] = [candidates[position], candidates[rival]];
  if (a === undefined || b === undefined || rival === position) return false;
  if (b.price > a.price || b.hours > a.hours || !isKnownAlike(a, b)) return false;
  if (!b.closure.every((member) => member === rival || a.closure.includes(member))) return false;
  const coverageOfRival = new Map<number, number>();
  for (let at = rows.starts[rival] ?? 0; at < (rows.starts[rival + 1] ?? 0); at += 1) {
    coverageOfRival.set(rows.gapPositions[at] ?? 0, rows.coverages[at] ?? 0);
  }
  let isEqual = b.price === a.price && b.hours === a.hours && b.closure.length === a.closure.length;
  isEqual &&= coverageOfRival.size === gapsOf(position, rows).length;
  for (let at = rows.starts[position] ?? 0; at < (rows.starts[position + 1] ?? 0); at += 1) {
    const [own, other] = [rows.coverages[at] ?? 0, coverageOfRival.get(rows.gapPositions[at] ?? 0) ?? 0];
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

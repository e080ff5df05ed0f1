/**
 * A small stack problem in, every plan within the limits out: for a dozen candidates trying all of them is quick, and
 * what was chosen from all of them needs no bound.
 */
import type { StackProblem } from './stack-candidates.ts';
import { emptySelection, fitsLimits, withClosures, type Selection, type StackLimits } from './stack-selection.ts';

/** 2^12 plans take some milliseconds. */
const mostCandidates = 12;

/** The empty plan first; null when there are too many candidates to try all. */
export function everySelection(problem: StackProblem, limits: StackLimits): Selection[] | null {
  const { length } = problem.candidates;
  if (length > mostCandidates) return null;
  const closures = problem.candidates.map(({ closure }) => closure.reduce((mask, member) => mask | (1 << member), 0));
  const positions = [...problem.candidates.keys()];
  const selections: Selection[] = [];
  for (let mask = 0; mask < 1 << length; mask += 1) {
    const chosen = positions.filter((position) => (mask >> position) & 1);
    if (chosen.some((position) => ((closures[position] ?? 0) & ~mask) !== 0)) continue;
    const selection = withClosures(problem, emptySelection(problem), chosen);
    if (fitsLimits(selection.price, selection.hours, chosen.length, limits)) selections.push(selection);
  }
  return selections;
}

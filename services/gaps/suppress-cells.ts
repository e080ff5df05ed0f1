/**
 * Counts of a scope in, either the same counts or the reason why they are not shown out.
 *
 * A cell of few postings is noise, and in a region with one or two employers it is about those employers. A suppressed
 * cell therefore carries no count at all: the sentence names the floor, never how far below it the scope is.
 */
import type { ScopeCounts } from '../domain/gap.ts';

export interface CellFloors {
  /** Fewest postings a published share may rest on. */
  postings: number;
  /** Fewest different employers behind a share of a region. */
  employers: number;
}

export const defaultFloors: CellFloors = { postings: 10, employers: 3 };

export type CellState =
  | { suppressed: false; counts: ScopeCounts }
  | { suppressed: true; because: 'too few postings' | 'too few employers'; floor: number; reason: string };

/**
 * @param isRegion whether the scope names a region: only there must several employers stand behind a number (an
 *   employer's own scope has one by definition). An employer within a region is an employer's scope: pass false.
 */
export function suppressCells(counts: ScopeCounts, isRegion: boolean, floors: CellFloors = defaultFloors): CellState {
  if (counts.n < floors.postings) {
    const reason = `Fewer than ${floors.postings} postings: shares of so few would be noise, so none are shown.`;
    return { suppressed: true, because: 'too few postings', floor: floors.postings, reason };
  }
  if (isRegion && counts.employers < floors.employers) {
    const reason = `Fewer than ${floors.employers} employers: shares of this region would describe single employers, so none are shown.`;
    return { suppressed: true, because: 'too few employers', floor: floors.employers, reason };
  }
  return { suppressed: false, counts };
}

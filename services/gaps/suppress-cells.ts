/**
 * Counts of a scope in, either the same counts or the reason why they are not shown out.
 *
 * A cell of few postings is noise, and in a region with one or two employers it is about those employers. A suppressed
 * cell therefore carries no count at all: the sentence names the floor, never how far below it the scope is.
 *
 * A small cell could still be had as the difference of two large ones, a region and the country but for a handful of
 * postings. Then the narrower is not shown either (complementary suppression; Hundepool et al. 2012, Statistical
 * Disclosure Control, 4.2), and nothing is lost: the broader one is nearly the same postings.
 */
import type { ScopeCounts, ScopeRemainder } from '../domain/gap.ts';

export interface CellFloors {
  /** Fewest postings a published share may rest on. */
  postings: number;
  /** Fewest different employers behind a share of a region. */
  employers: number;
}

export const defaultFloors: CellFloors = { postings: 10, employers: 3 };

export type CellState =
  | { suppressed: false; counts: ScopeCounts }
  | { suppressed: true; because: SuppressedBecause; floor: number; reason: string };

export type SuppressedBecause =
  'too few postings' | 'too few employers' | 'too few postings beside it' | 'too few employers beside it';

/** What lies between the scope and a broader one that would be shown. */
export interface BroaderCell extends ScopeRemainder {
  /** In words: what to ask for instead. */
  label: string;
  /** Whether the broader scope is a region's, too, so that what lies between is one of employers of a region. */
  isRegion: boolean;
}

/**
 * @param isRegion whether the scope names a region: only there must several employers stand behind a number (an
 *   employer's own scope has one by definition). An employer within a region is an employer's scope: pass false.
 * @param broader what lies between this scope and each broader one
 */
export function suppressCells(
  counts: ScopeCounts,
  isRegion: boolean,
  floors: CellFloors = defaultFloors,
  broader: readonly BroaderCell[] = [],
): CellState {
  if (counts.n < floors.postings) {
    const reason = `Fewer than ${floors.postings} postings: shares of so few would be noise, so none are shown.`;
    return { suppressed: true, because: 'too few postings', floor: floors.postings, reason };
  }
  if (isRegion && counts.employers < floors.employers) {
    const reason = `Fewer than ${floors.employers} employers: shares of this region would describe single employers, so none are shown.`;
    return { suppressed: true, because: 'too few employers', floor: floors.employers, reason };
  }
  for (const { n, employers, label, isRegion: isRegional } of broader) {
    if (n === 0) continue;
    const instead = `ask for ${label} instead.`;
    if (n < floors.postings) {
      const reason = `Fewer than ${floors.postings} postings lie between this scope and ${label}, and the difference of both would show them: ${instead}`;
      return { suppressed: true, because: 'too few postings beside it', floor: floors.postings, reason };
    }
    if (isRegion && isRegional && employers < floors.employers) {
      const reason = `Fewer than ${floors.employers} employers lie between this scope and ${label}, and the difference of both would describe them: ${instead}`;
      return { suppressed: true, because: 'too few employers beside it', floor: floors.employers, reason };
    }
  }
  return { suppressed: false, counts };
}

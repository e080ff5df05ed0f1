/**
 * What each candidate covers and costs, in flat arrays: the inner loops of the search run over these and nothing else.
 */
import type { Credential } from '../domain/credential.ts';
import type { CoverageTable } from './coverage-table.ts';

export interface StackCandidate {
  credential: Credential;
  /** 0 when unknown, which only happens when no price was demanded. */
  price: number;
  hours: number;
  /** Positions of itself and its prerequisites not held, prerequisites first. */
  closure: readonly number[];
  /** Positions of the candidates whose closure holds this one, itself left out. */
  dependents: readonly number[];
}

export interface CandidateRows {
  /** Candidate c has the entries starts[c] to starts[c + 1]. */
  starts: Int32Array;
  /** Ascending within a candidate. */
  gapPositions: Int32Array;
  /** Above what is held: the rest can gain nothing. 0 to 1. */
  coverages: Float64Array;
  /** By candidate, as in StackCandidate. */
  prices: Float64Array;
  hours: Float64Array;
  closures: readonly (readonly number[])[];
}

/** @param held coverage already held, by gap position */
export function rowsOf(
  candidates: readonly StackCandidate[],
  { rowsByCredential }: CoverageTable,
  held: Float64Array,
): CandidateRows {
  const starts = new Int32Array(candidates.length + 1);
  const gapPositions: number[] = [];
  const coverages: number[] = [];
  candidates.forEach(({ credential }, position) => {
    for (const { gapPosition, best } of rowsByCredential.get(credential.id) ?? []) {
      if (best.coverage <= (held[gapPosition] ?? 0)) continue;
      gapPositions.push(gapPosition);
      coverages.push(best.coverage);
    }
    starts[position + 1] = gapPositions.length;
  });
  return {
    starts,
    gapPositions: Int32Array.from(gapPositions),
    coverages: Float64Array.from(coverages),
    prices: Float64Array.from(candidates, ({ price }) => price),
    hours: Float64Array.from(candidates, ({ hours }) => hours),
    closures: candidates.map(({ closure }) => closure),
  };
}

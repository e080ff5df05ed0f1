/**
 * Gaps and coverages in, one table out that ranking and stacking read: for each credential the gaps it covers.
 *
 * Only gaps above 0 are kept, so every position in `gaps` has a weight. A pair (credential, skill) may come with several
 * sentences: the surest one counts, a declared one before an inferred one of the same size.
 */
import type { SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import { compareIds } from '../domain/units.ts';

export interface CoverageRow {
  /** Position in `CoverageTable.gaps`. */
  gapPosition: number;
  gap: SkillGap;
  best: SkillCoverage;
}

export interface CoverageTable {
  gaps: readonly SkillGap[];
  /** Sum of all gap shares: what a credential that teaches everything would close. */
  totalGapShare: number;
  /** Credentials that cover no gap are absent. Rows are in the order of `gaps`. */
  rowsByCredential: ReadonlyMap<string, readonly CoverageRow[]>;
}

/** By the coverages; of each only the last, since one list of coverages is asked about with one list of gaps. */
const tablesMade = new WeakMap<readonly SkillCoverage[], { gaps: readonly SkillGap[]; table: CoverageTable }>();

/** The table of the same two lists again, which must not have been changed: ranking and planning ask about them in turn. */
export function keptCoverageTable(gaps: readonly SkillGap[], coverages: readonly SkillCoverage[]): CoverageTable {
  const made = tablesMade.get(coverages);
  if (made?.gaps === gaps) return made.table;
  const table = coverageTable(gaps, coverages);
  tablesMade.set(coverages, { gaps, table });
  return table;
}

/** Throws a RangeError when a skill has two gaps, since its weight would count twice. */
export function coverageTable(allGaps: readonly SkillGap[], coverages: readonly SkillCoverage[]): CoverageTable {
  const gaps = allGaps.filter((gap) => gap.gapShare > 0).sort((a, b) => compareIds(a.skillId, b.skillId));
  const positionBySkill = new Map<string, number>(gaps.map((gap, position) => [gap.skillId, position]));
  if (positionBySkill.size < gaps.length) throw new RangeError('A skill has two gaps: measure one scope at a time.');

  const rowsByCredential = new Map<string, CoverageRow[]>();
  for (const coverage of coverages) {
    const gapPosition = positionBySkill.get(coverage.skillId);
    const gap = gapPosition === undefined ? undefined : gaps[gapPosition];
    if (gapPosition === undefined || gap === undefined || coverage.coverage === 0) continue;
    const rows = rowsByCredential.get(coverage.credentialId);
    if (rows === undefined) rowsByCredential.set(coverage.credentialId, [{ gapPosition, gap, best: coverage }]);
    else rows.push({ gapPosition, gap, best: coverage });
  }
  for (const [id, rows] of rowsByCredential) rowsByCredential.set(id, surestOfEachGap(rows));
  return { gaps, totalGapShare: gaps.reduce((sum, gap) => sum + gap.gapShare, 0), rowsByCredential };
}

/** One row a gap, in the order of the gaps. The rows are sorted in place, unless a store gave them in that order. */
function surestOfEachGap(rows: CoverageRow[]): CoverageRow[] {
  if (rows.every(({ gapPosition }, at) => at === 0 || gapPosition > (rows[at - 1]?.gapPosition ?? 0))) return rows;
  rows.sort((a, b) => a.gapPosition - b.gapPosition || bySurest(a.best, b.best));
  return rows.filter((row, at) => at === 0 || row.gapPosition !== rows[at - 1]?.gapPosition);
}

/** Ties end at the sentence and its place, so that the evidence shown does not depend on the order of reading. */
function bySurest(a: SkillCoverage, b: SkillCoverage): number {
  return (
    b.coverage - a.coverage ||
    compareIds(a.state, b.state) ||
    compareIds(a.outcome.text, b.outcome.text) ||
    a.outcome.start - b.outcome.start
  );
}

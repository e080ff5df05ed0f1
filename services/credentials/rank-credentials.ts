/**
 * Gaps, credentials and their coverages in, credentials ranked by how much of the gap each closes out.
 *
 * gapClosed = sum of gapShare x coverage / sum of gapShare over ALL gaps of the scope, so a credential that covers one
 * small gap perfectly closes little. The contributions are the terms of that sum and add up to it. Credentials that
 * cover no gap are left out. A price of 0 gives no value per currency (everything free would be infinitely good).
 */
import type { Contribution, Credential, RankedCredential, SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { keptCoverageTable, type CoverageRow } from './coverage-table.ts';
import { passesFilters, type CredentialFilters } from './filter-credentials.ts';
import { gapClosedInterval, gapVariances } from './gap-closed-interval.ts';

/** Largest gapClosed first, ties by credential id. No randomness: the interval is a closed form. */
export function rankCredentials(
  credentials: readonly Credential[],
  coverages: readonly SkillCoverage[],
  gaps: readonly SkillGap[],
  filters: CredentialFilters = {},
): RankedCredential[] {
  const table = keptCoverageTable(gaps, coverages);
  const variances = gapVariances(table.gaps);
  const ranked: RankedCredential[] = [];
  for (const credential of credentials) {
    const rows = table.rowsByCredential.get(credential.id);
    if (rows === undefined || !passesFilters(credential, filters)) continue;
    let closed = 0;
    for (const { gap, best } of rows) closed += (gap.gapShare * best.coverage) / table.totalGapShare;
    const gapClosed = toShare(closed);
    ranked.push({
      credentialId: credential.id,
      gapClosed,
      // These two are worked out when asked for: of thousands of credentials twenty are shown.
      get gapClosedInterval() {
        return gapClosedInterval(gapClosed, rows, table, variances);
      },
      get contributions() {
        return rows.map((row) => contributionOf(row, table.totalGapShare)).sort(byLargestContribution);
      },
      per10Hours: per(10, gapClosed, credential.workloadHours),
      per100Currency: per(100, gapClosed, credential.price?.amount ?? null),
    });
  }
  return ranked.sort((a, b) => b.gapClosed - a.gapClosed || compareIds(a.credentialId, b.credentialId));
}

function contributionOf({ gap, best }: CoverageRow, totalGapShare: number): Contribution {
  return {
    skillId: gap.skillId,
    gapShare: gap.gapShare,
    coverage: best.coverage,
    contribution: (gap.gapShare * best.coverage) / totalGapShare,
    state: best.state,
    outcome: best.outcome,
  };
}

/** Ties keep the order of the rows, which is that of the skill ids. */
function byLargestContribution(a: Contribution, b: Contribution): number {
  return b.contribution - a.contribution;
}

function per(units: number, gapClosed: number, amount: number | null): number | null {
  return amount === null || amount === 0 ? null : (gapClosed / amount) * units;
}

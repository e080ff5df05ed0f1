/** Ranked gaps as a table for a spreadsheet: shares stay 0 to 1, as the API gives them. */
import type { GapReply } from '../../domain/reply.ts';
import type { ExportTable } from './table.ts';

export function gapExport(gaps: readonly GapReply[]): ExportTable {
  return {
    columns: [
      'rank',
      'skill',
      'skill id',
      'demand share',
      'demand low',
      'demand high',
      'must share',
      'supply share',
      'gap share',
      'gap low',
      'gap high',
      'trend',
      'taught by',
      'catalogue coverage',
    ],
    rows: gaps.map((gap, position) => [
      position + 1,
      gap.skill.label,
      gap.skill.id,
      gap.demandShare,
      ...gap.demandInterval,
      gap.mustHaveShare,
      gap.supplyShare,
      gap.gapShare,
      ...gap.gapInterval,
      gap.trend?.direction ?? null,
      gap.taughtBy,
      gap.catalogueCoverage,
    ]),
  };
}

/** A comparison of two gap reports for people. */
import type { GapReportDiff } from '../../domain/gap-report.ts';
import { table } from './table.ts';

export function showDiff({ before, after, notes, changes }: GapReportDiff, top: number): string {
  const lines = [
    `What changed: ${after.scopeLabel}`,
    `From ${before.id} (${before.postingCount} postings, stored ${before.storedAt}) to ${after.id} (${after.postingCount} postings, stored ${after.storedAt}). Gaps of 100 postings.`,
    ...notes,
  ];
  if (changes.length === 0) return [...lines, '', 'No gap has changed.'].join('\n');
  const rows = changes.slice(0, top).map(({ skill, before: was, after: is, change, parts, cause, isClear }) => ({
    cells: [
      skill.label,
      was === null ? 'none' : inHundred(was),
      is === null ? 'none' : inHundred(is),
      signed(change),
      cause,
      ...[parts.demand, parts.supply, parts.dataVolume, parts.model].map(signed),
      isClear ? '' : 'may be chance',
    ],
  }));
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: 'skill', max: 48 },
    ...['before', 'after', 'change'].map(right),
    { title: 'mainly' },
    ...['demand', 'supply', 'volume', 'model'].map(right),
    { title: '' },
  ];
  const more = changes.length > top ? [`${changes.length - top} more changes: --top ${changes.length}.`] : [];
  return [...lines, '', table(columns, rows), ...more].join('\n');
}

function inHundred(share: number): string {
  return (100 * share).toFixed(1);
}

function signed(share: number): string {
  const shown = (100 * share).toFixed(1);
  if (Number(shown) === 0) return '0';
  return share > 0 ? `+${shown}` : shown;
}

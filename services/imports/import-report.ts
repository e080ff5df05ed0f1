/** What every import says at its end: how many records, what was set aside and why. */
import type { ImportCounts } from '../store/store.ts';

export interface ImportReport extends ImportCounts {
  file: string;
  read: number;
  /** One sentence per record that was set aside: file, line, field, what to do. */
  rejected: string[];
  /** How often each warning came up, by its text. */
  warnings: Record<string, number>;
}

export type OnBytes = (read: number, total: number) => void;

export function emptyReport(file: string): ImportReport {
  return { file, read: 0, added: 0, changed: 0, unchanged: 0, rejected: [], warnings: {} };
}

/** Records of one page go to the store together. */
export const PAGE_SIZE = 500;

export function addCounts(report: ImportReport, counts: ImportCounts): void {
  report.added += counts.added;
  report.changed += counts.changed;
  report.unchanged += counts.unchanged;
}

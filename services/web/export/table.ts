/** A table of what is on screen, and its file forms. */
export type Cell = string | number | null;

export interface ExportTable {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/**
 * CSV after RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front: posting texts and
 * course titles come from strangers.
 */
export function toCsv({ columns, rows }: ExportTable): string {
  return [columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Opens in spreadsheets; cells are values, never formulas. The writer is loaded only when it is wanted. */
export async function toXlsx({ columns, rows }: ExportTable): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) =>
      value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
    ),
  );
  const widths = columns.map((column, position) => ({
    width: Math.min(60, Math.max(column.length, ...rows.map((row) => String(row[position] ?? '').length)) + 2),
  }));
  return await writeExcelFile([head, ...body], { columns: widths, stickyRowsCount: 1 }).toBlob();
}

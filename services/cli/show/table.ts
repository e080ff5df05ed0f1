/** Rows in, aligned text out. Numbers to the right, words to the left; too wide words are cut with an ellipsis. */

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Widest the column may get, in characters. */
  max?: number;
}

/** A line may be followed by lines of its own (quotes), indented under it. */
export interface Row {
  cells: readonly string[];
  below?: readonly string[];
}

export function table(columns: readonly Column[], rows: readonly Row[]): string {
  const cut = (text: string, column: Column) => shorten(text.replace(/\s+/g, ' ').trim(), column.max ?? 60);
  const cells = rows.map((row) => columns.map((column, at) => cut(row.cells[at] ?? '', column)));
  const widths = columns.map((column, at) =>
    Math.max(column.title.length, ...cells.map((row) => (row[at] ?? '').length)),
  );
  const line = (values: readonly string[]) =>
    columns
      .map((column, at) =>
        column.align === 'right'
          ? (values[at] ?? '').padStart(widths[at] ?? 0)
          : (values[at] ?? '').padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + 2);
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.flatMap((row, at) => [line(cells[at] ?? []), ...(row.below ?? []).map((text) => indent + text)]),
  ].join('\n');
}

export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}

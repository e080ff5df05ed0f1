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

/** "34 of 100 (28-41)": a share with its 90 % interval, as a reader counts. Small shares keep one decimal. */
export function outOf100(share: number, [low, high]: readonly [number, number]): string {
  const digits = share < 0.095 ? 1 : 0;
  const show = (value: number) => (100 * value).toFixed(digits);
  return `${show(share)} of 100 (${show(low)}-${show(high)})`;
}

const QUOTE_BEFORE = 60;
const QUOTE_LENGTH = 150;

/** A sentence with the words that matter in [brackets], cut to one line around them. */
export function quote(text: string, start: number, end: number): string {
  const from = Math.max(0, start - QUOTE_BEFORE);
  const to = Math.min(text.length, Math.max(end, from + QUOTE_LENGTH));
  const marked = `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`
    .replace(/\s+/g, ' ')
    .trim();
  return `"${from > 0 ? '…' : ''}${marked}${to < text.length ? '…' : ''}"`;
}

export function money(price: { amount: number; currency: string } | null): string {
  if (price === null) return 'unknown';
  return price.amount === 0
    ? 'free'
    : `${price.amount.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${price.currency}`;
}

export function hours(value: number | null): string {
  return value === null ? 'unknown' : `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} h`;
}

/** Titles and rows in, a Markdown table out. Numbers go to the right. */

export interface MarkdownColumn {
  title: string;
  isNumber?: boolean;
}

/** Cells may hold Markdown; a bar in one is escaped and a line end becomes a blank, or it would end the cell. */
export function markdownTable(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    `| ${columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => line(columns.map((_, at) => row[at] ?? ''))),
  ].join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}

/**
 * A brief as a list of blocks in, Markdown or a self-contained HTML page out.
 *
 * Quotes of postings and titles of credentials are other people's text: both renderers escape them, so that a posting
 * can neither break the layout nor bring a script.
 */
export type Block =
  | { kind: 'title' | 'heading' | 'text'; text: string }
  | { kind: 'list'; entries: readonly { text: string; quotes?: readonly string[] }[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** Its first title names an HTML page. */
export function renderBrief(blocks: readonly Block[], format: 'md' | 'html'): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  return format === 'md' ? renderMarkdown(blocks) : renderHtml(blocks, title?.kind === 'title' ? title.text : 'Brief');
}

export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map(markdownOf).join('\n\n');
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeMarkdown(block.text)}`;
    case 'heading':
      return `## ${escapeMarkdown(block.text)}`;
    case 'text':
      // At the start of a line these would make a heading or a list.
      return escapeMarkdown(block.text).replace(/^[#+-]/u, '\\$&');
    case 'list':
      return block.entries
        .map(({ text, quotes = [] }) =>
          [`- ${escapeMarkdown(text)}`, ...quotes.map((quote) => `  - ${escapeMarkdown(quote)}`)].join('\n'),
        )
        .join('\n');
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows]
        .map((cells, at) => `| ${cells.map((cell) => (at === 1 ? cell : escapeMarkdown(cell))).join(' | ')} |`)
        .join('\n');
  }
}

export function renderHtml(blocks: readonly Block[], title: string): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '<style>body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.25rem .5rem;text-align:left}li li{color:#444}</style>',
    '</head><body>',
    ...blocks.map(htmlOf),
    '</body></html>',
  ].join('\n');
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.entries.map(({ text, quotes = [] }) => `<li>${escapeHtml(text)}${nested(quotes)}</li>`).join('\n')}</ul>`;
    case 'table':
      return `<table><thead>${row(block.columns, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`;
  }
}

function nested(quotes: readonly string[]): string {
  return quotes.length === 0 ? '' : `<ul>${quotes.map((quote) => `<li>${escapeHtml(quote)}</li>`).join('')}</ul>`;
}

function row(cells: readonly string[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
}

/** Brackets mark the words of a quote and stay readable; only what would make them a link is broken. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_<>|~]|\](?=[([])/gu, '\\$&');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}

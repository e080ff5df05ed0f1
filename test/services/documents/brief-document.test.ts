import { describe, expect, it } from 'vitest';
import { renderHtml, renderMarkdown, type Block } from '../../../services/documents/brief-document.ts';

const HOSTILE = 'Win <script>alert(1)</script> | *now* [x](http://example.org)\n# big';
const BLOCKS: Block[] = [
  { kind: 'title', text: HOSTILE },
  { kind: 'text', text: HOSTILE },
  { kind: 'list', entries: [{ text: HOSTILE, quotes: [HOSTILE] }] },
  { kind: 'table', columns: ['a', 'b'], rows: [[HOSTILE, 'plain']] },
];

describe('a brief as a document', () => {
  it('lets no posting bring markup into HTML', () => {
    const html = renderHtml(BLOCKS, HOSTILE);
    expect(html).not.toContain('<script');
    expect(html.match(/&#60;script&#62;/g)).toHaveLength(6);
  });

  it('lets no posting bring markup, a heading or a cell into Markdown', () => {
    const markdown = renderMarkdown(BLOCKS);
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(1);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    expect(renderMarkdown([{ kind: 'text', text: '# no heading' }])).toBe('\\# no heading');
    const row = markdown.split('\n').at(-1) ?? '';
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
  });

  it('indents quotes under what they prove', () => {
    expect(renderMarkdown([{ kind: 'list', entries: [{ text: 'a', quotes: ['q'] }, { text: 'b' }] }])).toBe(
      '- a\n  - q\n- b',
    );
  });
});

/** docs/glossary.md, its tables read as terms: the words of the page are those of the documentation. */
import { readFileSync } from 'node:fs';
import type { GlossaryReply } from '../domain/directory-reply.ts';

const FILE = new URL('../../docs/glossary.md', import.meta.url);

let read: GlossaryReply | undefined;

export function readGlossary(): GlossaryReply {
  return (read ??= { terms: termsOf(readFileSync(FILE, 'utf8')) });
}

/** First and second cell of every row below a line of dashes; the first meaning of a word counts. By term. */
export function termsOf(markdown: string): GlossaryReply['terms'] {
  const meanings = new Map<string, string>();
  let isTable = false;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : [];
    const [, term = '', meaning = ''] = cells;
    if (cells.length === 0) isTable = false;
    else if (/^-+$/u.test(term)) isTable = true;
    else if (isTable && meaning !== '' && !meanings.has(term)) meanings.set(plain(term), plain(meaning));
  }
  return [...meanings]
    .map(([term, meaning]) => ({ term, meaning }))
    .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
}

function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[`*]/gu, '');
}

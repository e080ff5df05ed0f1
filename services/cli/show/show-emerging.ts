/** Emerging terms for people: each with who says it, the nearest skill and quotes. */
import type { EmergingReply } from '../../domain/emerging.ts';
import { header } from './header.ts';
import { quote } from '../../documents/show-values.ts';
import { table } from './table.ts';

export function showEmerging(reply: EmergingReply): string {
  const question = `What is asked for and no skill is called: ${reply.scopeLabel}`;
  if (reply.suppressed !== null)
    return `${header(question, reply)}\nWiden the scope: a larger region, a group of occupations, or a longer window.`;
  const { postings, elsewhere } = reply.read;
  const behind = `${postings} postings in English were read, and ${elsewhere} elsewhere to compare with.`;
  if (reply.terms.length === 0) return `${header(question, reply)}\n${behind}\nNo term is said often enough.`;
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'term', max: 40 },
    { title: 'postings', align: 'right' as const },
    { title: 'employers', align: 'right' as const },
    { title: 'vs elsewhere', align: 'right' as const },
    { title: 'nearest skill', max: 44 },
    { title: 'cosine', align: 'right' as const },
  ];
  const rows = reply.terms.map(({ term, postingCount, employerCount, specificity, nearest, quotes }, at) => ({
    cells: [
      String(at + 1),
      term,
      String(postingCount),
      String(employerCount),
      specificity === null ? '' : `${specificity >= 0 ? '+' : ''}${specificity.toFixed(1)}`,
      nearest?.skill.label ?? '',
      nearest === null ? '' : nearest.similarity.toFixed(2),
    ],
    below: quotes.map((row) => `${quote(row.quote, row.start, row.end)} - ${row.employer ?? 'employer unknown'}`),
  }));
  return [
    header(question, reply),
    behind,
    '',
    table(columns, rows),
    '',
    'Another name of the nearest skill: skillgap correct alias "TERM" "SKILL". Something new: a row of an own list (skillgap import taxonomy --format csv).',
  ].join('\n');
}

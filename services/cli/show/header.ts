/** The lines over every answer: the question, and how much stands behind the answer. */
import type { ReplyHeader } from '../../domain/reply.ts';

export function header(question: string, reply: ReplyHeader): string {
  const { postings, taxonomy, model } = reply;
  const removed = postings.duplicatesRemoved === 0 ? '' : `, ${postings.duplicatesRemoved} duplicates left out`;
  const behind =
    reply.suppressed?.replace(/\.$/, '') ??
    `${postings.n.toLocaleString('en-US')} postings of ${postings.employers.toLocaleString('en-US')} employers${removed}; shares with 90 % intervals`;
  return [
    question,
    `${behind}. Skills: ${[taxonomy, ...(taxonomy.lists ?? [])].map(({ name, version }) => `${name} ${version}`).join(' and ')}; model ${model.id.split('/')[0] ?? ''}.`,
    ...reply.notes,
  ].join('\n');
}

/** The sentences that all briefs share: what stands behind them, a quote, an estimate. */
import type { Estimate } from '../domain/brief.ts';
import type { EvidenceReply, RankedCredentialReply, ReplyHeader } from '../domain/reply.ts';
import type { Block } from './brief-document.ts';
import { hours, money, outOf100, quote } from './show-values.ts';

/** "From 312 postings of 40 employers ...": or why nothing is shown. */
export function behind(reply: ReplyHeader): string {
  const { postings, taxonomy, window } = reply;
  if (reply.suppressed !== null) return reply.suppressed;
  const days = [
    window.since === null ? '' : ` since ${window.since}`,
    window.until === null ? '' : ` until ${window.until}`,
  ];
  return `From ${count(postings.n, 'posting')}${postings.employers === 0 ? '' : ` of ${count(postings.employers, 'employer')}`}${days.join('')}; shares with 90 % intervals; skills of ${taxonomy.name} ${taxonomy.version}. ${reply.notes.join(' ')}`.trim();
}

export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-US', { maximumFractionDigits: 0 })} ${noun}${Math.round(n) === 1 ? '' : 's'}`;
}

export function quoted({ quote: text, start, end, employer, postedOn, title }: EvidenceReply): string {
  const from = [employer, title, postedOn].filter((part) => part !== null && part !== '').join(', ');
  return `${quote(text, start, end)} - ${from}`;
}

/** "24 (12-40, n 3; workload per outcome of 3 of the 5 nearest credentials)", or unknown and why. */
export function estimate({ value, range, n, basis }: Estimate, digits = 0): string {
  if (value === null) return `unknown (${basis})`;
  const bounds = range === null ? '' : `${range[0].toFixed(digits)}-${range[1].toFixed(digits)}, n ${n}; `;
  return `${value.toFixed(digits)} (${bounds}${basis})`;
}

/** A table of ranked credentials and what each closes. */
export function credentialTable(credentials: readonly RankedCredentialReply[]): Block {
  return {
    kind: 'table',
    columns: ['credential', 'provider', 'closes', 'hours', 'price', 'teaches'],
    rows: credentials.map(({ credential, gapClosed, gapClosedInterval, contributions }) => [
      credential.title,
      credential.provider ?? 'unknown',
      outOf100(gapClosed, gapClosedInterval),
      hours(credential.hours),
      money(credential.price),
      contributions
        .slice(0, 3)
        .map(({ skill }) => skill.label)
        .join(', '),
    ]),
  };
}

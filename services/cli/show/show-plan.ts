/** A plan for people: the steps in order, what they add up to, what else could be had. */
import type { PlanReply } from '../../domain/reply.ts';
import { header } from './header.ts';
import { contributionLines } from './show-rank.ts';
import { hours, leftOut, money } from '../../documents/show-values.ts';
import { table } from './table.ts';

export function showPlan(reply: PlanReply): string {
  const question = `What to take, in which order: ${reply.scopeLabel}`;
  if (reply.suppressed !== null) return header(question, reply);
  const limits = [
    reply.constraints.budget === null ? '' : `at most ${money(reply.constraints.budget)}`,
    reply.constraints.hours === null ? '' : `at most ${reply.constraints.hours} hours`,
    reply.constraints.deadline === null ? '' : `until ${reply.constraints.deadline}`,
    `${reply.constraints.weeklyHours} hours a week`,
  ].filter((part) => part !== '');
  const lines = [header(question, reply), `Limits: ${limits.join(', ')}.`, ''];
  if (reply.stack.length === 0) lines.push('No credential fits these limits and closes any of the gap.');
  else lines.push(stackTable(reply), '', summary(reply));
  lines.push('', ...trailer(reply));
  return lines.join('\n');
}

function stackTable(reply: PlanReply): string {
  return table(
    [
      { title: 'step', align: 'right' },
      { title: 'credential', max: 52 },
      { title: 'provider', max: 30 },
      { title: 'adds', align: 'right' },
      { title: 'closed so far', align: 'right' },
      { title: 'hours', align: 'right' },
      { title: 'price', align: 'right' },
    ],
    reply.stack.map(({ step, credential, gain, cumulative, because }) => ({
      cells: [
        String(step),
        credential.title,
        credential.provider ?? 'unknown',
        (100 * gain).toFixed(1),
        `${(100 * cumulative.gapClosed).toFixed(1)} of 100`,
        hours(credential.hours),
        money(credential.price),
      ],
      below: contributionLines({ contributions: because }, 3),
    })),
  );
}

function summary({ gapClosed, price, hours: total, weeks, optimal, unlocked }: PlanReply): string {
  const cost = price === null ? 'price partly unknown' : money(price);
  const time = total === null ? 'hours partly unknown' : `${hours(total)}${weeks === null ? '' : `, ${weeks} weeks`}`;
  const bound = `no plan within the limits closes more than ${(100 * optimal.bound).toFixed(1)}`;
  const reach =
    unlocked.of === 0
      ? ''
      : ` Brings ${unlocked.n} (${unlocked.interval.join('-')}) of ${unlocked.of} postings within reach.`;
  return `Together: ${(100 * gapClosed).toFixed(1)} of 100 parts of the gap closed for ${cost} and ${time} (${optimal.method}; ${bound}).${reach}`;
}

function trailer({ freePlan, frontier, excluded }: PlanReply): string[] {
  const free =
    freePlan.stack.length === 0
      ? 'Free plan: no free credential closes any of this gap.'
      : `Free plan (10 hours a week at most): ${(100 * freePlan.gapClosed).toFixed(1)} of 100 with ${freePlan.stack.map(({ credential }) => credential.title).join(' -> ')}${freePlan.weeks === null ? '' : ` in ${freePlan.weeks} weeks`}.`;
  const left = leftOut(excluded);
  return [
    free,
    ...(frontier.length > 1
      ? [
          `Other trade-offs: ${frontier
            .map((point) => `${(100 * point.gapClosed).toFixed(0)} for ${money(point.price)} and ${point.hours} h`)
            .slice(0, 6)
            .join('; ')}.`,
        ]
      : []),
    ...(left === undefined ? [] : [left]),
  ];
}

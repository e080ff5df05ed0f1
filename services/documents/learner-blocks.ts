/** A learner's brief as a document: what is there, what is missing, what to take, what it costs and opens. */
import type { LearnerBrief } from '../domain/brief.ts';
import type { GapReply } from '../domain/reply.ts';
import type { Block } from './brief-document.ts';
import { behind, quoted } from './brief-parts.ts';
import { hours, leftOut, money, outOf100 } from './show-values.ts';

export function learnerBlocks(brief: LearnerBrief): Block[] {
  const head: Block[] = [
    { kind: 'title', text: `Your way to: ${brief.scopeLabel}` },
    { kind: 'text', text: behind(brief) },
  ];
  if (brief.suppressed !== null) return head;
  return [
    ...head,
    { kind: 'heading', text: 'What you have and can prove' },
    heldList(brief.proven, 'Nothing that is asked for is proven by a badge, a certificate or somebody’s word yet.'),
    { kind: 'heading', text: 'What you say you can do' },
    heldList(brief.claimed, 'Nothing of what is asked for is in the profile.'),
    { kind: 'heading', text: 'What is missing' },
    {
      kind: 'list',
      entries: brief.missing.map((gap) => ({
        text: `${gap.skill.label}: asked for by ${outOf100(gap.demandShare, gap.demandInterval)}; ${gap.taughtBy === 0 ? 'taught by none' : `taught by ${gap.taughtBy}`}`,
        quotes: gap.evidence.slice(0, 1).map(quoted),
      })),
    },
    ...planBlocks(brief),
  ];
}

function heldList(gaps: readonly GapReply[], none: string): Block {
  if (gaps.length === 0) return { kind: 'text', text: none };
  return {
    kind: 'list',
    entries: gaps.map(({ skill, supplyShare, supplyState, demandShare, demandInterval }) => ({
      text: `${skill.label}: ${supplyState}, counted as ${(100 * (supplyShare ?? 0)).toFixed(0)} %; asked for by ${outOf100(demandShare, demandInterval)}`,
    })),
  };
}

function planBlocks({ plan, cost, assumedLimits }: LearnerBrief): Block[] {
  const last = [assumption(plan, assumedLimits), leftOut(plan.excluded)]
    .filter((text) => text !== undefined)
    .map((text): Block => ({ kind: 'text', text }));
  if (plan.stack.length === 0)
    return [
      { kind: 'heading', text: 'What to take' },
      { kind: 'text', text: 'No imported credential fits the limits and teaches any of what is missing.' },
      ...last,
    ];
  const { unlocked } = plan;
  const reach =
    unlocked.of === 0
      ? 'Postings unlocked: unknown.'
      : `Postings that come within reach: ${unlocked.n} (${unlocked.interval.join('-')}) of ${unlocked.of}.`;
  const total =
    cost.total === null
      ? `unknown (${cost.opportunityWage === null ? 'give --wage for what an hour is worth to you' : 'a price or the hours are unknown'})`
      : `${Math.round(cost.total).toLocaleString('en-US')} ${cost.price?.currency ?? ''}`.trim();
  const weeks = plan.weeks === null ? 'unknown weeks' : `${plan.weeks} weeks`;
  return [
    { kind: 'heading', text: 'What to take, in this order' },
    {
      kind: 'table',
      columns: ['step', 'credential', 'provider', 'closed so far', 'hours', 'price', 'because it teaches'],
      rows: plan.stack.map(({ step, credential, cumulative, because }) => [
        String(step),
        credential.title,
        credential.provider ?? 'unknown',
        `${(100 * cumulative.gapClosed).toFixed(0)} of 100`,
        hours(credential.hours),
        money(credential.price),
        because
          .slice(0, 3)
          .map(({ skill }) => skill.label)
          .join(', '),
      ]),
    },
    {
      kind: 'text',
      text: `Together ${(100 * plan.gapClosed).toFixed(0)} of 100 parts of the gap for ${cost.price === null ? 'a price partly unknown' : money(cost.price)} and ${hours(cost.hours)} (${weeks} at ${plan.constraints.weeklyHours} hours a week). With your time: ${total}. ${reach}`,
    },
    ...last,
  ];
}

/** What the plan keeps to without having been asked; undefined where every limit was given. */
function assumption({ constraints }: LearnerBrief['plan'], assumed: LearnerBrief['assumedLimits']): string | undefined {
  const time = `at most ${hours(constraints.hours)} in all, a year at ${constraints.weeklyHours} a week, where lengths are known`;
  const number = `at most ${constraints.maxCredentials} credentials`;
  const parts = assumed.map((limit) => (limit === 'hours' ? time : number));
  if (parts.length === 0) return undefined;
  return `Assumed, because no such limit was given: ${parts.join('; ')}. Give your own hours, deadline or number to plan for more or less.`;
}

/** The steps of a plan by week at the learner's pace, with what has to come first. A list that is also a picture. */
import { Link } from 'wouter-preact';
import { credentialAddress } from '../address/use-address.ts';
import type { PlanReply } from '../../domain/reply.ts';
import { hours, money } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { axisMarks, scheduleSteps, type ScheduledStep } from './schedule.ts';
import { usePrerequisites } from './use-prerequisites.ts';
import './plan.css';

const words = texts.learner.plan;

interface PlanTimelineProps {
  plan: PlanReply;
  onWhy: (credentialId: string) => void;
}

export function PlanTimeline({ plan, onWhy }: PlanTimelineProps) {
  const steps = scheduleSteps(plan.stack, plan.constraints.weeklyHours);
  const weeks = Math.max(1, Math.ceil(steps.reduce((end, { to }) => Math.max(end, to ?? 0), 0)));
  const prerequisites = usePrerequisites(plan.stack.map(({ credential }) => credential.id));
  return (
    <div class="timeline">
      <div class="timeline-axis small quiet" aria-hidden="true">
        <span>{words.weekAxis}</span>
        <div class="timeline-track">
          {axisMarks(weeks, 8).map((week) => (
            <span key={week} class="number" style={{ left: `${(week / weeks) * 100}%` }}>
              {week}
            </span>
          ))}
        </div>
      </div>
      <ol class="plain-list">
        {steps.map((scheduled) => (
          <TimelineStep
            key={scheduled.step.credential.id}
            scheduled={scheduled}
            weeks={weeks}
            before={plan.stack.filter(({ credential }) =>
              prerequisites.get(scheduled.step.credential.id)?.includes(credential.id),
            )}
            onWhy={onWhy}
          />
        ))}
      </ol>
    </div>
  );
}

interface TimelineStepProps {
  scheduled: ScheduledStep;
  weeks: number;
  /** Steps of this plan that have to be done first. */
  before: PlanReply['stack'];
  onWhy: (credentialId: string) => void;
}

function TimelineStep({ scheduled: { step, from, to }, weeks, before, onWhy }: TimelineStepProps) {
  const { credential, gain, because } = step;
  const beside = [
    credential.provider,
    credential.hours === null ? words.unknownLength : hours(credential.hours),
    credential.price === null ? words.unknownPrice : money(credential.price),
    to === null ? null : words.between(Math.floor(from) + 1, Math.max(Math.floor(from) + 1, Math.ceil(to))),
  ];
  return (
    <li class="timeline-step">
      <div class="timeline-words">
        <span class="timeline-number number">{step.step}</span>
        <div>
          <Link href={credentialAddress(credential.id)} class="timeline-title">
            {credential.title}
          </Link>
          <p class="small quiet">{beside.filter((part) => part !== null).join(' · ')}</p>
          <p class="small">
            <strong>{words.adds(gain)}</strong>:{' '}
            {because
              .map(({ skill }) => skill.label)
              .slice(0, 4)
              .join(', ')}
          </p>
          {before.map((first) => (
            <p key={first.credential.id} class="small timeline-before">
              ↳ {words.after(first.step, first.credential.title)}
            </p>
          ))}
        </div>
        <button
          type="button"
          class="button small-one no-print"
          aria-label={words.whyLabel(credential.title)}
          onClick={() => {
            onWhy(credential.id);
          }}
        >
          {texts.region.why}
        </button>
      </div>
      <div class="timeline-track" aria-hidden="true">
        <span
          class={to === null ? 'timeline-bar is-unknown' : 'timeline-bar'}
          style={{
            left: `${(from / weeks) * 100}%`,
            width: `${(((to ?? from + weeks * 0.04) - from) / weeks) * 100}%`,
          }}
        />
      </div>
    </li>
  );
}

/** The plan: its sum in one sentence, its steps by week, the free plan pinned beside it, the trade-offs to choose from. */
import type { LearnerBrief } from '../../domain/brief.ts';
import type { PlanReply } from '../../domain/reply.ts';
import { useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { KeepDocument } from '../export/keep-document.tsx';
import { Answered } from '../parts/answered.tsx';
import { FrontierChart } from '../plan/frontier-chart.tsx';
import { planExport } from '../plan/plan-export.ts';
import { PlanTimeline } from '../plan/plan-timeline.tsx';
import { StepEvidence } from '../plan/step-evidence.tsx';
import { hours, money } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import type { LearnerBody } from './learner-profile.ts';
import { limitsOf, pickedLimits } from './limits.ts';

const words = texts.learner;
/** Skills in each list of a document: what fits a page. */
const DOCUMENT_TOP = 15;

interface LearnerPlanProps {
  brief: LearnerBrief;
  target: Record<string, string | undefined>;
  learner: LearnerBody;
}

export function LearnerPlan({ brief, target, learner }: LearnerPlanProps) {
  const { get, change } = useAddress();
  const limits = limitsOf(get);
  const picked = pickedLimits(get, limits, brief.plan);
  const other = useAnswer('post /v1/plan', picked === null ? null : { ...target, ...picked, learner });
  const plan = picked === null ? brief.plan : other.reply;
  const step = plan?.stack.find(({ credential }) => credential.id === get('step'));
  const pick = (value: string | null) => {
    change({ pick: value });
  };
  return (
    <section class="stack" aria-labelledby="plan">
      <div class="between">
        <h2 id="plan">{words.plan.title}</h2>
        <ExportMenu title={words.plan.title} whole={plan ?? brief.plan} table={() => planExport(plan ?? brief.plan)} />
      </div>
      {picked !== null && (
        <p class="line no-print">
          <button
            type="button"
            class="button small-one"
            onClick={() => {
              pick(null);
            }}
          >
            {words.frontier.back}
          </button>
        </p>
      )}
      <div class="plan-and-trade-offs">
        <div class="stack">
          {plan === null ? (
            <Answered answer={other} rows={4}>
              {() => null}
            </Answered>
          ) : (
            <Plan plan={plan} isYearAssumed={picked === null && brief.assumedLimits.includes('hours')} />
          )}
        </div>
        <div class="stack no-print">
          <FreePlan plan={brief.plan} onShow={pick} />
          {brief.plan.frontier.length > 1 && (
            <FrontierChart
              points={brief.plan.frontier}
              shown={
                plan === null
                  ? null
                  : { gapClosed: plan.gapClosed, price: plan.price?.amount ?? null, hours: plan.hours }
              }
              onPick={({ price, hours: length }) => {
                pick(`${price.amount}-${length}`);
              }}
            />
          )}
        </div>
      </div>
      <p class="line no-print">
        <KeepDocument
          call="post /v1/briefs/learner"
          request={{ ...target, ...limits, learner, top: DOCUMENT_TOP }}
          title={brief.scopeLabel}
          labels={words.keep}
        />
      </p>
      {step !== undefined && <StepEvidence step={step} parameter="step" />}
    </section>
  );
}

function Plan({ plan, isYearAssumed }: { plan: PlanReply; isYearAssumed: boolean }) {
  const { change } = useAddress();
  if (plan.stack.length === 0) {
    return (
      <div class="note">
        <p>{words.plan.empty}</p>
        <p>{words.plan.emptyNext}</p>
      </div>
    );
  }
  const { unlocked, optimal } = plan;
  const parts = [
    words.plan.closes(plan.gapClosed),
    plan.price === null ? null : money(plan.price),
    plan.hours === null ? null : hours(plan.hours),
    plan.weeks === null
      ? null
      : `${words.plan.weeks(Math.ceil(plan.weeks))} ${words.plan.weeklyHours(plan.constraints.weeklyHours)}`,
  ];
  const last = plan.stack.at(-1)?.cumulative;
  return (
    <>
      <p class="plan-sum">{parts.filter((part) => part !== null).join(' · ')}</p>
      {unlocked.of > 0 && <p>{words.plan.unlocked(unlocked.n, unlocked.interval, unlocked.of)}</p>}
      <PlanTimeline
        plan={plan}
        onWhy={(step) => {
          change({ step });
        }}
      />
      <p class="quiet small">
        {optimal.method === 'exact' && optimal.gap < 1e-6
          ? words.plan.optimal.exact
          : words.plan.optimal.greedy(optimal.bound)}{' '}
        {(last?.unknownPriceCount ?? 0) > 0 && `${words.plan.unknownPrices(last?.unknownPriceCount ?? 0)} `}
        {(last?.unknownHoursCount ?? 0) > 0 && `${words.plan.unknownHours(last?.unknownHoursCount ?? 0)} `}
        {isYearAssumed && `${words.plan.assumedYear(plan.constraints.weeklyHours)} `}
        {leftOut(plan)}
      </p>
      {plan.violations.map((violation) => (
        <p key={violation} class="note warn">
          {violation}
        </p>
      ))}
    </>
  );
}

function leftOut({ excluded }: PlanReply): string {
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  return reasons.length === 0
    ? ''
    : words.plan.excluded(
        reasons.map(([reason, count]) => `${count} (${reason})`).join(', '),
        reasons.some(([reason]) => reason.startsWith('unknown')),
      );
}

function FreePlan({ plan, onShow }: { plan: PlanReply; onShow: (pick: string) => void }) {
  const { freePlan } = plan;
  const weeks = freePlan.weeks === null ? words.plan.unknownLength : words.plan.weeks(Math.ceil(freePlan.weeks));
  return (
    <section class="panel stack tight">
      <h3>{words.free.title}</h3>
      {freePlan.stack.length === 0 ? (
        <p class="quiet">{words.free.none}</p>
      ) : (
        <>
          <p>{words.free.text(freePlan.gapClosed, weeks)}</p>
          <ol class="free-steps">
            {freePlan.stack.map(({ credential }) => (
              <li key={credential.id}>{credential.title}</li>
            ))}
          </ol>
          <p>
            <button
              type="button"
              class="button small-one"
              onClick={() => {
                onShow(`0-${freePlan.hours ?? 0}`);
              }}
            >
              {words.free.show}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

/** "What do I lack for the job I want, and what should I learn?": the gap, the plan as a timeline, its trade-offs. */
import { useState } from 'preact/hooks';
import type { LearnerBrief } from '../../domain/brief.ts';
import { scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { GapEvidence } from '../evidence/gap-evidence.tsx';
import { Answered } from '../parts/answered.tsx';
import { useTitle } from '../parts/use-title.ts';
import { texts } from '../texts/texts.ts';
import { LearnerForm } from './learner-form.tsx';
import { LearnerGap } from './learner-gap.tsx';
import { currentProfile, keepProfile, profileBody } from './learner-profile.ts';
import { LearnerPlan } from './learner-plan.tsx';
import { limitsOf } from './limits.ts';
import './learner.css';

const words = texts.learner;
/** Skills in each list. */
const TOP = 30;

export function LearnerView() {
  const { get, change } = useAddress();
  const isExample = get('example') !== undefined;
  const [profile, setProfile] = useState(() => currentProfile() || (isExample ? words.exampleProfile : ''));
  const { region, occupation, since, until } = scopeParts(get);
  const posting = get('posting');
  const hasTarget = occupation !== undefined || posting !== undefined;
  const target = { region, occupation, posting, since, until };
  const learner = profileBody(profile);
  const request = { ...target, ...limitsOf(get), learner, top: TOP };
  const answer = useAnswer('post /v1/briefs/learner', hasTarget && profile !== '' ? request : null);
  const name = answer.reply === null ? null : nameOf(answer.reply);
  const question = hasTarget && name !== null ? words.question(name) : words.questionEmpty;
  useTitle(question);
  const why = answer.reply && findGap(answer.reply, get('why'));

  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{question}</h1>
        <p class="lead no-print">{words.intro}</p>
        <LearnerForm
          profile={profile}
          targetName={name}
          onProfile={(next) => {
            keepProfile(next);
            setProfile(next);
          }}
        />
        {profile === '' && hasTarget && <p class="note no-print">{words.lostProfile}</p>}
      </div>
      <Answered answer={answer} rows={8} label={words.loading}>
        {(brief) =>
          brief.suppressed === null ? (
            <div class="stack loose">
              <p class="lead">
                {words.summary(brief.proven.length + brief.claimed.length, brief.missing.length, nameOf(brief))}
              </p>
              <LearnerPlan brief={brief} target={target} learner={learner} />
              <LearnerGap brief={brief} />
            </div>
          ) : (
            <p class="note warn">{brief.suppressed}</p>
          )
        }
      </Answered>
      {why !== undefined && why !== null && answer.reply !== null && (
        <GapEvidence
          gap={why}
          n={answer.reply.postings.n}
          scope={{ region, occupation, employer: undefined, since, until }}
          onClose={() => {
            change({ why: null }, { isStep: false });
          }}
        />
      )}
    </div>
  );
}

function nameOf({ scope, scopeLabel }: LearnerBrief): string {
  return scope.occupation?.label ?? scopeLabel;
}

function findGap({ missing, claimed, proven }: LearnerBrief, skillId: string | undefined) {
  return [...missing, ...claimed, ...proven].find(({ skill }) => skill.id === skillId);
}

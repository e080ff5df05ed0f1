/** "Which credentials close this gap best?": ranked cards, and the ones chosen as a stack. */
import { useRef } from 'preact/hooks';
import type { RankReply } from '../../domain/reply.ts';
import { namesScope, scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { rankExport } from '../export/rank-export.ts';
import { Answered } from '../parts/answered.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { useTitle } from '../parts/use-title.ts';
import { StepEvidence } from '../plan/step-evidence.tsx';
import { ScopeFields } from '../scope/scope-fields.tsx';
import { useRegionOnArrival } from '../scope/use-first-scope.ts';
import { scopeTitle } from '../scope/scope-title.ts';
import { texts } from '../texts/texts.ts';
import { CredentialCard } from './credential-card.tsx';
import { CredentialFilters } from './credential-filters.tsx';
import { StackPanel } from './stack-panel.tsx';

const words = texts.credentials;
const TOP = 30;

export function CredentialsView() {
  useRegionOnArrival();
  const { get, change } = useAddress();
  const query = scopeParts(get);
  const hasScope = namesScope(query);
  const filters = {
    maxHours: get('maxHours'),
    mode: get('mode') as 'online' | undefined,
    language: get('language'),
    provider: get('provider'),
    assessed: get('assessed'),
  };
  const answer = useAnswer('get /v1/rank', hasScope ? { ...query, ...filters, top: TOP } : null);
  const question = hasScope ? words.question(scopeTitle(answer.reply) ?? '…') : words.questionEmpty;
  useTitle(question);
  const list = useRef<HTMLElement>(null);
  const stack = get('stack')?.split(' ') ?? [];
  const why = answer.reply?.credentials.find(({ credential }) => credential.id === get('why'));
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{question}</h1>
        <ScopeFields scope={answer.reply?.scope ?? null} hasFramework={false} />
        <CredentialFilters />
      </div>
      <Answered answer={answer} rows={8} label={texts.shell.wait.counting}>
        {(reply) => (
          <div class="ranked-and-stack">
            <section class="stack tight" ref={list}>
              <h2 class="unseen">{words.listTitle}</h2>
              <div class="between">
                <p>{words.compared(reply.candidates, reply.gapCount)}</p>
                <ExportMenu
                  title={question}
                  whole={reply}
                  table={() => rankExport(reply.credentials)}
                  picture={() => list.current}
                />
              </div>
              <ReplyNotes reply={reply} />
              <Cards reply={reply} stack={stack} />
            </section>
            <StackPanel
              chosen={reply.credentials.filter(({ credential }) => stack.includes(credential.id))}
              onClear={() => {
                change({ stack: null });
              }}
            />
          </div>
        )}
      </Answered>
      {why !== undefined && (
        <StepEvidence step={{ credential: why.credential, because: why.contributions }} parameter="why" />
      )}
    </div>
  );
}

function Cards({ reply, stack }: { reply: RankReply; stack: readonly string[] }) {
  const { change } = useAddress();
  if (reply.suppressed !== null) return <p class="note warn">{reply.suppressed}</p>;
  if (reply.credentials.length === 0) {
    return (
      <div class="note">
        <p>{words.none}</p>
        <p>{words.noneNext}</p>
      </div>
    );
  }
  const max = Math.max(...reply.credentials.map(({ gapClosed }) => gapClosed));
  return (
    <div>
      {reply.credentials.map((ranked, position) => {
        const { id } = ranked.credential;
        return (
          <CredentialCard
            key={id}
            ranked={ranked}
            rank={position + 1}
            max={max}
            onWhy={(why) => {
              change({ why });
            }}
          >
            <label class="line">
              <input
                type="checkbox"
                checked={stack.includes(id)}
                onChange={(event) => {
                  const next = event.currentTarget.checked ? [...stack, id] : stack.filter((one) => one !== id);
                  change({ stack: next.join(' ') }, { isStep: false });
                }}
              />
              {words.select}
            </label>
          </CredentialCard>
        );
      })}
    </div>
  );
}

/** One credential: facts, what it teaches with the words that say so, the European elements, what shows its quality. */
import type { CredentialPageReply } from '../../domain/credential-page-reply.ts';
import { Link } from 'wouter-preact';
import { skillAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { credentialFacts } from '../credentials/credential-facts.ts';
import { OutcomeQuote } from '../evidence/outcome-quote.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { Term } from '../parts/term.tsx';
import { useTitle } from '../parts/use-title.ts';
import { texts } from '../texts/texts.ts';
import { Lint } from './lint.tsx';
import { ScorecardList } from './scorecard-list.tsx';

const words = texts.credentials.page;

export function CredentialView() {
  const { get } = useAddress();
  const id = get('id');
  const answer = useAnswer('get /v1/credentials/{id}', id === undefined ? null : { id });
  useTitle(answer.reply?.credential.title ?? '');
  return (
    <Answered answer={answer} rows={8} heading={words.heading}>
      {(reply) => <CredentialPage reply={reply} />}
    </Answered>
  );
}

function CredentialPage({ reply }: { reply: CredentialPageReply }) {
  const { credential, details, coverage, lint, scorecard, warnings } = reply;
  return (
    <div class="stack loose">
      <div class="stack tight">
        <div class="between">
          <h1>{credential.title}</h1>
          <ExportMenu title={credential.title} whole={reply} />
        </div>
        <p>{credentialFacts(credential).join(' · ')}</p>
        {details.description !== null && <p class="reading">{details.description}</p>}
        {details.entryRequirements !== null && (
          <p>
            {words.entry}: {details.entryRequirements}
          </p>
        )}
        {warnings.length > 0 && (
          <p class="note warn">
            {texts.credentials.warnings}: {warnings.join('; ')}.
          </p>
        )}
        {isWebAddress(credential.url) && (
          <p>
            <a href={credential.url ?? ''} rel="noreferrer">
              {words.original}
            </a>
          </p>
        )}
      </div>
      <div class="two-columns">
        <section class="stack">
          <h2>
            <Term name="coverage">{words.teaches}</Term>
          </h2>
          {coverage.length === 0 && <p class="quiet">{words.noTeaches}</p>}
          <ul class="plain-list stack">
            {coverage.map((one) => (
              <li key={one.skill.id} class="stack tight">
                <p>
                  <Link href={skillAddress(one.skill.id)}>{one.skill.label}</Link>{' '}
                  <span class="small quiet">{words.askedBy(one.askedByCount)}</span>
                </p>
                <OutcomeQuote coverage={one.coverage} state={one.state} outcome={one.outcome} />
              </li>
            ))}
          </ul>
        </section>
        <section class="stack">
          <h2>
            <Term name="outcome">{words.outcomes}</Term>
          </h2>
          {details.learningOutcomes.length === 0 ? (
            <p class="quiet">{words.noOutcomes}</p>
          ) : (
            <ul class="reading-list">
              {details.learningOutcomes.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <Lint elements={lint} />
      <ScorecardList scorecard={scorecard} />
    </div>
  );
}

/** Addresses come from catalogues of strangers: only the web is a link. */
function isWebAddress(url: string | null): boolean {
  return url !== null && /^https?:\/\//iu.test(url);
}

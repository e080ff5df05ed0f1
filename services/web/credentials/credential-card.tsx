/** A ranked credential: what it closes, skill by skill, and everything one asks before taking it. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { credentialAddress } from '../address/use-address.ts';
import type { RankedCredentialReply } from '../../domain/reply.ts';
import { texts } from '../texts/texts.ts';
import { credentialFacts } from './credential-facts.ts';
import './credential-card.css';

const words = texts.credentials;
/** More segments cannot be told apart. */
const MAX_PARTS = 7;

interface CredentialCardProps {
  ranked: Pick<
    RankedCredentialReply,
    'credential' | 'gapClosed' | 'gapClosedInterval' | 'per10Hours' | 'contributions' | 'warnings'
  >;
  rank: number;
  /** The largest share of the list: where a full bar ends. */
  max: number;
  onWhy: (credentialId: string) => void;
  children?: ComponentChildren;
}

export function CredentialCard({ ranked, rank, max, onWhy, children }: CredentialCardProps) {
  const { credential, gapClosed, gapClosedInterval, per10Hours, contributions, warnings } = ranked;
  const shown = contributions.slice(0, MAX_PARTS);
  const rest = contributions.slice(MAX_PARTS).reduce((sum, { contribution }) => sum + contribution, 0);
  return (
    <article class="credential-card">
      <span class="credential-rank number quiet">{rank}</span>
      <div class="stack tight">
        <h3>
          <Link href={credentialAddress(credential.id)}>{credential.title}</Link>
        </h3>
        <p class="small quiet">{credentialFacts(credential).join(' · ')}</p>
        <p>
          <strong>{words.closes(gapClosed, gapClosedInterval)}</strong>
          {per10Hours !== null && <span class="quiet">; {words.per10Hours(per10Hours)}</span>}
        </p>
        <div class="parts-bar" aria-hidden="true">
          {[...shown.map(({ contribution }) => contribution), rest].map((part, position) => (
            <span
              key={position}
              class={`is-${position + 1}`}
              style={{ width: `${(part / Math.max(max, 1e-9)) * 100}%` }}
            />
          ))}
        </div>
        <ul class="parts-list plain-list" aria-label={words.parts}>
          {shown.map(({ skill, contribution, state }, position) => (
            <li key={skill.id}>
              <i class={`is-${position + 1}`} aria-hidden="true" />
              {skill.label} <span class="number quiet">{words.partOf(contribution)}</span>
              {state === 'declared' && <span class="tag">{words.proof.declared}</span>}
            </li>
          ))}
        </ul>
        {warnings.length > 0 && (
          <p class="small warn-text">
            {words.warnings}: {warnings.join('; ')}.
          </p>
        )}
        <div class="line no-print">
          <button
            type="button"
            class="button small-one"
            aria-label={words.whyLabel(credential.title)}
            onClick={() => {
              onWhy(credential.id);
            }}
          >
            {words.why}
          </button>
          {children}
        </div>
      </div>
    </article>
  );
}

/** What a credential promises to teach, with the words marked that say so. */
import { Link } from 'wouter-preact';
import { credentialAddress } from '../address/use-address.ts';
import type { CredentialReply } from '../../domain/reply.ts';
import { Quote } from '../parts/quote.tsx';
import { texts } from '../texts/texts.ts';
import './evidence.css';

const words = texts.evidence;

interface OutcomeQuoteProps {
  credential?: CredentialReply;
  coverage: number;
  state: 'declared' | 'inferred';
  outcome: { text: string; source: string; start: number; end: number };
}

export function OutcomeQuote({ credential, coverage, state, outcome }: OutcomeQuoteProps) {
  return (
    <figure class="evidence">
      <blockquote>
        <Quote quote={outcome.text} start={outcome.start} end={outcome.end} />
      </blockquote>
      <figcaption>
        {credential !== undefined && (
          <>
            <Link href={credentialAddress(credential.id)}>{credential.title}</Link>
            {credential.provider !== null && `, ${credential.provider}`}
            <br />
          </>
        )}
        {words.covers(coverage)}. {state === 'declared' ? words.declared : words.inferred} (
        {words.source[outcome.source] ?? outcome.source}).
      </figcaption>
    </figure>
  );
}

/** Why a step is in the plan: each skill it is for, the outcome that says so, and its part of the whole gap. */
import { Link } from 'wouter-preact';
import { credentialAddress, skillAddress } from '../address/use-address.ts';
import { OutcomeQuote } from '../evidence/outcome-quote.tsx';
import type { ContributionReply, CredentialReply } from '../../domain/reply.ts';
import { Drawer } from '../parts/drawer.tsx';
import { texts } from '../texts/texts.ts';

interface StepEvidenceProps {
  step: { credential: CredentialReply; because: readonly ContributionReply[] };
  onClose: () => void;
}

export function StepEvidence({ step: { credential, because }, onClose }: StepEvidenceProps) {
  return (
    <Drawer title={texts.evidence.title(credential.title)} onClose={onClose}>
      <ul class="plain-list stack">
        {because.map((part) => (
          <li key={part.skill.id} class="stack tight">
            <h3>
              <Link href={skillAddress(part.skill.id)}>{part.skill.label}</Link>
            </h3>
            <p class="small number">{texts.evidence.closes(part.contribution)}</p>
            <OutcomeQuote coverage={part.coverage} state={part.state} outcome={part.outcome} />
          </li>
        ))}
      </ul>
      <p>
        <Link href={credentialAddress(credential.id)}>{texts.evidence.openCredential}</Link>
      </p>
    </Drawer>
  );
}

/** Why a step is in the plan: each skill it is for, the outcome that says so, and its part of the whole gap. */
import { Link } from 'wouter-preact';
import { credentialAddress, skillAddress, useAddress } from '../address/use-address.ts';
import { OutcomeQuote } from '../evidence/outcome-quote.tsx';
import type { ContributionReply, CredentialReply } from '../../domain/reply.ts';
import { Drawer } from '../parts/drawer.tsx';
import { texts } from '../texts/texts.ts';

interface StepEvidenceProps {
  step: { credential: CredentialReply; because: readonly ContributionReply[] };
  /** Of the address: the drawer is open for as long as it is there. */
  parameter: 'why' | 'step';
}

export function StepEvidence({ step: { credential, because }, parameter }: StepEvidenceProps) {
  const { change } = useAddress();
  const close = () => {
    change({ [parameter]: null }, { isStep: false });
  };
  return (
    <Drawer title={texts.evidence.title(credential.title)} onClose={close}>
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

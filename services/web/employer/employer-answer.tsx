/** What was read from an employer's postings: skills to accept or reject, staff beside them, credentials that answer. */
import { useMemo, useState } from 'preact/hooks';
import type { EmployerBrief } from '../../domain/brief.ts';
import { useAddress } from '../address/use-address.ts';
import type { Asked } from '../ask/ask.ts';
import { CredentialCard } from '../credentials/credential-card.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { KeepDocument } from '../export/keep-document.tsx';
import type { ExportTable } from '../export/table.ts';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { StepEvidence } from '../plan/step-evidence.tsx';
import { texts } from '../texts/texts.ts';
import { acceptedCredentials } from './accepted-credentials.ts';
import { Competencies, type Verdicts } from './competencies.tsx';
import type { StaffSkill } from './read-staff.ts';
import { StaffField, type Staff } from './staff-field.tsx';

const words = texts.employer;

interface EmployerAnswerProps {
  brief: EmployerBrief;
  request: Asked<'post /v1/briefs/employer'>;
}

export function EmployerAnswer({ brief, request }: EmployerAnswerProps) {
  const { get, change } = useAddress();
  const [verdicts, setVerdicts] = useState<Verdicts>({ rejected: new Set(), proficiencies: new Map() });
  const [staff, setStaff] = useState<Staff | null>(null);
  const credentials = useMemo(() => acceptedCredentials(brief, verdicts.rejected), [brief, verdicts.rejected]);
  const why = credentials.find(({ credential }) => credential.id === get('why'));
  const max = Math.max(0, ...credentials.map(({ gapClosed }) => gapClosed));
  if (brief.suppressed !== null) return <p class="note warn">{brief.suppressed}</p>;
  return (
    <div class="stack loose">
      <section class="stack" aria-labelledby="competencies">
        <div class="between">
          <h2 id="competencies">{words.competencies.title}</h2>
          <ExportMenu
            title={words.competencies.title}
            whole={{ ...brief, verdicts: verdictsOf(brief, verdicts) }}
            table={() => competencyExport(brief, verdicts, staff?.bySkill)}
          />
        </div>
        <ReplyNotes reply={brief} />
        {brief.occupations.length > 0 && <p>{words.hires(brief.occupations.map(({ label }) => label).join(', '))}</p>}
        {brief.competencies.length === 0 ? (
          <p class="note">{words.competencies.none}</p>
        ) : (
          <Competencies
            competencies={brief.competencies}
            postingCount={brief.postings.n}
            verdicts={verdicts}
            staff={staff}
            onVerdicts={setVerdicts}
          />
        )}
      </section>
      <StaffField labels={brief.competencies.map(({ skill }) => skill.label)} staff={staff} onStaff={setStaff} />
      <section class="stack tight" aria-labelledby="answering">
        <h2 id="answering">{words.credentials.title}</h2>
        {verdicts.rejected.size > 0 && <p class="quiet">{words.credentials.recounted}</p>}
        {credentials.length === 0 && <p class="quiet">{words.credentials.none}</p>}
        <div>
          {credentials.map((ranked, position) => (
            <CredentialCard
              key={ranked.credential.id}
              ranked={ranked}
              rank={position + 1}
              max={max}
              onWhy={(id) => {
                change({ why: id });
              }}
            />
          ))}
        </div>
      </section>
      <section class="stack tight">
        <h2>{words.nobody.title}</h2>
        <p>{brief.taughtByNobody.length === 0 ? words.nobody.none : brief.taughtByNobody.join(', ')}</p>
      </section>
      <p class="line no-print">
        <KeepDocument call="post /v1/briefs/employer" request={request} title={brief.scopeLabel} labels={words.keep} />
      </p>
      {why !== undefined && (
        <StepEvidence step={{ credential: why.credential, because: why.contributions }} parameter="why" />
      )}
    </div>
  );
}

function verdictsOf({ competencies }: EmployerBrief, { rejected, proficiencies }: Verdicts) {
  return competencies.map(({ skill }) => ({
    skill: skill.id,
    isAccepted: !rejected.has(skill.id),
    proficiency: proficiencies.get(skill.id) ?? null,
  }));
}

function competencyExport(
  brief: EmployerBrief,
  { rejected, proficiencies }: Verdicts,
  staff: ReadonlyMap<string, StaffSkill> | undefined,
): ExportTable {
  return {
    columns: ['skill', 'skill id', 'need', 'demand share', 'verdict', 'proficiency', 'staff', 'taught', 'quote'],
    rows: brief.competencies.map(({ skill, need, demandShare, taught, evidence }) => [
      skill.label,
      skill.id,
      need,
      demandShare,
      rejected.has(skill.id) ? 'rejected' : 'accepted',
      proficiencies.get(skill.id) ?? null,
      staff?.get(skill.label.toLowerCase())?.headcount ?? null,
      taught,
      evidence[0]?.quote ?? null,
    ]),
  };
}

/** A competency brief as a document an employer can edit and send. */
import type { Competency, EmployerBrief } from '../domain/brief.ts';
import type { Block } from './brief-document.ts';
import { behind, count, credentialTable, quoted } from './brief-parts.ts';
import { outOf100 } from './show-values.ts';

export function employerBlocks(brief: EmployerBrief): Block[] {
  const head: Block[] = [
    { kind: 'title', text: `Competency brief: ${brief.employer ?? brief.scopeLabel}` },
    { kind: 'text', text: behind(brief) },
    ...(brief.postings.n > 1 && brief.scope.employer !== null
      ? [
          {
            kind: 'text' as const,
            text: 'Shares of so few postings are pulled towards those of the market around them.',
          },
        ]
      : []),
    { kind: 'text', text: `Purpose: ${brief.purpose ?? 'not stated (--purpose recruitment, promotion or CPD)'}.` },
  ];
  if (brief.suppressed !== null) return head;
  if (brief.competencies.length === 0)
    return [
      ...head,
      { kind: 'text', text: 'No skill of the taxonomy was read in it: give a text that says what the job asks for.' },
    ];
  return [
    ...head,
    {
      kind: 'text',
      text:
        brief.occupations.length === 0
          ? 'Hires for: unknown.'
          : `Hires for: ${brief.occupations.map(({ label, postingCount }) => `${label} (${postingCount})`).join(', ')}.`,
    },
    ...section('Must have', 'must', brief),
    ...section('Nice to have', 'nice', brief),
    ...section('Asked for, without saying how firmly', 'unstated', brief),
    { kind: 'heading', text: 'Which credentials answer it' },
    brief.credentials.length === 0
      ? { kind: 'text', text: 'None of the imported credentials.' }
      : credentialTable(brief.credentials),
    { kind: 'heading', text: 'What nobody teaches yet' },
    {
      kind: 'text',
      text: brief.taughtByNobody.length === 0 ? 'Nothing of it.' : `${brief.taughtByNobody.join('; ')}.`,
    },
  ];
}

function section(title: string, need: Competency['need'], brief: EmployerBrief): Block[] {
  const own = brief.competencies.filter((competency) => competency.need === need);
  if (own.length === 0) return [];
  const isOneText = brief.postings.n === 1;
  return [
    { kind: 'heading', text: title },
    {
      kind: 'list',
      entries: own.map((competency) => ({
        text: `${competency.skill.label}: ${isOneText ? `${(100 * competency.postingCount).toFixed(0)} % sure that the text asks for it` : `${competency.postingCount.toFixed(0)} of ${count(brief.postings.n, 'posting')}; ${outOf100(competency.demandShare, competency.demandInterval)}`}; ${held(competency)}`,
        quotes: competency.evidence.map(quoted),
      })),
    },
  ];
}

function held({ supplyShare, taught }: Competency): string {
  const staff = supplyShare === null ? 'staff unknown' : `held by ${(100 * supplyShare).toFixed(0)} % of staff`;
  return `${staff}; ${taught === 0 ? 'taught by none' : `taught ${(100 * taught).toFixed(0)} %`}`;
}

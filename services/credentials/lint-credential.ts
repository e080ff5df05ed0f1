/**
 * A credential in, the eleven mandatory elements of Annex I of the Council Recommendation 2022/C 243/02 out: what is stated of
 * each, and what to add where nothing is.
 *
 * A catalogue describes a credential nobody holds yet: for the learner and the date of issue it can only say how a holder is
 * identified and how the credential is issued.
 */
import type { LintedElement } from '../domain/credential-page-reply.ts';
import type { Credential } from '../domain/credential.ts';

interface Element {
  element: string;
  /** Null where nothing is stated. */
  statedIn: (credential: Credential) => string | null;
  remedy: string;
}

const ELEMENTS: readonly Element[] = [
  {
    element: 'identification of the learner',
    statedIn: ({ learnerIdentification }) => learnerIdentification,
    remedy: 'Say how the holder is identified, for example by name and date of birth.',
  },
  { element: 'title', statedIn: ({ title }) => title, remedy: 'Give it a title.' },
  {
    element: 'country of the issuer',
    statedIn: ({ providerCountry }) => providerCountry,
    remedy: 'Add the country of the issuer as an ISO 3166 code.',
  },
  {
    element: 'awarding body',
    statedIn: ({ awardingBody }) => awardingBody,
    remedy: 'Name the body that awards it.',
  },
  {
    element: 'date of issuing',
    statedIn: ({ issuing }) => issuing,
    remedy: 'Say when and in which form it is issued to a holder.',
  },
  {
    element: 'learning outcomes',
    statedIn: ({ learningOutcomes }) => (learningOutcomes.length === 0 ? null : `${learningOutcomes.length} outcomes`),
    remedy: 'List what a learner can do afterwards, one outcome a line.',
  },
  {
    element: 'notional workload',
    statedIn: ({ ects, workloadHours }) =>
      ects === null ? (workloadHours === null ? null : `${workloadHours} hours`) : `${ects} ECTS`,
    remedy: 'Give the workload in hours or in ECTS.',
  },
  {
    element: 'level',
    statedIn: ({ eqfLevel }) => (eqfLevel === null ? null : `EQF ${eqfLevel}`),
    remedy: 'Give the EQF level, 1 to 8.',
  },
  {
    element: 'type of assessment',
    statedIn: ({ assessment }) => assessment?.type ?? null,
    remedy: 'Say how the outcomes are assessed.',
  },
  {
    element: 'form of participation',
    statedIn: ({ participation }) => (participation === 'unspecified' ? null : participation),
    remedy: 'Say whether it is online, onsite or blended.',
  },
  {
    element: 'quality assurance',
    statedIn: ({ qualityAssurance }) => qualityAssurance?.type ?? null,
    remedy: 'Name the quality assurance behind it.',
  },
];

export function lintCredential(credential: Credential): LintedElement[] {
  return ELEMENTS.map(({ element, statedIn, remedy }) => {
    const stated = statedIn(credential);
    return { element, isStated: stated !== null, stated, remedy: stated === null ? remedy : null };
  });
}

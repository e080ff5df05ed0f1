/**
 * A credential in, the elements of the Council Recommendation 2022/C 243/02 (Annex I) it does not state out.
 *
 * The title is never missing (a record without one is rejected). The date of issue belongs to a credential somebody
 * holds; a catalogue can only say how the learner is identified and how the credential is issued.
 */
import type { Credential } from '../domain/credential.ts';

interface EuropeanElement {
  name: string;
  isStated: (credential: Credential) => boolean;
}

const CATALOGUE_ELEMENTS: readonly EuropeanElement[] = [
  { name: 'country of the issuer', isStated: ({ providerCountry }) => providerCountry !== null },
  { name: 'awarding body', isStated: ({ awardingBody }) => awardingBody !== null },
  { name: 'learning outcomes', isStated: ({ learningOutcomes }) => learningOutcomes.length > 0 },
  { name: 'workload', isStated: ({ workloadHours, ects }) => workloadHours !== null || ects !== null },
  { name: 'EQF level', isStated: ({ eqfLevel }) => eqfLevel !== null },
  { name: 'type of assessment', isStated: ({ assessment }) => assessment !== null },
  { name: 'form of participation', isStated: ({ participation }) => participation !== 'unspecified' },
  { name: 'quality assurance', isStated: ({ qualityAssurance }) => qualityAssurance !== null },
];

const HOLDER_ELEMENTS: readonly EuropeanElement[] = [
  { name: 'identification of the learner', isStated: ({ learnerIdentification }) => learnerIdentification !== null },
  { name: 'issuing', isStated: ({ issuing }) => issuing !== null },
];

/** @param carriesHolder whether the format has fields for the identification of the learner and for issuing at all */
export function findMissingElements(credential: Credential, carriesHolder: boolean): string[] {
  const elements = carriesHolder ? [...CATALOGUE_ELEMENTS, ...HOLDER_ELEMENTS] : CATALOGUE_ELEMENTS;
  return elements.filter(({ isStated }) => !isStated(credential)).map(({ name }) => name);
}

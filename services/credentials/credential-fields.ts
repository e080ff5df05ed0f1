/**
 * What the fields of a credential are called in our own format, in the catalogues people have, and in CSV exports.
 *
 * Names are folded (lower case, letters and digits only), best first.
 */
import type { FieldNames } from '../files/pick-fields.ts';

export const credentialFieldNames = {
  id: ['id', 'credentialid', 'courseid'],
  source: ['source'],
  title: ['title', 'name', 'coursetitle'],
  provider: ['provider', 'providername', 'institution', 'offeredby'],
  providerKind: ['providerkind'],
  providerCountry: ['providercountry', 'country'],
  awardingBody: ['awardingbody', 'awardedby'],
  description: ['description'],
  summary: ['shortdescription', 'summary'],
  features: ['features'],
  learningOutcomes: ['learningoutcomes', 'outcomes'],
  workloadHours: ['workloadhours', 'hours', 'workload'],
  ects: ['ects'],
  eqfLevel: ['eqflevel', 'eqf'],
  statedLevel: ['statedlevel', 'level'],
  assessment: ['assessment', 'assessmenttype'],
  participation: ['participation', 'coursemode', 'deliverymode'],
  qualityAssurance: ['qualityassurance'],
  learnerIdentification: ['learneridentification'],
  identityVerification: ['identityverification'],
  issuing: ['issuing'],
  price: ['price', 'cost'],
  currency: ['currency', 'pricecurrency'],
  priceAsOf: ['priceasof'],
  language: ['language', 'lang', 'inlanguage'],
  entryRequirements: ['entryrequirements'],
  prerequisiteIds: ['prerequisiteids'],
  prerequisites: ['prerequisites'],
  partOfIds: ['ispartof', 'partofids'],
  hasPartIds: ['haspart', 'haspartids'],
  stackable: ['stackable'],
  integrationMode: ['integrationmode'],
  availableIn: ['availablein'],
  url: ['url', 'link'],
  lastReviewedOn: ['lastreviewedon'],
  occupationCodes: ['occupationcodes', 'soccodes'],
  nativeSkills: ['nativeskills'],
} as const satisfies FieldNames<string>;

export type CredentialField = keyof typeof credentialFieldNames;

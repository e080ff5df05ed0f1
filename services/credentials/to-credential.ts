/**
 * One record of a catalogue in, a credential and what it leaves unsaid out. Unknown is null; nothing is imputed.
 */
import { Credential } from '../domain/credential.ts';
import { hashContent } from '../files/content-hash.ts';
import { pickFields } from '../files/pick-fields.ts';
import { isRecord, RecordFields, webAddressOrNull } from '../files/record-fields.ts';
import { credentialFieldNames } from './credential-fields.ts';
import type { CredentialField } from './credential-fields.ts';
import { findMissingElements } from './european-elements.ts';
import {
  readEqfLevel,
  readIntegrationMode,
  readOccupationCodes,
  readOutcomes,
  readParticipation,
  readPositive,
  readProviderKind,
  readTyped,
} from './read-credential-parts.ts';
import { readPrice } from './read-price.ts';
import { readProviderPlace } from './read-provider-place.ts';

export interface ReadCredential {
  credential: Credential;
  /** One sentence each, none twice: missing European elements, values that were left out. */
  warnings: string[];
}

/**
 * @param source of the records; `fallbackSource` only where the record names none
 * @param where file and line, for error messages
 * @throws InvalidInputError naming the first field that is missing, of a wrong type or out of its range
 */
export function toCredential(
  record: Readonly<Record<string, unknown>>,
  { source, fallbackSource }: { source: string | undefined; fallbackSource: string },
  where: string,
): ReadCredential {
  const { valueByField, knownFields, rest } = pickFields(record, credentialFieldNames);
  const fields = new RecordFields<CredentialField>(nameProvider(valueByField), where);
  const warnings = new Set<string>();
  const warn = (warning: string): void => void warnings.add(warning);

  const title = fields.requiredText('title');
  const sourceName = source ?? fields.text('source') ?? fallbackSource;
  const assessment = readTyped(fields, 'assessment', 'description');
  const qualityAssurance = readTyped(fields, 'qualityAssurance', 'body');
  const writtenUrl = fields.text('url');
  const url = webAddressOrNull(writtenUrl);
  if (writtenUrl !== null && url === null) warn('The url is no http or https address and was left out.');

  const candidate: Credential = {
    id: readId(fields) ?? `${sourceName}:${hashContent(record)}`,
    source: sourceName,
    title,
    provider: fields.text('provider'),
    providerKind: readProviderKind(fields, warn),
    ...readProviderPlace(fields, rest, warn),
    awardingBody: fields.text('awardingBody'),
    description: joinDescription(fields),
    learningOutcomes: readOutcomes(fields),
    workloadHours: readPositive(fields, 'workloadHours'),
    ects: readPositive(fields, 'ects'),
    eqfLevel: readEqfLevel(fields),
    statedLevel: fields.text('statedLevel'),
    assessment: assessment && { type: assessment.type, description: assessment.second },
    participation: readParticipation(fields, warn),
    qualityAssurance: qualityAssurance && { type: qualityAssurance.type, body: qualityAssurance.second },
    learnerIdentification: fields.text('learnerIdentification'),
    identityVerification: fields.text('identityVerification'),
    issuing: fields.text('issuing'),
    price: readPrice(fields, where, warn),
    language: fields.text('language'),
    ...readPrerequisites(fields),
    partOfIds: fields.list('partOfIds'),
    hasPartIds: fields.list('hasPartIds'),
    stackable: fields.boolean('stackable'),
    integrationMode: readIntegrationMode(fields, warn),
    url,
    lastReviewedOn: fields.text('lastReviewedOn'),
    occupationCodes: readOccupationCodes(fields),
    raw: knownFields.has('nativeSkills') ? { ...rest, nativeSkills: fields.list('nativeSkills') } : rest,
  };
  const parsed = Credential.safeParse(candidate);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fields.refuse(issue?.path.join('.') ?? '', `is refused (${issue?.message ?? 'invalid'}); correct it`);
  }
  const carriesHolder = knownFields.has('learnerIdentification') || knownFields.has('issuing');
  for (const element of findMissingElements(parsed.data, carriesHolder)) {
    warn(`The European element "${element}" is not stated.`);
  }
  return { credential: parsed.data, warnings: [...warnings] };
}

/** A provider may be an object with a name. */
function nameProvider(valueByField: ReadonlyMap<CredentialField, unknown>): Map<CredentialField, unknown> {
  const named = new Map(valueByField);
  const provider = valueByField.get('provider');
  if (isRecord(provider)) named.set('provider', provider['name'] ?? null);
  return named;
}

function readId(fields: RecordFields<CredentialField>): string | null {
  const value = fields.value('id');
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : fields.text('id');
}

/** Catalogues spread what they say of a course over up to three fields; one that repeats another is left out. */
function joinDescription(fields: RecordFields<CredentialField>): string | null {
  const parts: string[] = [];
  for (const field of ['description', 'summary', 'features'] as const) {
    const text = fields.text(field);
    if (text === null || parts.some((part) => part.includes(text))) continue;
    if (field === 'summary') parts.unshift(text);
    else parts.push(text);
  }
  return parts.length === 0 ? null : parts.join('\n\n');
}

/** A list names credentials; a sentence is an entry requirement for people to read. */
function readPrerequisites(
  fields: RecordFields<CredentialField>,
): Pick<Credential, 'entryRequirements' | 'prerequisiteIds'> {
  const entryRequirements = fields.text('entryRequirements');
  const prerequisiteIds = fields.list('prerequisiteIds');
  if (typeof fields.value('prerequisites') !== 'string') {
    return { entryRequirements, prerequisiteIds: [...prerequisiteIds, ...fields.list('prerequisites')] };
  }
  const sentences = [entryRequirements, fields.text('prerequisites')].filter((sentence) => sentence !== null);
  return { entryRequirements: sentences.join('\n'), prerequisiteIds };
}

/**
 * The parts of a credential that catalogues write in several ways in, one shape for each out.
 */
import type { Credential, LearningOutcome, Participation } from '../domain/credential.ts';
import { isRecord } from '../files/record-fields.ts';
import type { RecordFields } from '../files/record-fields.ts';
import type { CredentialField } from './credential-fields.ts';

type Fields = RecordFields<CredentialField>;

/** A list of `{ text, skills }` or of sentences, or sentences in one text separated by `|` or line ends. */
export function readOutcomes(fields: Fields): LearningOutcome[] {
  const value = fields.value('learningOutcomes');
  if (!Array.isArray(value)) return fields.list('learningOutcomes').map((text) => ({ text, relatedSkillIds: [] }));
  return value.flatMap((each: unknown, position): LearningOutcome[] => {
    const field = `learningOutcomes[${position}]`;
    const text = isRecord(each) ? each['text'] : each;
    if (typeof text !== 'string') return fields.refuse(field, 'has no text; write { "text": "...", "skills": [] }');
    const skills = isRecord(each) ? (each['skills'] ?? each['relatedSkillIds'] ?? []) : [];
    if (!Array.isArray(skills) || !skills.every((skill) => typeof skill === 'string')) {
      return fields.refuse(`${field}.skills`, 'should be a list of skill ids; write ["id", ...]');
    }
    return text.trim() === '' ? [] : [{ text: text.trim(), relatedSkillIds: skills }];
  });
}

/** `{ type, [second] }` or the type alone; null when nothing is stated. */
export function readTyped(
  fields: Fields,
  field: 'assessment' | 'qualityAssurance',
  second: 'description' | 'body',
): { type: string; second: string | null } | null {
  const value = fields.value(field);
  if (!isRecord(value)) {
    const type = fields.text(field);
    return type === null ? null : { type, second: null };
  }
  const type = value['type'];
  const more = value[second] ?? null;
  if (typeof type !== 'string' || type.trim() === '')
    return fields.refuse(`${field}.type`, 'is missing; name the type');
  if (more !== null && typeof more !== 'string') {
    return fields.refuse(`${field}.${second}`, 'should be text; write it as text or leave it out');
  }
  return { type: type.trim(), second: more };
}

const participationByWord = new Map<string, Participation>([
  ['online', 'online'],
  ['distance', 'online'],
  ['onsite', 'onsite'],
  ['in person', 'onsite'],
  ['classroom', 'onsite'],
  ['blended', 'blended'],
  ['hybrid', 'blended'],
  ['self paced online', 'self-paced online'],
  ['self paced', 'self-paced online'],
  ['unspecified', 'unspecified'],
]);

/** Any other word is kept out, with a warning. */
export function readParticipation(fields: Fields, warn: (warning: string) => void): Participation {
  const text = fields.text('participation');
  if (text === null) return 'unspecified';
  const word = text
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ')
    .replace('on site', 'onsite');
  const participation = participationByWord.get(word);
  if (!participation) warn(`The form of participation "${text.slice(0, 40)}" is unknown and was left out.`);
  return participation ?? 'unspecified';
}

/** 1 to 8, also written as `EQF 5` or `Level 5`. */
export function readEqfLevel(fields: Fields): number | null {
  const value = fields.value('eqfLevel');
  const digits = typeof value === 'string' ? /^(?:eqf)?\s*(?:level)?\s*(\d+)$/i.exec(value.trim())?.[1] : undefined;
  const level = digits === undefined ? fields.number('eqfLevel') : Number(digits);
  if (level === null || (Number.isInteger(level) && level >= 1 && level <= 8)) return level;
  return fields.refuse('eqfLevel', `${level} is no EQF level; give a whole number from 1 to 8 or leave it out`);
}

/** Positive; 0 is how catalogues write unknown. */
export function readPositive(fields: Fields, field: 'workloadHours' | 'ects'): number | null {
  const value = fields.number(field);
  if (value !== null && value < 0) fields.refuse(field, `${value} is negative; give more than 0 or leave it out`);
  return value === 0 ? null : value;
}

/** Codes as text, or objects that carry them under `soc`, `isco` or `code`. */
export function readOccupationCodes(fields: Fields): string[] {
  const value = fields.value('occupationCodes');
  if (!Array.isArray(value)) return fields.list('occupationCodes');
  const codes = value.map((each: unknown) => (isRecord(each) ? (each['soc'] ?? each['isco'] ?? each['code']) : each));
  if (codes.every((code) => typeof code === 'string')) return [...new Set(codes)];
  return fields.refuse('occupationCodes', 'should be a list of codes; write ["15-2051", ...]');
}

const PROVIDER_KINDS: readonly Credential['providerKind'][] = [
  'university',
  'ngo',
  'company',
  'public body',
  'unspecified',
];
const INTEGRATION_MODES: readonly NonNullable<Credential['integrationMode']>[] = [
  'curricular',
  'stackable',
  'co-curricular',
];

export function readProviderKind(fields: Fields, warn: (warning: string) => void): Credential['providerKind'] {
  return readWord(fields, 'providerKind', PROVIDER_KINDS, warn) ?? 'unspecified';
}

export function readIntegrationMode(fields: Fields, warn: (warning: string) => void): Credential['integrationMode'] {
  return readWord(fields, 'integrationMode', INTEGRATION_MODES, warn);
}

function readWord<Word extends string>(
  fields: Fields,
  field: CredentialField,
  words: readonly Word[],
  warn: (warning: string) => void,
): Word | null {
  const text = fields.text(field);
  if (text === null) return null;
  const word = words.find((candidate) => candidate === text.toLowerCase()) ?? null;
  if (word === null) warn(`The ${field} "${text.slice(0, 40)}" is none of ${words.join(', ')} and was left out.`);
  return word;
}

/**
 * Open Badges in (3.0 credentials, alone, in a list, a presentation or a comprehensive learner record; 2.0 assertions with their
 * badge inside), the statements of a learner's profile out.
 *
 * Somebody else vouches for what a badge says, so it is endorsed; its signature is not checked here, so it is no more than that.
 * Who holds the badge and who issued it is never read, and no address in it is ever fetched.
 * Source: 1EdTech Open Badges 3.0 (2025-04), 2.0 (2018); CLR 2.0; VC Data Model 2.0.
 */
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import type { LearnerProfile, ProfileStatement } from '../domain/profile.ts';
import { isRecord } from '../files/record-fields.ts';
import { paragraphSentences } from './paragraph-sentences.ts';

const BADGE_TYPES = new Set([
  'OpenBadgeCredential',
  'AchievementCredential',
  'ClrCredential',
  'VerifiablePresentation',
  'Assertion',
  'BadgeClass',
]);
/** A record holds badges, a presentation holds records: deeper is nobody's export. */
const MAX_DEPTH = 4;

const text = z.string().trim();

/** What an OB 3.0 Achievement and an OB 2.0 BadgeClass have in common. */
const Achievement = z.looseObject({
  name: text.min(1),
  description: text.optional(),
  criteria: z.union([text, z.looseObject({ narrative: text.optional() })]).optional(),
  alignment: z.array(z.looseObject({ targetName: text.optional() })).optional(),
  tag: z.array(text).optional(),
  tags: z.array(text).optional(),
});
type Achievement = z.infer<typeof Achievement>;

/** True for an object of a badge's type, and for a list that begins with one. */
export function looksLikeBadges(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) && listOf(first['type']).some((type) => typeof type === 'string' && BADGE_TYPES.has(type));
}

/**
 * @param name what to call the text in an error
 * @throws InvalidInputError for a badge that says what it is only at an address
 * @throws ZodError where an achievement has another shape than the standard's
 */
export function readBadges(value: unknown, name: string): LearnerProfile {
  const achievements = listOf(value).flatMap((one) => achievementsIn(one, name, 0));
  const byName = new Map(achievements.map((one) => [one.name, one]));
  return {
    statements: [...new Set([...byName.values()].flatMap(linesOf))].map((line): ProfileStatement => ({
      text: line,
      trust: 'endorsed',
    })),
    heldCredentials: [...byName.keys()],
    languages: [],
    target: null,
  };
}

function achievementsIn(value: unknown, name: string, depth: number): Achievement[] {
  if (!isRecord(value) || depth > MAX_DEPTH) return [];
  const deeper = (inner: unknown) => listOf(inner).flatMap((one) => achievementsIn(one, name, depth + 1));
  if (typeof value['badge'] === 'string') {
    throw new InvalidInputError(
      `${name} names its badge only by the address ${value['badge'].slice(0, 200)}, and nothing is fetched: give the file with the badge inside it.`,
    );
  }
  if (value['badge'] !== undefined) return listOf(value['badge']).map((one) => Achievement.parse(one));
  if (listOf(value['type']).includes('BadgeClass')) return [Achievement.parse(value)];
  return [
    ...deeper(value['verifiableCredential']),
    ...listOf(value['credentialSubject']).flatMap((subject) =>
      isRecord(subject)
        ? [
            ...listOf(subject['achievement']).map((one) => Achievement.parse(one)),
            ...deeper(subject['verifiableCredential']),
          ]
        : [],
    ),
  ];
}

/** An address as criteria says nothing; a narrative does. */
function linesOf({ name, description, criteria, alignment, tag, tags }: Achievement): string[] {
  const narrative = typeof criteria === 'object' ? criteria.narrative : undefined;
  return [
    name,
    ...paragraphSentences(description),
    ...paragraphSentences(narrative),
    ...(alignment ?? []).map(({ targetName }) => targetName ?? ''),
    ...(tag ?? []),
    ...(tags ?? []),
  ].filter((line) => line !== '');
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

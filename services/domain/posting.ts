/**
 * A posting (schema.org JobPosting), from what was received to what it asks for.
 */
import { z } from 'zod';
import { Share } from './units.ts';
import { SkillId } from './skill.ts';

/** Kept exactly as received; everything else about a posting is derived from it and can be rebuilt. */
export const RawPosting = z.object({
  /** `source:id in that source`. */
  id: z.string().min(1),
  source: z.string().min(1),
  url: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  licence: z.string().nullable(),
  /** sha256 of the payload: an unchanged posting is not normalised again. */
  contentHash: z.string().length(64),
  /** Field names translated to ours by the reader; unknown columns under `raw`. */
  payload: z.record(z.string(), z.unknown()),
});
export type RawPosting = z.infer<typeof RawPosting>;

/** What every posting reader translates its fields into, before normalisation. Unknown stays null. */
export const PostingPayload = z.object({
  title: z.string().min(1),
  /** Text or HTML, as received. */
  description: z.string(),
  employer: z.string().nullable(),
  place: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  postedOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  employmentType: z.string().nullable(),
  industry: z.string().nullable(),
  salary: z.unknown(),
  raw: z.record(z.string(), z.unknown()),
});
export type PostingPayload = z.infer<typeof PostingPayload>;

export const Posting = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  title: z.string().min(1),
  /** Plain text. Every character offset in the system counts into this string. */
  description: z.string(),
  /** ISO 639-1, or null when too short to tell. */
  language: z.string().nullable(),
  employer: z.string().nullable(),
  /** The employer's name folded (case, legal form, blanks), so that two spellings count as one. */
  employerKey: z.string().nullable(),
  place: z.string().nullable(),
  country: z.string().nullable(),
  /** ISO 3166-2 or NUTS code; null when the place could not be resolved. */
  regionCode: z.string().nullable(),
  postedOn: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  employmentType: z.string().nullable(),
  industry: z.string().nullable(),
});
export type Posting = z.infer<typeof Posting>;

/** `must` and `nice` only where the posting says so by a heading or a cue; otherwise `unstated`. */
export const Necessity = z.enum(['must', 'nice', 'unstated']);
export type Necessity = z.infer<typeof Necessity>;

/** One sentence or bullet of a posting that asks for something. Offsets are UTF-16 code units into `Posting.description`. */
export const Requirement = z.object({
  position: z.number().int().min(0),
  text: z.string().min(1),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  /** The heading it stands under, as written. */
  section: z.string().nullable(),
  necessity: Necessity,
});
export type Requirement = z.infer<typeof Requirement>;

/** How a link was found: the preferred label, another label, a near neighbour in the vector space, or by a person alone. */
export const LinkMethod = z.enum(['label', 'alias', 'dense', 'person']);
export type LinkMethod = z.infer<typeof LinkMethod>;

/** A mention in a text tied to a taxonomy skill. Offsets count into the same text as the requirement's. */
export const SkillLink = z.object({
  requirementPosition: z.number().int().min(0),
  skillId: SkillId,
  /** Probability that the text asks for this skill. */
  confidence: Share,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  method: LinkMethod,
});
export type SkillLink = z.infer<typeof SkillLink>;

/** What one posting asks for, rolled up from its links: 1 - prod(1 - confidence). */
export interface PostingSkill {
  skillId: string;
  probability: number;
  /** The same over the links of must-have requirements only. */
  mustProbability: number;
}

/**
 * What a person says about links: this one is right, this one is wrong, these words mean that skill.
 *
 * A place ties a correction to one posting; without a place it is about the words wherever they stand.
 */
import { z } from 'zod';
import { SkillId } from './skill.ts';

/** Where in a posting the words stand: its requirement sentence as quoted then, and UTF-16 code units into that sentence. */
export const CorrectionPlace = z.object({
  postingId: z.string().min(1),
  quote: z.string().min(1),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
});
export type CorrectionPlace = z.infer<typeof CorrectionPlace>;

/** `accept`: this link is right. `reject`: it is wrong, at the place or wherever the words stand. `alias`: the words mean the skill. */
export const CorrectionKind = z.enum(['accept', 'reject', 'alias']);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** Longer words are a sentence, and no other posting will repeat it. */
export const MAX_WORDS_LENGTH = 200;

export const Correction = z.object({
  kind: CorrectionKind,
  skillId: SkillId,
  words: z.string().min(1),
  /** An accepted link always has one, an alias never. */
  place: CorrectionPlace.nullable(),
  /** Who said so. */
  by: z.string().min(1).nullable(),
  at: z.iso.datetime(),
  why: z.string().min(1).nullable(),
});
export type Correction = z.infer<typeof Correction>;

export interface StoredCorrection extends Correction {
  /** Given by the store, from 1 up. */
  id: number;
  /** Who sees it besides operators of the installation; null: everybody. */
  organisation: string | null;
  /** Null while the correction holds. */
  undone: { by: string | null; at: string } | null;
}

/** One line of an exported file. The label is for readers; the id decides. */
export const ExportedCorrection = Correction.omit({ skillId: true }).extend({
  skill: z.object({ id: SkillId, label: z.string() }),
});
export type ExportedCorrection = z.infer<typeof ExportedCorrection>;

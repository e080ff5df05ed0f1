/**
 * The skills of one taxonomy as the linker sees them: their labels to match word for word, their words, and their
 * vectors. Everything is by position: `skillIds[7]`, `traits[7]` and row 7 of a product are one skill.
 */
import type { MatrixProduct } from '../../models/matrix-product.ts';
import type { PairedProduct } from '../../models/paired-product.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillDocuments } from './skill-documents.ts';
import type { SkillLexicon } from './skill-lexicon.ts';
import type { SkillTraits } from './skill-traits.ts';

export interface SkillSpace {
  framework: string;
  version: string;
  skills: ReadonlyMap<string, Skill>;
  lexicon: SkillLexicon;
  /** In ascending order. */
  skillIds: readonly string[];
  positionOf: ReadonlyMap<string, number>;
  traits: readonly SkillTraits[];
  /**
   * Cosines with the preferred label of every skill, and with the mean of all its labels. Single aliases are not
   * compared: many are far wider than the skill, and they would be three quarters of the work.
   */
  names: PairedProduct;
  /** Cosines with the description of every skill; 0 where there is none. */
  descriptions: MatrixProduct;
  documents: SkillDocuments;
}

const LABEL = 0;
const ALL_LABELS = 1;

/** Ids of the vectors of labels: `concept id|number`. */
export function labelEntryId(conceptId: string, number: number): string {
  return `${conceptId}|${number}`;
}

/** The concept of an entry. */
export function conceptOfEntry(entryId: string): string {
  return entryId.slice(0, entryId.lastIndexOf('|'));
}

export const skillEntryIds = (skillId: string) => ({
  label: labelEntryId(skillId, LABEL),
  allLabels: labelEntryId(skillId, ALL_LABELS),
});

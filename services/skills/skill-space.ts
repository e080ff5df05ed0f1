/**
 * The skills of one taxonomy as the linker sees them: their labels to match word for word, and their vectors.
 */
import type { Skill } from '../domain/skill.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { SkillLexicon } from './skill-lexicon.ts';
import { stemWord, withoutQualifier, wordsOf } from './words.ts';
import { stopWordsOf } from './stop-words.ts';

export interface SkillSpace {
  framework: string;
  version: string;
  skills: ReadonlyMap<string, Skill>;
  lexicon: SkillLexicon;
  /** Every label of every skill; ids are made by `labelEntryId`. */
  labels: VectorIndex;
  /** Unit vector of the preferred label, and of the description where there is one. */
  labelVector(skillId: string): Float32Array | undefined;
  descriptionVector(skillId: string): Float32Array | undefined;
}

/** Ids in the index of labels: `skill id|0` is the preferred label, `|1` ... are the others. */
export function labelEntryId(skillId: string, number: number): string {
  return `${skillId}|${number}`;
}

export function readLabelEntryId(entryId: string): { skillId: string; isPreferred: boolean } {
  const bar = entryId.lastIndexOf('|');
  return { skillId: entryId.slice(0, bar), isPreferred: entryId.endsWith('|0') };
}

/** Text that is embedded for a label: without the bracket that only disambiguates. */
export function labelText(label: string): string {
  return withoutQualifier(label);
}

/** Stems of the words of a label that mean something; all of them when none does. */
export function contentStems(label: string, language = 'en'): string[] {
  const stopWords = stopWordsOf(language);
  const words = wordsOf(withoutQualifier(label)).map((word) => word.text);
  const content = words.filter((word) => !stopWords.has(word.toLowerCase()));
  return (content.length > 0 ? content : words).map(stemWord);
}

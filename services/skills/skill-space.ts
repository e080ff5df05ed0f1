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
  /**
   * Two vectors of every skill: `skill id|0` is its preferred label, `skill id|1` the mean of all its labels. Single
   * aliases are not indexed: many are far wider than the skill, and they would be three quarters of the memory.
   */
  labels: VectorIndex;
  /** The description of every skill that has one, under the id of the skill. */
  descriptions: VectorIndex;
  /** What does not depend on the sentence. @throws RangeError for a skill of another taxonomy */
  traitsOf(skillId: string): SkillTraits;
}

export interface SkillTraits {
  label: Float32Array;
  /** Mean of the vectors of all labels, unit length. */
  allLabels: Float32Array;
  description: Float32Array | undefined;
  /** Stems of the label's content words, each once, with how much each tells (inverse document frequency). */
  stems: readonly { stem: string; weight: number }[];
  /** Occupations of the taxonomy that ask for the skill. */
  occupations: number;
  reuseLevel: Skill['reuseLevel'];
}

const LABEL = 0;
const ALL_LABELS = 1;

/** Ids in an index of labels: `concept id|number`. */
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

/**
 * Gathers the traits of skills when they are first asked for, and remembers them.
 * @param occupationCounts occupations that ask for each skill; 0 for those left out
 */
export function createSkillTraits(
  skills: ReadonlyMap<string, Skill>,
  { labels, descriptions }: Pick<SkillSpace, 'labels' | 'descriptions'>,
  occupationCounts: ReadonlyMap<string, number>,
): SkillSpace['traitsOf'] {
  const weightOf = stemWeights([...skills.values()]);
  const known = new Map<string, SkillTraits>();
  return (skillId) => {
    const remembered = known.get(skillId);
    if (remembered !== undefined) return remembered;
    const skill = skills.get(skillId);
    const ids = skillEntryIds(skillId);
    const label = labels.vectorOf(ids.label);
    if (skill === undefined || label === undefined) throw new RangeError(`The skill ${skillId} is not in this space.`);
    const traits: SkillTraits = {
      label,
      allLabels: labels.vectorOf(ids.allLabels) ?? label,
      description: descriptions.vectorOf(skillId),
      stems: [...new Set(contentStems(skill.preferredLabel))].map((stem) => ({ stem, weight: weightOf(stem) })),
      occupations: occupationCounts.get(skillId) ?? 0,
      reuseLevel: skill.reuseLevel,
    };
    known.set(skillId, traits);
    return traits;
  };
}

/** ln(N / (1 + n)) for a stem in n of N preferred labels; rare words tell skills apart. */
function stemWeights(skills: readonly Skill[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { preferredLabel } of skills) {
    for (const stem of new Set(contentStems(preferredLabel))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return (stem) => Math.max(0.1, Math.log(skills.length / (1 + (counts.get(stem) ?? 0))));
}

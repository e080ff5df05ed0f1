/** What is known about each skill whatever the sentence: the words of its labels, its kind, how many occupations ask for it. */
import type { Skill } from '../domain/skill.ts';
import { isAmbiguousName } from './ambiguous-names.ts';
import { evidenceNeeded } from './homonyms.ts';
import { stopWordsOf } from './stop-words.ts';
import { stemWord, withoutQualifier, wordsOf } from './words.ts';

/** Stems of one label, each once, with how much each tells (inverse document frequency) and their sum. */
export interface LabelStems {
  stems: readonly { stem: string; weight: number }[];
  weight: number;
}

export interface SkillTraits {
  label: LabelStems;
  /** Preferred label and aliases. */
  labels: readonly LabelStems[];
  isKnowledge: boolean;
  /** Its label is a name that is an everyday word, too (SPARK, Swift): only the name itself, spelt so, means it. */
  isOnlyNamed: boolean;
  /** Its label mostly means something else: only a sentence with this in it asks for the skill. */
  evidenceNeeded: RegExp | undefined;
  /** Occupations of the taxonomy that ask for the skill. */
  occupations: number;
  reuseLevel: Skill['reuseLevel'];
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

/**
 * One for each skill, in order.
 * @param occupationCounts occupations that ask for each skill; 0 for those left out
 */
export function gatherTraits(skills: readonly Skill[], occupationCounts: ReadonlyMap<string, number>): SkillTraits[] {
  const weightOf = stemWeights(skills);
  // One object a stem, not one a label: there are a hundred thousand labels.
  const weighted = new Map<string, { stem: string; weight: number }>();
  const weigh = (stem: string) => {
    const known = weighted.get(stem) ?? { stem, weight: weightOf(stem) };
    weighted.set(stem, known);
    return known;
  };
  const stemsOf = (label: string): LabelStems => {
    const stems = [...new Set(contentStems(label))].map(weigh);
    return { stems, weight: stems.reduce((sum, { weight }) => sum + weight, 0) };
  };
  return skills.map(({ id, preferredLabel, altLabels, skillType, reuseLevel }) => {
    const label = stemsOf(preferredLabel);
    return {
      label,
      labels: [label, ...altLabels.map(stemsOf)],
      isKnowledge: skillType === 'knowledge',
      isOnlyNamed: /^\p{Lu}\S*$/u.test(labelText(preferredLabel)) && isAmbiguousName(labelText(preferredLabel)),
      evidenceNeeded: evidenceNeeded({ id, preferredLabel }),
      occupations: occupationCounts.get(id) ?? 0,
      reuseLevel,
    };
  });
}

/** ln(N / (1 + n)) for a stem in n of N preferred labels; rare words tell skills apart. */
function stemWeights(skills: readonly Skill[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { preferredLabel } of skills) {
    for (const stem of new Set(contentStems(preferredLabel))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return (stem) => Math.max(0.1, Math.log(skills.length / (1 + (counts.get(stem) ?? 0))));
}

/**
 * A taxonomy and own lists in, one vocabulary out: rows that are a skill of the taxonomy give it their labels, all others
 * are skills beside it, under their own framework.
 *
 * A row is the same skill when it says so (`sameAs`, or an ESCO URI for an id), or when its label is the label of just
 * one skill. Equal aliases prove nothing: those of ESCO are often far wider than their skill.
 */
import type { Skill } from '../domain/skill.ts';
import { groupBy } from '../domain/group-by.ts';
import type { ConceptLabel, SameSkill } from '../store/store.ts';
import { foldWord, withoutQualifier } from './words.ts';

export interface Vocabulary {
  skills: readonly Skill[];
  labels: readonly VocabularyLabel[];
}

/** Somebody who writes a list wants its aliases found: they count nearly as much as a preferred label. */
export type VocabularyLabel = ConceptLabel & { isCurated?: boolean };

export interface OwnList extends Vocabulary {
  sameSkills: readonly SameSkill[];
}

export interface MergedVocabulary extends Vocabulary {
  /** Of each list, in order, what it adds: skills of its own with their labels. */
  additions: readonly Vocabulary[];
  /** Skills of the lists that are a skill of the taxonomy (or of an earlier list), by their own id. */
  sameAs: ReadonlyMap<string, string>;
}

/** Lists in the given order: a row can be the same skill as one of an earlier list, too. */
export function mergeLists(taxonomy: Vocabulary, lists: readonly OwnList[]): MergedVocabulary {
  const skills = [...taxonomy.skills];
  const labels: VocabularyLabel[] = [...taxonomy.labels];
  const sameAs = new Map<string, string>();
  const additions = lists.map((list): Vocabulary => {
    const known = new Set(skills.map(({ id }): string => id));
    const byLabel = skillsByLabel(skills);
    const stated = new Map(list.sameSkills.map(({ skillId, sameAs: other }) => [skillId, other]));
    for (const { id, preferredLabel } of list.skills) {
      const named = stated.get(id);
      const target = named !== undefined && known.has(named) ? named : byLabel(preferredLabel);
      if (target !== undefined) sameAs.set(id, target);
    }
    const added = list.skills.filter(({ id }) => !sameAs.has(id));
    const curated = list.labels.map((label) => ({ ...label, isCurated: true }));
    skills.push(...added);
    for (const label of curated) {
      const target = sameAs.get(label.conceptId);
      labels.push(target === undefined ? label : asAlias(label, target));
    }
    return { skills: added, labels: curated.filter(({ conceptId }) => !sameAs.has(conceptId)) };
  });
  return { skills, labels, additions, sameAs };
}

/** What a list calls a skill that has a label already is one more name of it. */
function asAlias(label: VocabularyLabel, conceptId: string): VocabularyLabel {
  return { ...label, conceptId, kind: label.kind === 'preferred' ? 'alternative' : label.kind };
}

/** The skill with just this label, or else the only one with it but for a bracket that tells it from others. */
function skillsByLabel(skills: readonly Skill[]): (label: string) => string | undefined {
  const whole = groupBy(skills, ({ preferredLabel }) => fold(preferredLabel));
  const bare = groupBy(skills, ({ preferredLabel }) => fold(withoutQualifier(preferredLabel)));
  return (label) => {
    const [exact] = whole.get(fold(label)) ?? [];
    const unqualified = bare.get(fold(label)) ?? [];
    return exact?.id ?? (unqualified.length === 1 ? unqualified[0]?.id : undefined);
  };
}

function fold(label: string): string {
  return foldWord(label).replace(/\s+/gu, ' ').trim();
}

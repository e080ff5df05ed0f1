/**
 * The words of every skill (label twice, aliases, description) and how alike they are to the words of a sentence: TF-IDF,
 * cosine. Finds what vectors blur: rare words.
 *
 * A word counts 1 + ln of how often it stands there (sublinear TF-IDF of Manning et al., Introduction to Information
 * Retrieval, 6.4.1).
 */
import type { Skill } from '../domain/skill.ts';
import { contentStems } from './skill-traits.ts';
import { buildTokenCosines, countTokens } from './token-cosines.ts';

export interface SkillDocuments {
  /** Cosine with each skill, by position, 0 to 1. Read it now: the memory is used again. */
  compare(stems: readonly string[]): Float32Array;
}

export function buildSkillDocuments(skills: readonly Skill[]): SkillDocuments {
  const cosines = buildTokenCosines(countWords(skills), (times) => 1 + Math.log(times));
  return { compare: (stems) => cosines.compare(countTokens(stems)) };
}

function* countWords(skills: readonly Skill[]): Generator<Map<string, number>> {
  for (const { preferredLabel, altLabels, description } of skills) {
    const texts = [preferredLabel, preferredLabel, ...altLabels, description ?? ''];
    yield countTokens(texts.flatMap((text) => contentStems(text)));
  }
}

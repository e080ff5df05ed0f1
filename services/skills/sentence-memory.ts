/**
 * Remembers what sentences were linked to: adverts repeat each other's sentences, and one that was linked need not be read again.
 *
 * Of one linker: whoever opens another taxonomy, model or mode needs a memory of its own. Corrections are no part of what is
 * remembered; they are applied to it each time.
 */
import type { LinkOptions, SentenceLinks } from './link-mentions.ts';

export interface SentenceMemory {
  /** What was found, not to be changed; undefined for a sentence that is not remembered. */
  recall(sentence: string, options: LinkOptions): SentenceLinks | undefined;
  remember(sentence: string, options: LinkOptions, links: SentenceLinks): void;
}

/** @param limit sentences remembered, about half a kB each; the one remembered first goes first */
export function createSentenceMemory(limit: number): SentenceMemory {
  // A Map keeps its keys in the order they were set.
  const known = new Map<string, SentenceLinks>();
  return {
    recall: (sentence, options) => known.get(keyOf(sentence, options)),
    remember(sentence, options, links) {
      known.set(keyOf(sentence, options), links);
      const oldest = known.keys().next();
      if (known.size > limit && !oldest.done) known.delete(oldest.value);
    },
  };
}

/** Courses are read with other options than adverts. */
function keyOf(sentence: string, { minConfidence, minRequirementProbability }: LinkOptions): string {
  return `${minConfidence} ${minRequirementProbability} ${sentence}`;
}

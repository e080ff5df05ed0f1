/**
 * Remembers what sentences were linked to: adverts repeat each other's sentences, and one that was linked need not be read again.
 *
 * Of one linker: whoever opens another taxonomy, model or mode needs a memory of its own. Corrections are no part of what is
 * remembered; they are applied to it each time.
 */
export interface SentenceMemory<Found> {
  /** What was found, not to be changed; undefined for a sentence that is not remembered. */
  recall(sentence: string, options: ReadingOptions): Found | undefined;
  remember(sentence: string, options: ReadingOptions, found: Found): void;
}

/** Courses are read with other options than adverts. */
export interface ReadingOptions {
  minConfidence: number;
  minRequirementProbability: number;
}

/** @param limit sentences remembered; the one remembered first goes first */
export function createSentenceMemory<Found>(limit: number): SentenceMemory<Found> {
  // A Map keeps its keys in the order they were set.
  const known = new Map<string, Found>();
  return {
    recall: (sentence, options) => known.get(keyOf(sentence, options)),
    remember(sentence, options, found) {
      known.set(keyOf(sentence, options), found);
      const oldest = known.keys().next();
      if (known.size > limit && !oldest.done) known.delete(oldest.value);
    },
  };
}

function keyOf(sentence: string, { minConfidence, minRequirementProbability }: ReadingOptions): string {
  return `${minConfidence} ${minRequirementProbability} ${sentence}`;
}

/**
 * Baseline of telling requirements from other sentences: a bag of words. Labelled sentences in, the log odds of any
 * sentence out.
 *
 * Multinomial naive Bayes with add-one smoothing (Manning, Raghavan & Schütze 2008, section 13.2). Stop words count:
 * "you" and "we" tell much of what a sentence is about. Words that no labelled sentence holds say nothing.
 */
export interface LabelledText {
  text: string;
  isPositive: boolean;
}

/** @returns ln(P(positive) / P(negative)) of a text; above 0 means yes */
export function fitNaiveBayes(examples: readonly LabelledText[]): (text: string) => number {
  const counts = { positive: new Map<string, number>(), negative: new Map<string, number>() };
  const totals = { positive: 0, negative: 0 };
  let positiveCount = 0;
  for (const { text, isPositive } of examples) {
    const side = isPositive ? 'positive' : 'negative';
    if (isPositive) positiveCount += 1;
    for (const word of plainWords(text)) {
      counts[side].set(word, (counts[side].get(word) ?? 0) + 1);
      totals[side] += 1;
    }
  }
  const vocabulary = new Set([...counts.positive.keys(), ...counts.negative.keys()]);
  const prior = Math.log((positiveCount + 1) / (examples.length - positiveCount + 1));
  const logOddsByWord = new Map(
    Array.from(vocabulary, (word) => [
      word,
      Math.log(((counts.positive.get(word) ?? 0) + 1) / (totals.positive + vocabulary.size)) -
        Math.log(((counts.negative.get(word) ?? 0) + 1) / (totals.negative + vocabulary.size)),
    ]),
  );
  return (text) => plainWords(text).reduce((sum, word) => sum + (logOddsByWord.get(word) ?? 0), prior);
}

/** In lower case, in order, with repetitions. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

/**
 * An ESCO with labels in English and in another language in, examples for the map from letters to meaning out.
 *
 * An occupation's label in the other language stands for its English preferred label and the mean of all its English
 * labels, half each; a skill's for its English preferred label.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import { letterGrams } from '../../models/letter-grams.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';
import { groupBy } from '../domain/group-by.ts';
import { MODEL_LANGUAGE } from '../skills/link-mentions.ts';
import type { VocabularyLabel } from '../skills/merge-lists.ts';
import { labelText } from '../skills/skill-traits.ts';
import type { LabelMeaning } from './train-letter-map.ts';

/** @param labels in the order of the store: preferred ones of a concept and language first */
export async function occupationMeanings(
  labels: readonly VocabularyLabel[],
  language: string,
  embedder: TextEmbedder,
): Promise<LabelMeaning[]> {
  const concepts = byConcept(labels, language);
  const encoded = await embedder.embed(concepts.flatMap(({ english }) => english.map(({ label }) => labelText(label))));
  let next = 0;
  return concepts.flatMap(({ english, other }) => {
    const preferred = encoded[next] ?? new Float32Array(embedder.dimensions);
    const mean = toUnit(meanOf(encoded, next, (next += english.length), embedder.dimensions));
    const meaning = toUnit(mean.map((value, axis) => value + (preferred[axis] ?? 0)));
    return withoutTwins(other, language).map(({ label }) => ({ label: labelText(label), meaning }));
  });
}

export async function skillMeanings(
  labels: readonly VocabularyLabel[],
  language: string,
  embedder: TextEmbedder,
): Promise<LabelMeaning[]> {
  const preferred = labels.filter(({ kind }) => kind === 'preferred');
  const pairs = byConcept(preferred, language).flatMap(({ english, other }) =>
    english.slice(0, 1).flatMap((meant) => other.map(({ label }) => ({ label: labelText(label), meant }))),
  );
  const vectors = await embedder.embed(pairs.map(({ meant }) => labelText(meant.label)));
  return pairs.map(({ label }, at) => ({ label, meaning: vectors[at] ?? new Float32Array(embedder.dimensions) }));
}

/** Concepts with labels in both languages. */
function byConcept(labels: readonly VocabularyLabel[], language: string) {
  return [...groupBy(labels, ({ conceptId }) => conceptId).values()]
    .map((own) => ({
      english: own.filter((label) => label.language === MODEL_LANGUAGE),
      other: own.filter((label) => label.language === language),
    }))
    .filter(({ english, other }) => english.length > 0 && other.length > 0);
}

/** "Arzt" and "Ärztin", "Bäcker/Bäckerin": labels of the same letters would count one occupation twice. */
function withoutTwins(labels: readonly VocabularyLabel[], language: string): VocabularyLabel[] {
  const wordsOf = ({ label }: VocabularyLabel) =>
    letterGrams(labelText(label), language)
      .filter((gram) => gram.startsWith(' ') && gram.endsWith(' '))
      .toSorted()
      .join('');
  return [...new Map(labels.toReversed().map((label) => [wordsOf(label), label])).values()].toReversed();
}

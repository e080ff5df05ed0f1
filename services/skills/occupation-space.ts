/**
 * The occupations of one taxonomy as titles are compared with them: their labels to match word for word, the letters of
 * their labels in each language, and the vectors of their English labels. Everything is by position: `occupationIds[7]`
 * and row 7 of a product are one occupation.
 *
 * A newcomer would embed every label. The model reads English: a German label has a vector, and it means nothing.
 */
import type { LetterMap } from '../../models/letter-encoder.ts';
import type { MatrixProduct } from '../../models/matrix-product.ts';
import type { Precision } from '../../models/precision.ts';
import { meanOf, toUnit } from '../../models/unit-vector.ts';
import type { Occupation } from '../domain/occupation.ts';
import { groupBy } from '../domain/group-by.ts';
import { compareIds } from '../domain/units.ts';
import type { IndexText } from '../matching/index-text.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { ConceptLabel } from '../store/store.ts';
import { foldTitle } from './clean-title.ts';
import { buildLabelLetters, type LabelLetters } from './label-letters.ts';
import { MODEL_LANGUAGE } from './link-mentions.ts';
import { labelEntryId } from './skill-space.ts';
import { labelText } from './skill-traits.ts';
import { toldRows } from './telling-titles.ts';

export interface OccupationSpace {
  occupations: ReadonlyMap<string, Occupation>;
  /** In ascending order. */
  occupationIds: readonly string[];
  /** Occupation ids by folded label of any language, preferred labels first. */
  byLabel: ReadonlyMap<string, readonly string[]>;
  /** Rows of occupations that titles tell of without naming them, by preferred label. */
  told: ReadonlyMap<string, number>;
  /** Null when no label is English. */
  meanings: LabelMeanings | null;
  /** Null for a language without labels. */
  vocabularyOf: (language: string) => LabelVocabulary | null;
  /** From letters of that language to the vectors of the English labels, where such a map was trained for the model. */
  letterMapOf: (language: string) => LetterMap | undefined;
}

/** The vectors of the English labels. */
export interface LabelMeanings {
  /** Cosines with every label, those of one occupation side by side. */
  labels: MatrixProduct;
  /** Labels of row r are `starts[r]` up to, not with, `starts[r + 1]`. */
  starts: Int32Array;
  /** Cosines with the mean of each occupation's labels; 0 for one without. */
  means: MatrixProduct;
}

/** The labels of one language. */
export interface LabelVocabulary {
  letters: LabelLetters;
  /** Folded words that any of its labels holds. */
  words: ReadonlySet<string>;
}

export interface BuildOccupationSpaceDeps {
  /** Opens the snapshot, or embeds the texts and builds it. */
  openVectors: (texts: readonly IndexText[]) => Promise<Pick<VectorIndex, 'vectorOf'>>;
  createProduct: (matrix: Float32Array, columns: number, precision: Precision) => Promise<MatrixProduct>;
  letterMapOf: (language: string) => LetterMap | undefined;
  dimensions: number;
}

/** @param labels of any language; the preferred one first where the order of an occupation's labels says it */
export async function buildOccupationSpace(
  occupations: readonly Occupation[],
  labels: readonly ConceptLabel[],
  deps: BuildOccupationSpaceDeps,
): Promise<OccupationSpace> {
  const sorted = occupations.toSorted((a, b) => compareIds(a.id, b.id));
  const occupationIds = sorted.map(({ id }) => id);
  const rowOf = new Map(occupationIds.map((id, row) => [id, row]));
  const known = labels.filter(({ conceptId }) => rowOf.has(conceptId));
  const byLanguage = groupBy(known, ({ language }) => language);
  const vocabularies = new Map<string, LabelVocabulary>();
  return {
    occupations: new Map(sorted.map((occupation) => [occupation.id, occupation])),
    occupationIds,
    byLabel: groupByLabel(known),
    told: toldRows(sorted),
    meanings: await buildMeanings(occupationIds, byLanguage.get(MODEL_LANGUAGE) ?? [], deps),
    letterMapOf: deps.letterMapOf,
    vocabularyOf(language) {
      const spoken = byLanguage.get(language);
      if (spoken === undefined) return null;
      const built = vocabularies.get(language) ?? buildVocabulary(spoken, rowOf, language);
      vocabularies.set(language, built);
      return built;
    },
  };
}

function groupByLabel(labels: readonly ConceptLabel[]): Map<string, string[]> {
  const byLabel = new Map<string, string[]>();
  for (const kind of ['preferred', 'alternative', 'hidden']) {
    for (const { conceptId, label } of labels.filter((one) => one.kind === kind)) {
      const folded = foldTitle(label);
      const ids = byLabel.get(folded) ?? [];
      if (!ids.includes(conceptId)) byLabel.set(folded, [...ids, conceptId]);
    }
  }
  return byLabel;
}

async function buildMeanings(
  occupationIds: readonly string[],
  labels: readonly ConceptLabel[],
  { openVectors, createProduct, dimensions }: BuildOccupationSpaceDeps,
): Promise<LabelMeanings | null> {
  const textsOf = groupBy(labels, ({ conceptId }) => conceptId);
  const entries = occupationIds.map((id) =>
    (textsOf.get(id) ?? []).map(({ label }, number) => ({ id: labelEntryId(id, number), texts: [labelText(label)] })),
  );
  const texts = entries.flat();
  if (texts.length === 0) return null;
  const vectors = await openVectors(texts);
  const matrix = new Float32Array(texts.length * dimensions);
  const means = new Float32Array(occupationIds.length * dimensions);
  const starts = new Int32Array(occupationIds.length + 1);
  let next = 0;
  entries.forEach((own, row) => {
    const ownVectors = own.map(({ id }) => vectors.vectorOf(id) ?? new Float32Array(dimensions));
    ownVectors.forEach((vector, at) => {
      matrix.set(vector, (next + at) * dimensions);
    });
    next += own.length;
    starts[row + 1] = next;
    if (own.length > 0) means.set(toUnit(meanOf(ownVectors, 0, own.length, dimensions)), row * dimensions);
  });
  return {
    labels: await createProduct(matrix, dimensions, 'fp32'),
    starts,
    means: await createProduct(means, dimensions, 'fp32'),
  };
}

function buildVocabulary(
  labels: readonly ConceptLabel[],
  rowOf: ReadonlyMap<string, number>,
  language: string,
): LabelVocabulary {
  const ofRows = labels.map(({ conceptId, label }) => ({ label: labelText(label), row: rowOf.get(conceptId) ?? 0 }));
  return {
    letters: buildLabelLetters(ofRows, rowOf.size, language),
    words: new Set(ofRows.flatMap(({ label }) => foldTitle(label).split(' '))),
  };
}

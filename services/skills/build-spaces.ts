/**
 * From a stored taxonomy, and own lists beside it, to what the linker works with: the lexicon, the vectors of labels and
 * descriptions, the indexes.
 *
 * Indexes and their vectors come from a snapshot while the taxonomy and the model stay the same. What a list adds has a
 * snapshot of its own; the aliases it gives to a skill of the taxonomy are in the lexicon only.
 */
import type { LetterMap } from '../../models/letter-encoder.ts';
import type { MatrixProduct } from '../../models/matrix-product.ts';
import type { PairedProduct } from '../../models/paired-product.ts';
import type { Precision } from '../../models/precision.ts';
import type { Skill } from '../domain/skill.ts';
import { compareIds } from '../domain/units.ts';
import type { IndexText } from '../matching/index-text.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { ConceptLabel, TaxonomyStore, TaxonomySummary } from '../store/store.ts';
import { addedAliases } from './added-aliases.ts';
import type { Vocabulary, VocabularyLabel } from './merge-lists.ts';
import { buildOccupationSpace, type OccupationSpace } from './occupation-space.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { buildSkillLexicon, type LexiconEntry, type SkillLexicon } from './skill-lexicon.ts';
import { buildSkillDocuments } from './skill-documents.ts';
import { skillEntryIds, type SkillSpace } from './skill-space.ts';
import { gatherTraits, labelText } from './skill-traits.ts';

export interface BuildSpacesDeps {
  taxonomies: TaxonomyStore;
  /** Opens the snapshot of a kind, or embeds the texts and builds it. */
  openIndex: (kind: SpaceKind, taxonomy: string, texts: readonly IndexText[]) => Promise<VectorIndex>;
  createProduct: (matrix: Float32Array, columns: number, precision: Precision) => Promise<MatrixProduct>;
  createPairs: (first: Float32Array, second: Float32Array, columns: number) => Promise<PairedProduct>;
  /** The map from letters of a language to vectors of this model, where one was trained. */
  letterMapOf: (language: string) => LetterMap | undefined;
  dimensions: number;
}

export type SpaceKind = 'skills' | 'skill-descriptions' | 'occupations';

export interface Spaces {
  release: TaxonomySummary;
  /** Own lists whose skills are in the space, too. */
  lists: readonly TaxonomySummary[];
  /** Skills of the lists that are a skill of the taxonomy, by their own id. */
  sameAs: ReadonlyMap<string, string>;
  skills: SkillSpace;
  occupations: OccupationSpace;
  lexiconOf: (language: string) => SkillLexicon;
}

export async function buildSpaces(
  release: TaxonomySummary,
  lists: readonly TaxonomySummary[],
  deps: BuildSpacesDeps,
): Promise<Spaces> {
  const { framework, version } = release;
  const taxonomy = `${framework}@${version}`;
  const vocabulary = await readVocabulary(release, lists, deps.taxonomies);
  const parts = [
    { name: taxonomy, ...vocabulary.taxonomy },
    ...lists.map((list, at) => ({
      name: `${list.framework}@${list.version} beside ${taxonomy}`,
      ...(vocabulary.additions[at] ?? EMPTY),
    })),
  ].filter(({ skills }, at) => at === 0 || skills.length > 0);
  const open = async (kind: 'skills' | 'skill-descriptions', textsOf: (part: Vocabulary) => IndexText[]) => {
    const opened: VectorIndex[] = [];
    for (const part of parts) opened.push(await deps.openIndex(kind, part.name, textsOf(part)));
    return (id: string) => opened.map((index) => index.vectorOf(id)).find((vector) => vector !== undefined);
  };
  const lexicons = lexiconsByLanguage([...vocabulary.labels, ...addedAliases(vocabulary.skills)]);
  const lexiconOf = (language: string) => lexicons(language);
  // In a function of its own: the vectors of all labels are let go before those of the occupations are read.
  const openSkills = async () => {
    const vectors = {
      labels: await open('skills', ({ labels }) => labelTexts(labels.filter((label) => label.language === 'en'))),
      descriptions: await open('skill-descriptions', ({ skills }) => descriptionTexts(skills)),
    };
    return buildSkillSpace(release, vocabulary.skills, vectors, lexiconOf('en'), deps);
  };
  return {
    release,
    lists,
    sameAs: vocabulary.sameAs,
    lexiconOf,
    skills: await openSkills(),
    occupations: await buildOccupationSpace(
      await deps.taxonomies.occupations(framework),
      await deps.taxonomies.occupationLabels(framework),
      { ...deps, openVectors: (texts) => deps.openIndex('occupations', taxonomy, texts) },
    ),
  };
}

const EMPTY: Vocabulary = { skills: [], labels: [] };

type VectorOf = (id: string) => Float32Array | undefined;

async function buildSkillSpace(
  { framework, version }: TaxonomySummary,
  skills: readonly Skill[],
  vectors: { labels: VectorOf; descriptions: VectorOf },
  lexicon: SkillLexicon,
  { taxonomies, createProduct, createPairs, dimensions }: BuildSpacesDeps,
): Promise<SkillSpace> {
  const sorted = skills.toSorted((a, b) => compareIds(a.id, b.id));
  const skillIds = sorted.map(({ id }): string => id);
  const matrixOf = (vectorOf: VectorOf, ids: readonly string[]) => {
    const matrix = new Float32Array(ids.length * dimensions);
    ids.forEach((id, row) => {
      const vector = vectorOf(id);
      if (vector !== undefined) matrix.set(vector, row * dimensions);
    });
    return matrix;
  };
  const entries = skillIds.map(skillEntryIds);
  const labels = entries.map(({ label }) => label);
  const allLabels = entries.map((entry) => entry.allLabels);
  return {
    framework,
    version,
    skills: new Map(sorted.map((skill) => [skill.id, skill])),
    lexicon,
    skillIds,
    positionOf: new Map(skillIds.map((id, position) => [id, position])),
    traits: gatherTraits(sorted, await taxonomies.occupationCounts(framework)),
    names: await createPairs(matrixOf(vectors.labels, labels), matrixOf(vectors.labels, allLabels), dimensions),
    descriptions: await createProduct(matrixOf(vectors.descriptions, skillIds), dimensions, 'int8'),
    documents: buildSkillDocuments(sorted),
  };
}

/** Of every skill its preferred label and the mean of all its labels, the same words once. */
function labelTexts(labels: readonly ConceptLabel[]): IndexText[] {
  const textsOf = new Map<string, Map<string, string>>();
  const ordered = labels
    .filter((label) => label.kind === 'preferred')
    .concat(labels.filter((label) => label.kind === 'alternative'));
  for (const { conceptId, label } of ordered) {
    const text = labelText(label);
    const texts = textsOf.get(conceptId) ?? new Map<string, string>();
    textsOf.set(conceptId, texts);
    if (text !== '' && !texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), text);
  }
  return [...textsOf].flatMap(([conceptId, byFolded]) => {
    const texts = [...byFolded.values()];
    const ids = skillEntryIds(conceptId);
    return texts.length === 0
      ? []
      : [
          { id: ids.label, texts: texts.slice(0, 1) },
          { id: ids.allLabels, texts },
        ];
  });
}

function descriptionTexts(skills: readonly Skill[]): IndexText[] {
  return skills.flatMap(({ id, description }) =>
    description === null || description.trim() === '' ? [] : [{ id, texts: [description] }],
  );
}

/** English has every label; another language its own labels plus the names (Python, SAP) that are the same everywhere. */
function lexiconsByLanguage(labels: readonly VocabularyLabel[]): (language: string) => SkillLexicon {
  const built = new Map<string, SkillLexicon>();
  return (language) => {
    const known = built.get(language);
    if (known) return known;
    const entries = labels.flatMap((label): LexiconEntry[] =>
      label.kind !== 'hidden' &&
      (label.language === language || (label.language === 'en' && isInternationalName(label.label)))
        ? [
            {
              skillId: label.conceptId,
              label: label.label,
              isPreferred: label.kind === 'preferred',
              isCurated: label.isCurated === true,
              language: label.language,
            },
          ]
        : [],
    );
    const lexicon = buildSkillLexicon(entries);
    built.set(language, lexicon);
    return lexicon;
  };
}

/** One word with a capital after its first letter or a sign (SQL, JavaScript, C++), or a capitalised single name. */
function isInternationalName(label: string): boolean {
  return /^\S{1,20}$/u.test(labelText(label)) && /\p{Lu}|[+#]/u.test(labelText(label));
}

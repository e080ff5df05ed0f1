/**
 * From a stored taxonomy to what the linker works with: the lexicon, the vectors of labels and descriptions, the indexes.
 *
 * Indexes and their vectors come from a snapshot while the taxonomy and the model stay the same.
 */
import type { MatrixProduct } from '../../models/matrix-product.ts';
import type { Skill } from '../domain/skill.ts';
import { compareIds } from '../domain/units.ts';
import type { IndexText } from '../matching/index-text.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { ConceptLabel, TaxonomyStore, TaxonomySummary } from '../store/store.ts';
import { foldTitle, type OccupationSpace } from './link-occupations.ts';
import { buildSkillLexicon, type LexiconEntry, type SkillLexicon } from './skill-lexicon.ts';
import { buildSkillDocuments } from './skill-documents.ts';
import { labelEntryId, skillEntryIds, type SkillSpace } from './skill-space.ts';
import { gatherTraits, labelText } from './skill-traits.ts';

export interface BuildSpacesDeps {
  taxonomies: TaxonomyStore;
  /** Opens the snapshot of a kind, or embeds the texts and builds it. */
  openIndex: (kind: SpaceKind, taxonomy: string, texts: readonly IndexText[]) => Promise<VectorIndex>;
  createProduct: (matrix: Float32Array, columns: number) => Promise<MatrixProduct>;
  dimensions: number;
}

export type SpaceKind = 'skills' | 'skill-descriptions' | 'occupations';

export interface Spaces {
  release: TaxonomySummary;
  skills: SkillSpace;
  occupations: OccupationSpace;
  lexiconOf: (language: string) => SkillLexicon;
}

export async function buildSpaces(release: TaxonomySummary, deps: BuildSpacesDeps): Promise<Spaces> {
  const { framework, version } = release;
  const taxonomy = `${framework}@${version}`;
  const skills = await deps.taxonomies.skills(framework);
  const labels = await deps.taxonomies.skillLabels(framework);
  const lexicons = lexiconsByLanguage(labels);
  const lexiconOf = (language: string) => lexicons(language);
  const english = labels.filter((label) => label.language === 'en');
  return {
    release,
    lexiconOf,
    skills: await buildSkillSpace(release, skills, english, lexiconOf('en'), deps),
    occupations: await buildOccupationSpace(framework, taxonomy, deps),
  };
}

async function buildSkillSpace(
  { framework, version }: TaxonomySummary,
  skills: readonly Skill[],
  labels: readonly ConceptLabel[],
  lexicon: SkillLexicon,
  { taxonomies, openIndex, createProduct, dimensions }: BuildSpacesDeps,
): Promise<SkillSpace> {
  const taxonomy = `${framework}@${version}`;
  const sorted = skills.toSorted((a, b) => compareIds(a.id, b.id));
  const skillIds = sorted.map(({ id }): string => id);
  const ofLabels = await openIndex('skills', taxonomy, labelTexts(labels));
  const ofDescriptions = await openIndex('skill-descriptions', taxonomy, descriptionTexts(skills));
  const matrixOf = (index: VectorIndex, ids: readonly string[]) => {
    const matrix = new Float32Array(ids.length * dimensions);
    ids.forEach((id, row) => {
      const vector = index.vectorOf(id);
      if (vector !== undefined) matrix.set(vector, row * dimensions);
    });
    return matrix;
  };
  const entries = skillIds.map(skillEntryIds);
  const names = [...entries.map(({ label }) => label), ...entries.map(({ allLabels }) => allLabels)];
  return {
    framework,
    version,
    skills: new Map(sorted.map((skill) => [skill.id, skill])),
    lexicon,
    skillIds,
    positionOf: new Map(skillIds.map((id, position) => [id, position])),
    traits: gatherTraits(sorted, await taxonomies.occupationCounts(framework)),
    names: await createProduct(matrixOf(ofLabels, names), dimensions),
    descriptions: await createProduct(matrixOf(ofDescriptions, skillIds), dimensions),
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
function lexiconsByLanguage(labels: readonly ConceptLabel[]): (language: string) => SkillLexicon {
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

async function buildOccupationSpace(
  framework: string,
  taxonomy: string,
  deps: BuildSpacesDeps,
): Promise<OccupationSpace> {
  const occupations = await deps.taxonomies.occupations(framework);
  const byLabel = new Map<string, string[]>();
  const add = (label: string, id: string) => {
    const folded = foldTitle(label);
    const known = byLabel.get(folded);
    if (known === undefined) byLabel.set(folded, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const { id, preferredLabel } of occupations) add(preferredLabel, id);
  for (const { id, altLabels } of occupations) for (const label of altLabels) add(label, id);
  const texts = occupations.flatMap(({ id, preferredLabel, altLabels }) =>
    [preferredLabel, ...altLabels].map((label, number) => ({
      id: labelEntryId(id, number),
      texts: [labelText(label)],
    })),
  );
  return {
    occupations: new Map(occupations.map((occupation) => [occupation.id, occupation])),
    byLabel,
    labels: await deps.openIndex('occupations', taxonomy, texts),
  };
}

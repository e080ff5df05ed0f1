/**
 * From a stored taxonomy to what the linker works with: the lexicon, the vectors of labels and descriptions, the indexes.
 *
 * Vectors come from the cache after the first time; the indexes from a snapshot while the taxonomy and model stay the same.
 */
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { VectorIndex } from '../matching/vector-index.ts';
import type { ConceptLabel, TaxonomyStore, TaxonomySummary } from '../store/store.ts';
import { foldTitle, type OccupationSpace } from './link-occupations.ts';
import { buildSkillLexicon, type LexiconEntry, type SkillLexicon } from './skill-lexicon.ts';
import { labelEntryId, labelText, type SkillSpace } from './skill-space.ts';

/** Texts to index, by entry id. Ids are unique; the text is what gets embedded. */
export interface IndexText {
  id: string;
  text: string;
}

export interface BuildSpacesDeps {
  taxonomies: TaxonomyStore;
  embedder: TextEmbedder;
  /** Opens the snapshot of a kind, or embeds the texts and builds it. */
  openIndex: (kind: 'skills' | 'occupations', taxonomy: string, texts: readonly IndexText[]) => Promise<VectorIndex>;
}

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
  const english = labels.filter((label) => label.language === 'en');
  const labelIndex = await deps.openIndex('skills', taxonomy, labelTexts(english));
  const labelVectors = await vectorsById(
    deps.embedder,
    skills.map(({ id, preferredLabel }) => [id, labelText(preferredLabel)]),
  );
  const descriptionVectors = await vectorsById(
    deps.embedder,
    skills.flatMap(({ id, description }): [string, string][] =>
      description === null || description === '' ? [] : [[id, description]],
    ),
  );
  const lexicons = lexiconsByLanguage(labels);
  const lexiconOf = (language: string) => lexicons(language);
  return {
    release,
    lexiconOf,
    skills: {
      framework,
      version,
      skills: new Map(skills.map((skill) => [skill.id, skill])),
      lexicon: lexiconOf('en'),
      labels: labelIndex,
      labelVector: (id) => labelVectors.get(id),
      descriptionVector: (id) => descriptionVectors.get(id),
    },
    occupations: await buildOccupationSpace(framework, taxonomy, deps),
  };
}

/** The same words under one skill once; the preferred label is number 0. */
function labelTexts(labels: readonly ConceptLabel[]): IndexText[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const ordered = labels
    .filter((label) => label.kind === 'preferred')
    .concat(labels.filter((label) => label.kind === 'alternative'));
  return ordered.flatMap(({ conceptId, kind, label }) => {
    const text = labelText(label);
    const key = `${conceptId}|${text.toLowerCase()}`;
    if (text === '' || seen.has(key)) return [];
    seen.add(key);
    const number = kind === 'preferred' ? 0 : (counts.get(conceptId) ?? 0) + 1;
    if (number > 0) counts.set(conceptId, number);
    return [{ id: labelEntryId(conceptId, number), text }];
  });
}

async function vectorsById(
  embedder: TextEmbedder,
  texts: readonly [string, string][],
): Promise<Map<string, Float32Array>> {
  const vectors = await embedder.embed(texts.map(([, text]) => text));
  return new Map(texts.flatMap(([id], at) => (vectors[at] === undefined ? [] : [[id, vectors[at]] as const])));
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
    [preferredLabel, ...altLabels].map((label, number) => ({ id: labelEntryId(id, number), text: labelText(label) })),
  );
  return {
    occupations: new Map(occupations.map((occupation) => [occupation.id, occupation])),
    byLabel,
    labels: await deps.openIndex('occupations', taxonomy, texts),
  };
}

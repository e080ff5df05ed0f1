/** The labels of a taxonomy in, the map from letters to meaning of one language written to models/parameters/, its card out. */
import { writeLetterMap } from '../../models/letter-map-file.ts';
import type { TextEmbedder } from '../../models/text-embedder.ts';
import type { VocabularyLabel } from '../skills/merge-lists.ts';
import { occupationMeanings, skillMeanings } from './label-meanings.ts';
import { LETTER_MAP_SETTINGS, trainLetterMap } from './train-letter-map.ts';

export interface TaxonomyLabels {
  /** `esco 1.1.1` */
  taxonomy: string;
  /** In the order of the store: of a concept and language the preferred label first. */
  occupations: readonly VocabularyLabel[];
  skills: readonly VocabularyLabel[];
}

/** Null, and nothing is written, when no occupation has a label in the language. */
export async function fitLetterMap(
  { taxonomy, occupations, skills }: TaxonomyLabels,
  language: string,
  embedder: TextEmbedder,
): Promise<Record<string, unknown> | null> {
  const ofOccupations = await occupationMeanings(occupations, language, embedder);
  if (ofOccupations.length === 0) return null;
  const examples = [...ofOccupations, ...(await skillMeanings(skills, language, embedder))];
  const card = {
    taxonomy,
    occupationLabels: ofOccupations.length,
    labels: examples.length,
    ...LETTER_MAP_SETTINGS,
  };
  writeLetterMap(trainLetterMap(examples, { language, modelId: embedder.modelId, ...LETTER_MAP_SETTINGS }), card);
  return card;
}

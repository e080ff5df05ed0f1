/** The spaces of one taxonomy, and of own lists beside it, with their vectors and indexes: what linking works in and training starts from. */
import type { Config } from '../config.ts';
import { buildSpaces, type Spaces } from '../skills/build-spaces.ts';
import type { Store, TaxonomySummary } from '../store/store.ts';
import { openIndex, type EmbeddingProgress } from './open-index.ts';
import { openLetterMaps, type LetterMapOf } from './open-letter-maps.ts';
import type { Models } from './open-models.ts';

export interface OpenSpacesOptions {
  /** Own lists beside the taxonomy. */
  lists?: readonly TaxonomySummary[];
  /** Where maps are open already; default: opened here. */
  letterMapOf?: LetterMapOf;
  onEmbedding?: EmbeddingProgress | undefined;
  signal?: AbortSignal | undefined;
}

export async function openSpaces(
  { homeFolder }: Pick<Config, 'homeFolder'>,
  store: Pick<Store, 'taxonomies'>,
  models: Models,
  release: TaxonomySummary,
  { lists = [], letterMapOf, onEmbedding, signal }: OpenSpacesOptions = {},
): Promise<Spaces> {
  // The snapshots keep the vectors that are needed again.
  const embedder = models.passing;
  return buildSpaces(release, lists, {
    taxonomies: store.taxonomies,
    openIndex: (kind, taxonomy, texts) =>
      openIndex({
        homeFolder,
        embedder,
        kind,
        taxonomy,
        texts,
        textTemplate: '{label}',
        // Compared with all of them: the graph of an approximate index would never be walked.
        isExact: true,
        onProgress: onEmbedding,
        signal,
      }),
    createProduct: models.createProduct,
    createPairs: models.createPairs,
    letterMapOf: letterMapOf ?? openLetterMaps(embedder.modelId),
    dimensions: embedder.dimensions,
  });
}

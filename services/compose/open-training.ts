/** The taxonomy's spaces without trained parameters: what training starts from. */
import type { Config } from '../config.ts';
import { buildSpaces } from '../skills/build-spaces.ts';
import type { LinkMentionsDeps } from '../skills/link-mentions.ts';
import type { Store, TaxonomySummary } from '../store/store.ts';
import { openIndex } from './open-index.ts';
import type { Models } from './open-models.ts';

export type TrainingSpace = Pick<LinkMentionsDeps, 'space' | 'sentenceEmbedder' | 'windowEmbedder' | 'lexiconOf'>;

export async function openTrainingSpace(
  { homeFolder }: Pick<Config, 'homeFolder'>,
  store: Store,
  models: Models,
  release: TaxonomySummary,
): Promise<TrainingSpace> {
  const embedder = models.kept;
  const spaces = await buildSpaces(release, {
    taxonomies: store.taxonomies,
    embedder,
    openIndex: (kind, taxonomy, texts) =>
      openIndex({ homeFolder, embedder, kind, taxonomy, texts, textTemplate: '{label}' }),
  });
  models.flush();
  return {
    space: spaces.skills,
    sentenceEmbedder: embedder,
    windowEmbedder: models.passing,
    lexiconOf: spaces.lexiconOf,
  };
}

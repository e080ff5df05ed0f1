/** What the store knows of a taxonomy and of the own lists beside it, as one vocabulary. */
import type { TaxonomyStore, TaxonomySummary } from '../store/store.ts';
import { mergeLists, type MergedVocabulary } from './merge-lists.ts';

export async function readVocabulary(
  release: Pick<TaxonomySummary, 'framework'>,
  lists: readonly Pick<TaxonomySummary, 'framework'>[],
  taxonomies: Pick<TaxonomyStore, 'skills' | 'skillLabels' | 'sameSkills'>,
): Promise<MergedVocabulary & { taxonomy: Pick<MergedVocabulary, 'skills' | 'labels'> }> {
  const read = async ({ framework }: Pick<TaxonomySummary, 'framework'>) => ({
    skills: await taxonomies.skills(framework),
    labels: await taxonomies.skillLabels(framework),
  });
  const taxonomy = await read(release);
  const own = [];
  for (const list of lists)
    own.push({ ...(await read(list)), sameSkills: await taxonomies.sameSkills(list.framework) });
  return { taxonomy, ...mergeLists(taxonomy, own) };
}

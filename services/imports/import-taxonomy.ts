/** A taxonomy release into the store, and the WEF core-skill tables that say which of its skills belong to which of them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCoreSkillLinks, readCoreSkills } from '../skills/read-core-skills.ts';
import { readTaxonomy, type TaxonomyFiles } from '../skills/read-taxonomy.ts';
import { hashRelease } from '../skills/release-version.ts';
import type { TaxonomyStore, TaxonomySummary } from '../store/store.ts';
import type { OnBytes } from './import-report.ts';
import type { ImportDeps } from './import-postings.ts';

export interface TaxonomyReport {
  summary: TaxonomySummary;
  warnings: string[];
  coreSkillLinks: number;
}

const WEF_FOLDER = new URL('../../data/wef/', import.meta.url);

/** @throws InvalidInputError when a file cannot be read; nothing is stored then */
export async function importTaxonomy(
  files: TaxonomyFiles,
  deps: ImportDeps,
  onBytes?: OnBytes,
): Promise<TaxonomyReport> {
  const release = await readTaxonomy(files, onBytes);
  const mapping = new URL(`${release.framework}-mapping.csv`, WEF_FOLDER);
  return deps.store.transaction(async ({ taxonomies }) => {
    const summary = await taxonomies.saveRelease(release, hashRelease(release), deps.now);
    const coreSkillLinks = existsSync(mapping) ? await saveCoreSkills(fileURLToPath(mapping), taxonomies) : 0;
    return { summary, warnings: release.warnings, coreSkillLinks };
  });
}

/** The published lists of core skills and one mapping of them; returns how many links the mapping has. */
export async function importCoreSkillMapping(
  mappingFile: string,
  { store }: Pick<ImportDeps, 'store'>,
): Promise<number> {
  return store.transaction(({ taxonomies }) => saveCoreSkills(mappingFile, taxonomies));
}

async function saveCoreSkills(mappingFile: string, taxonomies: Pick<TaxonomyStore, 'saveCoreSkills'>): Promise<number> {
  const skills = await readCoreSkills(fileURLToPath(new URL('core-skills.csv', WEF_FOLDER)));
  const links = await readCoreSkillLinks(mappingFile, skills);
  await taxonomies.saveCoreSkills(skills, links);
  return links.length;
}

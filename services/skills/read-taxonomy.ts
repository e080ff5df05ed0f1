/**
 * Files of a taxonomy in, one release of it out. Each format has its reader; this file chooses it and adds what all
 * share: a version even where the publisher states none, and an ending in one sentence when nothing was found.
 *
 * A release is held in memory whole (ESCO: about 14,000 skills and 124,000 relations).
 */
import { InvalidInputError } from '../errors.ts';
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import type { OnBytes } from '../files/text-stream.ts';
import { readEsco } from './read-esco.ts';
import { readOnet } from './read-onet.ts';
import { readSkillList } from './read-skill-list.ts';
import { hashRelease, sortRelease } from './release-version.ts';
import type { VersionlessRelease } from './release-version.ts';

export interface TaxonomyFiles {
  format: 'esco' | 'onet' | 'csv';
  /** Zip archives, folders or single files. */
  paths: readonly string[];
  /** Framework name of an own list (`csv`); ESCO and O*NET keep theirs. */
  name?: string | undefined;
  /** ISO 639-1. Read from the file names where they say it; `en` for an own list. */
  language?: string | undefined;
  /** Wins over the version the files state. */
  version?: string | undefined;
}

/** @throws InvalidInputError naming file, line and field for anything that cannot be read or repaired */
export async function readTaxonomy(files: TaxonomyFiles, onProgress?: OnBytes): Promise<TaxonomyRelease> {
  if (files.paths.length === 0) throw new InvalidInputError('No taxonomy file was named; give at least one path.');
  if (files.language !== undefined && !/^[a-z]{2}$/.test(files.language)) {
    throw new InvalidInputError(`"${files.language}" is no language code; give two lower-case letters such as en.`);
  }
  const release = sortRelease(await readFormat(files, onProgress));
  if (release.skills.length === 0) {
    throw new InvalidInputError(`${files.paths.join(', ')} names no skill; give a file with at least one.`);
  }
  return { ...release, version: files.version ?? release.version ?? hashRelease(release) };
}

async function readFormat(files: TaxonomyFiles, onProgress: OnBytes | undefined): Promise<VersionlessRelease> {
  switch (files.format) {
    case 'esco':
      return readEsco(files.paths, files.language, onProgress);
    case 'onet':
      return readOnet(files.paths, onProgress);
    case 'csv':
      return readSkillList(files, onProgress);
  }
}

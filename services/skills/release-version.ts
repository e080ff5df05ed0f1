/**
 * A release as its reader found it in, the same in an order of its own out, and a version for it when its publisher
 * states none: the same content gives the same release, however it was packed.
 */
import { createHash } from 'node:crypto';
import { toCanonicalJson } from '../files/content-hash.ts';
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import { compareIds } from '../domain/units.ts';

/** What a format's reader returns; `version` null when the files name none. */
export type VersionlessRelease = Omit<TaxonomyRelease, 'version'> & { version: string | null };

/** Everything sorted by its ids; labels keep the order their file gives them. */
export function sortRelease(release: VersionlessRelease): VersionlessRelease {
  const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);
  return {
    ...release,
    skills: release.skills.toSorted(byId),
    groups: release.groups.toSorted(byId),
    occupations: release.occupations.toSorted(byId),
    broader: release.broader.toSorted((a, b) => compareIds(a.childId, b.childId) || compareIds(a.parentId, b.parentId)),
    occupationSkills: release.occupationSkills.toSorted(
      (a, b) => compareIds(a.occupationId, b.occupationId) || compareIds(a.skillId, b.skillId),
    ),
    skillSkills: release.skillSkills.toSorted((a, b) => compareIds(a.fromId, b.fromId) || compareIds(a.toId, b.toId)),
  };
}

/** Of a sorted release. First 12 hex digits of the sha256 over everything but warnings. */
export function hashRelease(release: VersionlessRelease): string {
  const hash = createHash('sha256');
  // Part by part, because the JSON of a whole taxonomy is tens of megabytes.
  const parts = [
    release.skills,
    release.groups,
    release.occupations,
    release.broader,
    release.occupationSkills,
    release.skillSkills,
  ];
  hash.update(`${release.framework} ${release.language}`);
  for (const part of parts) {
    hash.update('\n');
    for (const each of part) hash.update(toCanonicalJson(each));
  }
  return hash.digest('hex').slice(0, 12);
}

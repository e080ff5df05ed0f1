/**
 * What questions asked last needed of a catalogue, kept for the next with the same skills: half of a ranking's time was
 * picking out of thousands of credentials those that cover one of thousands of skills.
 *
 * By the list of skills itself, not what it holds: whoever asks again hands in the same list, and comparing thousands
 * of ids would cost what is saved.
 */
import { coveringIn, type Catalogue } from './catalogue.ts';
import type { CoveringCredentials, CoveringWishes } from './store.ts';

/** Coverages kept in all. A million are 15 regions of a catalogue of 5,000, and some 100 MB with what is made of them. */
const MOST_COVERAGES = 1_000_000;

export type CoveringMemory = (
  catalogue: Catalogue,
  skillIds: readonly string[],
  wishes: CoveringWishes,
) => CoveringCredentials;

export function createCoveringMemory(mostCoverages = MOST_COVERAGES): CoveringMemory {
  let entries: readonly unknown[] | undefined;
  let kept = new Map<readonly string[], Map<string, CoveringCredentials>>();
  let size = 0;
  return (catalogue, skillIds, wishes) => {
    if (wishes.isAskedAgain !== true) return coveringIn(catalogue, skillIds, wishes);
    // The same array until something changes.
    if (entries !== catalogue.entries()) {
      entries = catalogue.entries();
      kept = new Map();
      size = 0;
    }
    const key = JSON.stringify(wishes);
    const ofSkills = kept.get(skillIds) ?? new Map<string, CoveringCredentials>();
    const known = ofSkills.get(key);
    const found = known ?? coveringIn(catalogue, skillIds, wishes);
    ofSkills.set(key, found);
    if (known === undefined) size += found.coverages.length;
    // A Map keeps its keys in the order they were set: the first is the one unused for longest.
    kept.delete(skillIds);
    kept.set(skillIds, ofSkills);
    for (const [oldest, results] of kept) {
      if (size <= mostCoverages || oldest === skillIds) break;
      kept.delete(oldest);
      for (const { coverages } of results.values()) size -= coverages.length;
    }
    return found;
  };
}

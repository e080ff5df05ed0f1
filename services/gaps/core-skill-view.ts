/**
 * Postings with the skills they ask for in, counts of core skills out, ready for measureDemand like any other skill's.
 *
 * A posting asks for a core skill when it asks for at least one skill mapped to it: 1 - prod(1 - p) over the mapped
 * skills of that posting. A newcomer would add up the shares of the mapped skills, which counts a posting that asks for
 * three of them three times; so per-posting probabilities are needed here, totals per skill are not enough. Two skills
 * read from the same words are not independent: there the count is an upper estimate.
 */
import type { SkillCount } from '../domain/gap.ts';
import type { PostingSkill } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';

export interface PostingAsks {
  /** Null when the posting names no employer: it then counts as a posting and for no employer. */
  employerKey: string | null;
  skills: readonly PostingSkill[];
}

/**
 * @param postings the scope's postings, duplicates left out; those that ask for no mapped skill add nothing
 * @param coreSkillIdsBySkill skill id -> core skills it is mapped to, with links to groups already spread over their skills
 * @returns one count per core skill that is asked for, by id; `skillId` holds the core skill's id
 */
export function countCoreSkills(
  postings: Iterable<PostingAsks>,
  coreSkillIdsBySkill: ReadonlyMap<string, readonly string[]>,
): SkillCount[] {
  const countByCore = new Map<string, SkillCount>();
  const employersByCore = new Map<string, Set<string>>();
  for (const { employerKey, skills } of postings) {
    for (const [coreSkillId, { none, noneMust }] of missProbabilities(skills, coreSkillIdsBySkill)) {
      const count = countByCore.get(coreSkillId) ?? emptyCount(coreSkillId);
      count.expectedCount += 1 - none;
      count.squaredCount += (1 - none) ** 2;
      count.mustCount += 1 - noneMust;
      count.postingCount += 1;
      countByCore.set(coreSkillId, count);
      if (employerKey === null) continue;
      const employers = employersByCore.get(coreSkillId) ?? new Set();
      employersByCore.set(coreSkillId, employers.add(employerKey));
      count.employerCount = employers.size;
    }
  }
  return [...countByCore.values()].sort((a, b) => compareIds(a.skillId, b.skillId));
}

/** For each core skill that one posting touches: the probability that none of its skills is asked for. */
function missProbabilities(
  skills: readonly PostingSkill[],
  coreSkillIdsBySkill: ReadonlyMap<string, readonly string[]>,
) {
  const missByCore = new Map<string, { none: number; noneMust: number }>();
  for (const { skillId, probability, mustProbability } of skills) {
    for (const coreSkillId of new Set(coreSkillIdsBySkill.get(skillId))) {
      const miss = missByCore.get(coreSkillId) ?? { none: 1, noneMust: 1 };
      missByCore.set(coreSkillId, {
        none: miss.none * (1 - probability),
        noneMust: miss.noneMust * (1 - mustProbability),
      });
    }
  }
  return missByCore;
}

function emptyCount(skillId: string): SkillCount {
  return { skillId, expectedCount: 0, squaredCount: 0, mustCount: 0, postingCount: 0, employerCount: 0 };
}

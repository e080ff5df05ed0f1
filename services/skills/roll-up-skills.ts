/**
 * What one posting asks for, from the links of its requirements: p(s|posting) = 1 - prod(1 - p).
 *
 * Links of one posting repeat the same evidence rather than being independent, so the product overstates a skill that
 * is named ten times at .3; links below the threshold are never made, which bounds the effect.
 */
import type { PostingSkill, Requirement, SkillLink } from '../domain/posting.ts';
import { compareIds } from '../domain/units.ts';

/** One row per skill, ordered by skill id. */
export function rollUpSkills(requirements: readonly Requirement[], links: readonly SkillLink[]): PostingSkill[] {
  const necessity = new Map(requirements.map((requirement) => [requirement.position, requirement.necessity]));
  const missed = new Map<string, { any: number; must: number }>();
  for (const link of links) {
    const known = missed.get(link.skillId) ?? { any: 1, must: 1 };
    const isMust = necessity.get(link.requirementPosition) === 'must';
    missed.set(link.skillId, {
      any: known.any * (1 - link.confidence),
      must: isMust ? known.must * (1 - link.confidence) : known.must,
    });
  }
  return [...missed]
    .map(([skillId, { any, must }]) => ({ skillId, probability: 1 - any, mustProbability: 1 - must }))
    .sort((a, b) => compareIds(a.skillId, b.skillId));
}

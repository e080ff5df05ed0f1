/**
 * How many postings of a scope come within reach by a plan.
 *
 * A posting is within reach when the learner holds at least theta of its must-have skills, weighted by how surely it asks
 * for each: sum of p x held / sum of p >= theta. A posting that states no must-have counts all the skills it asks for.
 * unlocked(X) = postings within reach with the plan minus those within reach without it.
 *
 * `held` is a probability, not a trust weight: reach asks whether the learner can do it, not how well it is proven.
 * Interval: percentile bootstrap over the postings (Efron 1979), seeded.
 */
import type { PostingSkill } from '../domain/posting.ts';
import type { Interval } from '../domain/units.ts';
import { seededRandom } from '../gaps/seeded-random.ts';

export interface UnlockOptions {
  seed: number;
  /** Part of the must-have skills that has to be held. Default .7. */
  theta?: number;
  /** Bootstrap samples. Default 1,000. */
  sampleCount?: number;
}

export interface UnlockedPostings {
  n: number;
  /** 90 % interval of n over samples of as many postings. */
  interval: Interval;
  of: number;
}

export const DEFAULT_THETA = 0.7;

/** @param heldBefore, heldAfter probability per skill id that the learner holds it, without and with the plan; absent is 0 */
export function unlockPostings(
  postings: readonly (readonly PostingSkill[])[],
  heldBefore: ReadonlyMap<string, number>,
  heldAfter: ReadonlyMap<string, number>,
  { seed, theta = DEFAULT_THETA, sampleCount = 1000 }: UnlockOptions,
): UnlockedPostings {
  const changes = postings.map(
    (skills) => Number(isWithinReach(skills, heldAfter, theta)) - Number(isWithinReach(skills, heldBefore, theta)),
  );
  const n = changes.reduce((sum, change) => sum + change, 0);
  const random = seededRandom(seed, 'unlock-postings');
  const samples = Array.from({ length: sampleCount }, () => {
    let sum = 0;
    for (let draw = 0; draw < changes.length; draw++) sum += changes[Math.floor(random() * changes.length)] ?? 0;
    return sum;
  }).sort((a, b) => a - b);
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(share * samples.length))] ?? n;
  return { n, interval: [Math.min(n, at(0.05)), Math.max(n, at(0.95))], of: postings.length };
}

/** False for a posting that asks for nothing we can read: nobody can be said to meet it. */
export function isWithinReach(
  skills: readonly PostingSkill[],
  held: ReadonlyMap<string, number>,
  theta: number,
): boolean {
  const mustTotal = skills.reduce((sum, skill) => sum + skill.mustProbability, 0);
  const weightOf = (skill: PostingSkill) => (mustTotal > 0 ? skill.mustProbability : skill.probability);
  const total = skills.reduce((sum, skill) => sum + weightOf(skill), 0);
  if (total <= 0) return false;
  const met = skills.reduce((sum, skill) => sum + weightOf(skill) * (held.get(skill.skillId) ?? 0), 0);
  return met >= theta * total - 1e-12;
}

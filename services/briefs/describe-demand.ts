/**
 * A bundle of skills and the postings of a scope in; who asks for the bundle, how many together, and what they ask for
 * besides that is taught already out.
 */
import { compareIds } from '../domain/units.ts';
import { countCoreSkills } from '../gaps/core-skill-view.ts';
import { measureDemand } from '../gaps/measure-demand.ts';
import type { AskingPosting } from './find-white-space.ts';

export interface BundleDemand {
  share: number;
  interval: [low: number, high: number];
  postingCount: number;
  employerCount: number;
  /** Expected postings that ask for two of the skills or more. */
  togetherCount: number;
  /** Expected askings by occupation id, and by ISCO code. */
  occupations: { occupation: string; postingCount: number }[];
  iscoWeights: Map<string, number>;
  employers: { name: string; postingCount: number }[];
}

const BUNDLE = 'bundle';

/** Most first, ties by name. An employer counts a posting from a probability of one half on. */
export function describeDemand(skillIds: ReadonlySet<string>, postings: readonly AskingPosting[]): BundleDemand {
  const asks = postings.map((posting) => {
    const own = posting.skills.filter(({ skillId }) => skillIds.has(skillId));
    return { posting, own, ...chances(own.map(({ probability }) => probability)) };
  });
  const skills = countCoreSkills(
    asks
      .filter(({ own }) => own.length > 0)
      .map(({ posting, own }) => ({ employerKey: posting.employer, skills: own })),
    new Map([...skillIds].map((id) => [id, [BUNDLE]])),
  );
  const [demand] = measureDemand({ n: postings.length, employers: 0, skills }, null);
  return {
    share: demand?.demandShare ?? 0,
    interval: demand?.demandInterval ?? [0, 0],
    postingCount: demand?.expectedCount ?? 0,
    employerCount: skills[0]?.employerCount ?? 0,
    togetherCount: asks.reduce((sum, { two }) => sum + two, 0),
    occupations: tally(asks.map(({ posting, one }) => [posting.occupation, one])).map(([occupation, postingCount]) => ({
      occupation,
      postingCount,
    })),
    iscoWeights: new Map(tally(asks.map(({ posting, one }) => [posting.iscoCode, one]))),
    employers: tally(asks.map(({ posting, one }) => [posting.employer, one >= 0.5 ? 1 : 0])).map(
      ([name, postingCount]) => ({ name, postingCount }),
    ),
  };
}

/** Probability of at least one and of at least two of independent askings. */
function chances(probabilities: readonly number[]): { one: number; two: number } {
  let none = 1;
  let single = 0;
  for (const probability of probabilities) {
    single = single * (1 - probability) + none * probability;
    none *= 1 - probability;
  }
  return { one: 1 - none, two: Math.max(0, 1 - none - single) };
}

function tally(pairs: readonly (readonly [string | null, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [key, weight] of pairs) if (key !== null && weight > 0) sums.set(key, (sums.get(key) ?? 0) + weight);
  return [...sums].sort(([a, x], [b, y]) => y - x || compareIds(a, b));
}

export interface AskedBesides {
  skillId: string;
  /** Of the postings that ask for the bundle, the part that asks for this skill too. */
  share: number;
}

/**
 * What somebody needs already: skills outside the bundle that at least `least` of its postings ask for too, most first.
 * @param isTaught whether a skill can be learnt elsewhere; others are a gap of their own, not a prerequisite
 */
export function askedBesides(
  skillIds: ReadonlySet<string>,
  postings: readonly AskingPosting[],
  isTaught: (skillId: string) => boolean,
  least: number,
): AskedBesides[] {
  const weights = new Map<string, number>();
  let total = 0;
  for (const { skills } of postings) {
    const { one } = chances(
      skills.filter(({ skillId }) => skillIds.has(skillId)).map(({ probability }) => probability),
    );
    total += one;
    if (one === 0) continue;
    for (const { skillId, probability } of skills)
      if (!skillIds.has(skillId) && isTaught(skillId))
        weights.set(skillId, (weights.get(skillId) ?? 0) + one * probability);
  }
  return [...weights]
    .map(([skillId, weight]) => ({ skillId, share: weight / total }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share || compareIds(a.skillId, b.skillId));
}

/**
 * A bundle of skills and the postings of a scope in, how well the bundle fits the occupations that ask for it out.
 *
 *   fit = sum over occupations o of w(o) x sum over s of uncovered(s) x min(1, share(s | o) / share(s)) / sum of uncovered
 *
 * w(o) is the part of all askings for the bundle's skills that o's postings make. 1: whoever asks for one of the skills
 * is an occupation that asks for all of them at least as often as the scope does, so one person needs the whole
 * credential. Near 0: its skills are each asked by other people. share(s | o) has one posting's worth of share(s) in it,
 * so that an occupation with a single posting neither makes nor breaks a bundle.
 */
import { groupBy } from '../domain/group-by.ts';
import type { PostingSkill } from '../domain/posting.ts';

interface OccupationPosting {
  occupation: string | null;
  skills: readonly PostingSkill[];
}

/** Weights by skill id, above 0. Null when no posting that asks for one of the skills has a known occupation. */
export function fitToOccupations(
  weights: ReadonlyMap<string, number>,
  postings: readonly OccupationPosting[],
): number | null {
  const known = postings.filter((posting) => posting.occupation !== null);
  const whole = expectedCounts(weights, known);
  const asked = sum(whole.values());
  if (asked <= 0) return null;
  const totalWeight = sum(weights.values());
  const byOccupation = groupBy(known, (posting) => posting.occupation);
  return sum(
    [...byOccupation.values()].map((own) => {
      const counts = expectedCounts(weights, own);
      const completeness = sum(
        [...weights].map(([skillId, weight]) => {
          const share = (whole.get(skillId) ?? 0) / known.length;
          const within = ((counts.get(skillId) ?? 0) + share) / (own.length + 1);
          return share === 0 ? 0 : weight * Math.min(1, within / share);
        }),
      );
      return (sum(counts.values()) / asked) * (completeness / totalWeight);
    }),
  );
}

function expectedCounts(
  weights: ReadonlyMap<string, number>,
  postings: readonly OccupationPosting[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { skillId, probability } of postings.flatMap(({ skills }) => skills)) {
    if (weights.has(skillId)) counts.set(skillId, (counts.get(skillId) ?? 0) + probability);
  }
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * Postings with the skills each asks for in, the graph of skills asked for together out.
 *
 * c_i = sum of p over postings, c_ij = sum of p_i p_j: expected counts, as everywhere. The strength of an edge is the
 * association strength of VOSviewer (van Eck & Waltman 2009, "How to normalize cooccurrence data?"), c_ij / (c_i c_j),
 * times the number of postings: 1 is "together as often as by chance", 3 three times as often.
 *
 * A newcomer would keep every pair. In a few hundred postings most pairs of rare skills meet once, by chance, and their
 * quotient is then enormous: so an edge needs a count whose 95 % lower bound (Byar's approximation to the Poisson limit,
 * Breslow & Day 1987) is above what chance would give, and its strength is counted from that bound.
 */
import type { PostingSkill } from '../domain/posting.ts';
import { indexSkills, type SkillIndex } from './skill-index.ts';

export interface SkillNode {
  skillId: string;
  /** Expected number of postings that ask for it. */
  expectedCount: number;
}

export interface SkillEdge {
  /** Positions in `nodes`, the lower first. */
  from: number;
  to: number;
  /** Expected number of postings that ask for both. */
  togetherCount: number;
  /** Lower 95 % bound of how many times as often as by chance; above 1. */
  strength: number;
}

export interface SkillGraph {
  /** By skill id. */
  nodes: SkillNode[];
  /** By `from`, then `to`. */
  edges: SkillEdge[];
}

/**
 * @param postings of the scope, duplicates left out; those that ask for none of the skills may be missing
 * @param skillIds the skills to map; others in the postings are left out. One that no posting asks for has no node
 * @param postingCount all postings of the scope
 */
export function mapSkills(
  postings: readonly (readonly PostingSkill[])[],
  skillIds: Iterable<string>,
  postingCount: number,
): SkillGraph {
  return mapIndexed(indexSkills(postings, skillIds), postingCount);
}

/** @param times how often each posting counts (a bootstrap sample); once without. Nodes are all skills of the index */
export function mapIndexed(index: SkillIndex, postingCount: number, times?: ArrayLike<number>): SkillGraph {
  const nodes = index.skillIds.map((skillId, skill): SkillNode => ({
    skillId,
    expectedCount: countOf(skill, index, times),
  }));
  const edges: SkillEdge[] = [];
  const counts = new Float64Array(nodes.length);
  for (const [from, node] of nodes.entries()) {
    for (const to of countTogether(from, index, times, counts)) {
      const togetherCount = counts[to] ?? 0;
      counts[to] = 0;
      const byChance = (node.expectedCount * (nodes[to]?.expectedCount ?? 0)) / postingCount;
      // The lower limit is below the count: most pairs need not be looked at further.
      if (togetherCount <= byChance) continue;
      const strength = poissonLowerBound(togetherCount) / byChance;
      if (strength > 1) edges.push({ from, to, togetherCount, strength });
    }
  }
  return { nodes, edges };
}

function countOf(skill: number, { askingsOf, postings, probabilities }: SkillIndex, times?: ArrayLike<number>): number {
  let count = 0;
  for (const asking of askingsOf[skill] ?? []) {
    count += (times?.[postings[asking] ?? 0] ?? 1) * (probabilities[asking] ?? 0);
  }
  return count;
}

/**
 * The later skills that one is asked for with, ascending; one skill at a time, since a table of all pairs would be a million
 * numbers for a thousand skills.
 * @param counts all 0; how many postings (expected) ask for both is added here
 */
function countTogether(
  from: number,
  { askingsOf, postings, starts, skills, probabilities }: SkillIndex,
  times: ArrayLike<number> | undefined,
  counts: Float64Array,
): number[] {
  const met = new Set<number>();
  for (const asking of askingsOf[from] ?? []) {
    const posting = postings[asking] ?? 0;
    const own = (times?.[posting] ?? 1) * (probabilities[asking] ?? 0);
    if (own === 0) continue;
    const end = starts[posting + 1] ?? 0;
    for (let other = asking + 1; other < end; other += 1) {
      const to = skills[other] ?? 0;
      if (counts[to] === 0) met.add(to);
      counts[to] = (counts[to] ?? 0) + own * (probabilities[other] ?? 0);
    }
  }
  return [...met].sort((a, b) => a - b);
}

/** The 95 % quantile of a standard normal. */
const NORMAL_95 = 1.6448536269514722;

/** The mean of a Poisson variable that exceeds `count` with 5 % probability or less lies above this. */
export function poissonLowerBound(count: number): number {
  if (count <= 0) return 0;
  return count * Math.max(0, 1 - 1 / (9 * count) - NORMAL_95 / (3 * Math.sqrt(count))) ** 3;
}

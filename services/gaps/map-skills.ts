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
import { compareIds } from '../domain/units.ts';

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
  const wanted = new Set(skillIds);
  const counts = new Map<string, number>();
  const askedFor = postings.map((skills) => skills.filter(({ skillId }) => wanted.has(skillId)));
  for (const { skillId, probability } of askedFor.flat()) counts.set(skillId, (counts.get(skillId) ?? 0) + probability);
  const nodes = [...counts]
    .map(([skillId, expectedCount]) => ({ skillId, expectedCount }))
    .sort((a, b) => compareIds(a.skillId, b.skillId));
  const positions = new Map(nodes.map(({ skillId }, position) => [skillId, position]));
  const asks = askedFor.map((skills) =>
    skills.map(({ skillId, probability }): Ask => ({ at: positions.get(skillId) ?? 0, probability })),
  );
  const edges: SkillEdge[] = [];
  for (const [from, counts] of countTogether(asks, nodes.length)) {
    for (const [to, togetherCount] of counts) {
      const byChance = ((nodes[from]?.expectedCount ?? 0) * (nodes[to]?.expectedCount ?? 0)) / postingCount;
      if (togetherCount <= byChance) continue;
      const strength = poissonLowerBound(togetherCount) / byChance;
      if (strength > 1) edges.push({ from, to, togetherCount, strength });
    }
  }
  return { nodes, edges };
}

interface Ask {
  /** Position of the skill. */
  at: number;
  probability: number;
}

/**
 * Of each skill the later ones it is asked for with, ascending, and in how many postings (expected). One row at a time: a
 * table of all pairs would be a million numbers for a thousand skills, and a bootstrap counts it again and again.
 */
function* countTogether(
  postings: readonly (readonly Ask[])[],
  skillCount: number,
): Generator<readonly [from: number, counts: (readonly [to: number, togetherCount: number])[]]> {
  const askedIn = Array.from({ length: skillCount }, (): { asks: readonly Ask[]; probability: number }[] => []);
  for (const asks of postings) for (const { at, probability } of asks) askedIn[at]?.push({ asks, probability });
  const row = new Float64Array(skillCount);
  for (const [from, own] of askedIn.entries()) {
    const met = new Set<number>();
    for (const { asks, probability } of own) {
      for (const other of asks) {
        if (other.at <= from) continue;
        met.add(other.at);
        row[other.at] = (row[other.at] ?? 0) + probability * other.probability;
      }
    }
    yield [from, [...met].sort((a, b) => a - b).map((to) => [to, row[to] ?? 0] as const)];
    for (const to of met) row[to] = 0;
  }
}

/** The 95 % quantile of a standard normal. */
const NORMAL_95 = 1.6448536269514722;

/** The mean of a Poisson variable that exceeds `count` with 5 % probability or less lies above this. */
export function poissonLowerBound(count: number): number {
  if (count <= 0) return 0;
  return count * Math.max(0, 1 - 1 / (9 * count) - NORMAL_95 / (3 * Math.sqrt(count))) ** 3;
}

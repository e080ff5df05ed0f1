/**
 * A graph of skills and their clusters in, how much each skill bridges clusters out.
 *
 * Participation coefficient 1 - sum over clusters of (strength into the cluster / strength)^2 (Guimera & Amaral 2005,
 * equation 2): 0 when all its links stay in one cluster, near 1 when they spread evenly over many. A skill without
 * links bridges nothing: 0.
 */
import type { SkillGraph } from './map-skills.ts';

/** By position of the nodes. */
export function measureBridges({ nodes, edges }: SkillGraph, clusters: readonly number[]): number[] {
  const strengths = nodes.map(() => new Map<number | undefined, number>());
  const add = (at: number, other: number, strength: number) => {
    const into = strengths[at];
    const cluster = clusters[other];
    into?.set(cluster, (into.get(cluster) ?? 0) + strength);
  };
  for (const { from, to, strength } of edges) {
    add(from, to, strength);
    add(to, from, strength);
  }
  return strengths.map((byCluster) => {
    const parts = [...byCluster.values()];
    const total = parts.reduce((sum, part) => sum + part, 0);
    return total === 0 ? 0 : 1 - parts.reduce((sum, part) => sum + (part / total) ** 2, 0);
  });
}

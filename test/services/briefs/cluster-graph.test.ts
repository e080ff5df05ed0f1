import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterGraph, layOutGraph } from '../../../services/briefs/cluster-graph.ts';
import type { SkillGraph } from '../../../services/gaps/map-skills.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

/** Cliques of the given sizes with strong edges inside and one weak edge from each to the next. */
function cliques(sizes: readonly number[], inside = 4, between = 1.1): SkillGraph {
  const members = sizes.flatMap((size, clique) => Array.from({ length: size }, () => clique));
  const firsts = sizes.map((_, clique) => members.indexOf(clique));
  const edges = members.flatMap((clique, from) =>
    members.flatMap((other, to) => {
      if (to <= from) return [];
      if (clique === other) return [{ from, to, strength: inside, togetherCount: 1 }];
      const isBridge = firsts[clique] === from && firsts[other] === to && other === clique + 1;
      return isBridge ? [{ from, to, strength: between, togetherCount: 1 }] : [];
    }),
  );
  return { nodes: members.map((_, at) => ({ skillId: `s${at}`, expectedCount: 1 })), edges };
}

describe('clusters of a graph of skills', () => {
  it('are its cliques, the largest first', () => {
    expect(clusterGraph(cliques([3, 4]), { resolution: 2, seed: 1 })).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('fall apart where skills meet less often than the resolution, and a node without edges is alone', () => {
    const graph = cliques([3]);
    const apart = clusterGraph(graph, { resolution: 4.5, seed: 1 });
    expect(new Set(apart).size).toBe(3);
    const lonely = { ...graph, nodes: [...graph.nodes, { skillId: 'z', expectedCount: 1 }] };
    expect(clusterGraph(lonely, { resolution: 2, seed: 1 })).toEqual([0, 0, 0, 1]);
    expect(clusterGraph({ nodes: [], edges: [] }, { resolution: 2, seed: 1 })).toEqual([]);
  });

  it('are the same for the same seed, and found from any seed where they are clear', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 1, maxLength: 4 }),
        (seed, sizes) => {
          const graph = cliques(sizes);
          const clusters = clusterGraph(graph, { resolution: 2, seed });
          expect(clusterGraph(graph, { resolution: 2, seed })).toEqual(clusters);
          expect(new Set(clusters).size).toBe(sizes.length);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('of several starts', () => {
  /** Sum over pairs in one cluster of strength less resolution. */
  const qualityOf = ({ edges }: SkillGraph, clusters: readonly number[], resolution: number) => {
    const strong = edges.reduce((sum, { from, to, strength }) => {
      return clusters[from] === clusters[to] ? sum + strength : sum;
    }, 0);
    const pairs = clusters.reduce(
      (sum, one, at) => sum + clusters.slice(0, at).filter((other) => other === one).length,
      0,
    );
    return strong - resolution * pairs;
  };

  it('the best clusters are kept', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const random = seededRandom(seed, 'graph');
      const nodes = Array.from({ length: 30 }, (_, at) => ({ skillId: `s${at}`, expectedCount: 1 }));
      const edges = nodes.flatMap((_, from) =>
        nodes.flatMap((__, to) =>
          to <= from || random() > 0.25 ? [] : [{ from, to, strength: 1 + 4 * random(), togetherCount: 1 }],
        ),
      );
      const graph = { nodes, edges };
      const [first, best] = [1, 10].map((startCount) =>
        qualityOf(graph, clusterGraph(graph, { resolution: 1.5, seed, startCount }), 1.5),
      );
      expect(best).toBeGreaterThanOrEqual(first! - 1e-9);
    }
  });
});

describe('the layout of a graph of skills', () => {
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

  it('puts skills of one clique nearer to each other than to another clique', () => {
    const places = layOutGraph(cliques([4, 4]), 7);
    expect(distance(places[1]!, places[2]!)).toBeLessThan(distance(places[1]!, places[6]!));
    expect(layOutGraph(cliques([4, 4]), 7)).toEqual(places);
  });

  it('gives every node a place, whether or not it has edges', () => {
    const graph = cliques([3]);
    const places = layOutGraph({ ...graph, nodes: [...graph.nodes, { skillId: 'z', expectedCount: 1 }] }, 1);
    expect(places).toHaveLength(4);
    for (const { x, y } of places) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(layOutGraph({ nodes: [{ skillId: 'a', expectedCount: 1 }], edges: [] }, 1)).toEqual([{ x: 0, y: 0 }]);
    expect(layOutGraph({ nodes: [], edges: [] }, 1)).toEqual([]);
  });
});

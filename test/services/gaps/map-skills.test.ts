import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapSkills, poissonLowerBound } from '../../../services/gaps/map-skills.ts';
import { measureBridges } from '../../../services/gaps/map-bridges.ts';

const asks = (...skillIds: string[]) => skillIds.map((skillId) => ({ skillId, probability: 1, mustProbability: 0 }));
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

const posting = fc
  .uniqueArray(fc.record({ skillId: fc.constantFrom('a', 'b', 'c', 'd'), probability: fc.constantFrom(0.5, 0.9, 1) }), {
    selector: ({ skillId }) => skillId,
  })
  .map((skills) => skills.map((skill) => ({ ...skill, mustProbability: 0 })));

describe('the map of skills asked for together', () => {
  it('counts expected postings of each skill and of each pair', () => {
    const half = [
      { skillId: 'b', probability: 0.5, mustProbability: 0 },
      { skillId: 'a', probability: 0.5, mustProbability: 0 },
    ];
    const { nodes, edges } = mapSkills([...times(40, half), ...times(20, asks('a', 'b'))], ['a', 'b'], 400);
    expect(nodes).toEqual([
      { skillId: 'a', expectedCount: 40 },
      { skillId: 'b', expectedCount: 40 },
    ]);
    // 40 x .25 + 20 together, 40 x 40 / 400 = 4 by chance.
    expect(edges[0]?.togetherCount).toBeCloseTo(30);
    expect(edges[0]?.strength).toBeCloseTo(poissonLowerBound(30) / 4);
  });

  it('draws no edge where skills meet as often as by chance, nor for a single meeting of two rare ones', () => {
    const independent = [
      ...times(25, asks('a', 'b')),
      ...times(25, asks('a')),
      ...times(25, asks('b')),
      ...times(25, []),
    ];
    expect(mapSkills(independent, ['a', 'b'], 100).edges).toEqual([]);
    expect(mapSkills([asks('a', 'b'), ...times(9, [])], ['a', 'b'], 10).edges).toEqual([]);
  });

  it('leaves out skills it was not asked about, and those nobody asks for', () => {
    const { nodes } = mapSkills([asks('a', 'b')], ['a', 'c'], 1);
    expect(nodes.map(({ skillId }) => skillId)).toEqual(['a']);
  });

  it('does not depend on the order of postings, and doubles its counts with them', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 12 }), (postings) => {
        const count = Math.max(1, postings.length);
        const ids = ['a', 'b', 'c', 'd'];
        const once = mapSkills(postings, ids, count);
        const reversed = mapSkills(postings.toReversed(), ids, count);
        expect(reversed.nodes.map(({ skillId }) => skillId)).toEqual(once.nodes.map(({ skillId }) => skillId));
        for (const [at, node] of once.nodes.entries())
          expect(reversed.nodes[at]?.expectedCount).toBeCloseTo(node.expectedCount);
        const twice = mapSkills([...postings, ...postings], ids, 2 * count);
        for (const [at, node] of once.nodes.entries())
          expect(twice.nodes[at]?.expectedCount).toBeCloseTo(2 * node.expectedCount);
        // The same shares on twice the evidence: no edge is lost, and each is surer.
        for (const edge of once.edges) {
          const again = twice.edges.find(({ from, to }) => from === edge.from && to === edge.to);
          expect(again?.strength).toBeGreaterThan(edge.strength);
        }
      }),
    );
  });

  it('has the lower limits of a Poisson mean that tables give', () => {
    // Exact one-sided 95 % limits: 0.5 chi-square(.05, 2n); Byar is within 1 % from 5 on.
    expect(poissonLowerBound(5)).toBeCloseTo(1.97, 1);
    expect(poissonLowerBound(10)).toBeCloseTo(5.43, 1);
    expect(poissonLowerBound(100)).toBeCloseTo(84.1, 0);
    expect(poissonLowerBound(0)).toBe(0);
  });
});

describe('the bridges of a map', () => {
  const node = (skillId: string) => ({ skillId, expectedCount: 1 });
  const edge = (from: number, to: number, strength: number) => ({ from, to, strength, togetherCount: 1 });

  it('are skills whose links spread over clusters', () => {
    const graph = {
      nodes: ['a', 'b', 'c', 'd'].map(node),
      edges: [edge(0, 1, 2), edge(0, 2, 2), edge(1, 2, 1)],
    };
    const [even, mixed, , alone] = measureBridges(graph, [0, 0, 1, 2]);
    expect(even).toBeCloseTo(0.5);
    expect(mixed).toBeCloseTo(1 - (4 + 1) / 9);
    expect(alone).toBe(0);
    expect(measureBridges(graph, [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
  });
});

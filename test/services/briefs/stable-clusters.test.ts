import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableClusters } from '../../../services/briefs/stable-clusters.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';

const OPTIONS = { resolution: 2, seed: 1 };
const asks = (...skillIds: string[]) => skillIds.map((skillId) => ({ skillId, probability: 1, mustProbability: 0 }));
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** The clusters as sets of skill ids, with the stability of each. */
async function clustersOf(postings: ReturnType<typeof asks>[], skillIds: readonly string[], postingCount: number) {
  const { graph, clusters, stabilities } = await stableClusters(postings, skillIds, postingCount, OPTIONS);
  return stabilities.map((stability, cluster) => ({
    skillIds: graph.nodes.filter((_, at) => clusters[at] === cluster).map(({ skillId }) => skillId),
    stability,
  }));
}

describe('clusters that hold when postings are drawn again', () => {
  it('are the skills asked for together, surely where many postings say so', async () => {
    const postings = [...times(30, asks('a', 'b', 'c')), ...times(20, asks('d', 'e'))];
    expect(await clustersOf(postings, ['a', 'b', 'c', 'd', 'e'], 200)).toEqual([
      { skillIds: ['a', 'b', 'c'], stability: 1 },
      { skillIds: ['d', 'e'], stability: 1 },
    ]);
  });

  it('leave a skill alone that most redraws put with no other, and say nothing of how surely', async () => {
    const postings = [...times(30, asks('a', 'b')), ...times(10, asks('z'))];
    expect(await clustersOf(postings, ['a', 'b', 'z'], 200)).toEqual([
      { skillIds: ['a', 'b'], stability: 1 },
      { skillIds: ['z'], stability: null },
    ]);
  });

  it('are less sure the fewer postings ask for two skills together', async () => {
    const stabilityOf = async (together: number) => {
      const postings = [...times(together, asks('a', 'b')), ...times(6, asks('a')), ...times(6, asks('b'))];
      const [found] = await clustersOf(postings, ['a', 'b'], 200);
      return found?.skillIds.length === 2 ? (found.stability ?? 0) : 0;
    };
    expect(await stabilityOf(40)).toBe(1);
    expect(await stabilityOf(4)).toBeGreaterThanOrEqual(0.5);
    expect(await stabilityOf(4)).toBeLessThan(1);
    expect(await stabilityOf(1)).toBe(0);
  });

  it('count postings that ask for none of the skills among those that are drawn', async () => {
    const postings = times(20, asks('a', 'b'));
    // Everyone asks for both: that is what chance gives. One in ten asking for both is not.
    expect((await clustersOf(postings, ['a', 'b'], 20)).map(({ stability }) => stability)).toEqual([null, null]);
    expect(await clustersOf(postings, ['a', 'b'], 200)).toEqual([{ skillIds: ['a', 'b'], stability: 1 }]);
  });

  it('leave out skills they were not asked about, and know an empty scope', async () => {
    expect(await clustersOf(times(5, asks('a', 'b')), ['c'], 50)).toEqual([]);
    expect(await clustersOf([], ['a'], 0)).toEqual([]);
  });

  it('are the same for the same seed, number every node, and hold more often than not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1000 }), async (seed) => {
        const random = seededRandom(seed, 'stable-clusters-test');
        const ids = Array.from({ length: 12 }, (_, at) => `s${at}`);
        const postings = Array.from({ length: 60 }, () => asks(...ids.filter(() => random() < 0.25)));
        const once = await stableClusters(postings, ids, 60, { resolution: 1, seed });
        expect(await stableClusters(postings, ids, 60, { resolution: 1, seed })).toEqual(once);
        expect(once.clusters).toHaveLength(once.graph.nodes.length);
        expect(new Set(once.clusters).size).toBe(once.stabilities.length);
        for (const [cluster, stability] of once.stabilities.entries()) {
          const size = once.clusters.filter((own) => own === cluster).length;
          if (size < 2) expect(stability).toBeNull();
          else expect(stability).toBeGreaterThanOrEqual(0.5);
        }
      }),
      { numRuns: 10 },
    );
  });
});

/**
 * The clusters of a map of skills measured: how far those of a bootstrap sample of the postings agree with those of all.
 *
 * Postings are drawn with replacement; clusters of the drawn are compared with the clusters of all by the adjusted Rand
 * index, over the skills that have a cluster (two skills or more) in both. Beside the stable clusters that are shipped
 * stand the baseline, clusters of the postings as they are, and other resolutions.
 */
import { WHITE_SPACE_OPTIONS } from '../../services/briefs/find-white-space.ts';
import { clusterGraph } from '../../services/briefs/cluster-graph.ts';
import { stableClusters } from '../../services/briefs/stable-clusters.ts';
import { composeSystem } from '../../services/compose.ts';
import { readConfig } from '../../services/config.ts';
import { groupBy } from '../../services/domain/group-by.ts';
import type { PostingSkill } from '../../services/domain/posting.ts';
import { mapSkills, type SkillGraph } from '../../services/gaps/map-skills.ts';
import { mean } from '../../services/evaluate/metrics.ts';
import { seededRandom } from '../../services/gaps/seeded-random.ts';
import { findRegion } from '../../services/collect/find-region.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';

const RESOLUTIONS = [1, 1.5, WHITE_SPACE_OPTIONS.resolution, 3, 4];
const DEFAULT_SAMPLES = 20;
/** Of the clusters; the postings are drawn by the number of the sample. */
const SEED = 1;
const MIN_POSTINGS = 5;
const MOST_SKILLS = 200;
/** On a handful of skills any two clusterings agree. */
const FEWEST_SKILLS = 20;

export async function benchClusters(args: readonly string[]): Promise<void> {
  const [home, region, samples = String(DEFAULT_SAMPLES)] = args;
  if (home === undefined || region === undefined) throw new Error('Give HOME REGION [SAMPLES].');
  const { postings, skillIds, n } = await postingsOf(home, region);
  process.stdout.write(`${n} postings of ${region}, ${skillIds.length} skills, ${samples} bootstrap samples\n`);
  for (const [name, cluster] of Object.entries(METHODS)) {
    for (const resolution of RESOLUTIONS) {
      const whole = clustersBySkill(await cluster(postings, skillIds, n, resolution));
      const agreements = [];
      for (let sample = 0; sample < Number(samples); sample += 1) {
        const random = seededRandom(sample, 'bench-clusters');
        const drawn = Array.from({ length: n }, () => postings[Math.floor(random() * n)] ?? []);
        agreements.push(agreementOf(whole, clustersBySkill(await cluster(drawn, skillIds, n, resolution))));
      }
      const found = `${name}, resolution ${resolution}: ${new Set(whole.values()).size} clusters of ${whole.size} skills`;
      const indexes = agreements.map(({ index }) => index);
      process.stdout.write(
        whole.size < FEWEST_SKILLS
          ? `${found}: too few to compare\n`
          : `${found}, adjusted Rand index mean ${mean(indexes).toFixed(3)}, lowest ${Math.min(...indexes).toFixed(3)}, ` +
              `over ${mean(agreements.map(({ skillCount }) => skillCount)).toFixed(0)} skills\n`,
      );
    }
  }
}

interface Clustered {
  graph: SkillGraph;
  clusters: readonly number[];
}

type Method = (
  postings: readonly (readonly PostingSkill[])[],
  skillIds: readonly string[],
  n: number,
  resolution: number,
) => Promise<Clustered>;

const METHODS: Record<string, Method> = {
  'stable clusters': (postings, skillIds, n, resolution) =>
    stableClusters(postings, skillIds, n, { resolution, seed: SEED }),
  'postings as they are': (postings, skillIds, n, resolution) => {
    const graph = mapSkills(postings, skillIds, n);
    return Promise.resolve({ graph, clusters: clusterGraph(graph, { resolution, seed: SEED }) });
  },
};

function agreementOf(whole: ReadonlyMap<string, number>, again: ReadonlyMap<string, number>) {
  const both = [...whole.keys()].filter((skillId) => again.has(skillId));
  const index = adjustedRandIndex(
    both.map((skillId) => whole.get(skillId) ?? -1),
    both.map((skillId) => again.get(skillId) ?? -1),
  );
  return { index, skillCount: both.length };
}

/** Skills alone in their cluster are left out: they are no cluster. */
function clustersBySkill({ graph, clusters }: Clustered): Map<string, number> {
  const sizes = groupBy(clusters, (cluster) => cluster);
  return new Map(
    graph.nodes.flatMap(({ skillId }, at) => {
      const cluster = clusters[at] ?? -1;
      return (sizes.get(cluster)?.length ?? 0) < 2 ? [] : [[skillId, cluster] as const];
    }),
  );
}

async function postingsOf(home: string, region: string) {
  const system = await composeSystem(readConfig({ home }));
  try {
    const { code, name } = findRegion(region);
    const scope = {
      region: { code, name },
      employer: null,
      occupation: null,
      postingId: null,
      since: null,
      until: null,
    };
    const { n, skills } = await system.store.demand.counts(scope);
    const skillIds = skills
      .filter(({ expectedCount }) => expectedCount >= MIN_POSTINGS)
      .sort((a, b) => b.expectedCount - a.expectedCount)
      .slice(0, MOST_SKILLS)
      .map(({ skillId }) => skillId);
    const rows = await system.store.demand.postingSkills(scope, skillIds);
    const asking = [...groupBy(rows, ({ postingId }) => postingId).values()];
    const silent = Array.from({ length: Math.max(0, n - asking.length) }, (): PostingSkill[] => []);
    return { postings: [...asking, ...silent], skillIds, n };
  } finally {
    await system.close();
  }
}

/**
 * The clusters of a map of skills measured: how far those of a bootstrap sample of the postings agree with those of all.
 *
 * Postings are drawn with replacement; clusters of the drawn are compared with the clusters of all by the adjusted Rand
 * index, over the skills that have a cluster (two skills or more) in both. Other resolutions stand beside the shipped one.
 */
import { clusterGraph } from '../../services/briefs/cluster-graph.ts';
import { WHITE_SPACE_OPTIONS } from '../../services/briefs/find-white-space.ts';
import { composeSystem } from '../../services/compose.ts';
import { readConfig } from '../../services/config.ts';
import { groupBy } from '../../services/domain/group-by.ts';
import type { PostingSkill } from '../../services/domain/posting.ts';
import { mapSkills } from '../../services/gaps/map-skills.ts';
import { seededRandom } from '../../services/gaps/seeded-random.ts';
import { findRegion } from '../../services/collect/find-region.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';

const RESOLUTIONS = [1, 1.5, WHITE_SPACE_OPTIONS.resolution, 3, 4];
const DEFAULT_SAMPLES = 20;
const MIN_POSTINGS = 5;
const MOST_SKILLS = 200;
/** On a handful of skills any two clusterings agree. */
const FEWEST_SKILLS = 20;

export async function benchClusters(args: readonly string[]): Promise<void> {
  const [home, region, samples = String(DEFAULT_SAMPLES)] = args;
  if (home === undefined || region === undefined) throw new Error('Give HOME REGION [SAMPLES].');
  const { postings, skillIds, n } = await postingsOf(home, region);
  process.stdout.write(`${n} postings of ${region}, ${skillIds.length} skills, ${samples} bootstrap samples\n`);
  for (const resolution of RESOLUTIONS) {
    const whole = clustersBySkill(postings, skillIds, n, resolution);
    const indexes = Array.from({ length: Number(samples) }, (_, sample) => {
      const random = seededRandom(sample, 'bench-clusters');
      const drawn = Array.from({ length: n }, () => postings[Math.floor(random() * n)] ?? []);
      const again = clustersBySkill(drawn, skillIds, n, resolution);
      const both = [...whole.keys()].filter((skillId) => again.has(skillId));
      return adjustedRandIndex(
        both.map((skillId) => whole.get(skillId) ?? -1),
        both.map((skillId) => again.get(skillId) ?? -1),
      );
    });
    const skillCount = whole.size;
    const found = `resolution ${resolution}: ${new Set(whole.values()).size} clusters of ${skillCount} skills`;
    const mean = indexes.reduce((sum, index) => sum + index, 0) / indexes.length;
    process.stdout.write(
      skillCount < FEWEST_SKILLS
        ? `${found}: too few to compare\n`
        : `${found}, adjusted Rand index mean ${mean.toFixed(3)}, lowest ${Math.min(...indexes).toFixed(3)}\n`,
    );
  }
}

/** Skills alone in their cluster are left out: they are no cluster. */
function clustersBySkill(
  postings: readonly (readonly PostingSkill[])[],
  skillIds: readonly string[],
  n: number,
  resolution: number,
): Map<string, number> {
  const graph = mapSkills(postings, skillIds, n);
  const clusters = clusterGraph(graph, { resolution, seed: 1 });
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

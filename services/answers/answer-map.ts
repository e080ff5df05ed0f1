/** "Which skills are asked for together, and which of them are taught?": the co-occurrence map of a scope. */
import { layOutGraph } from '../briefs/cluster-graph.ts';
import { WHITE_SPACE_OPTIONS } from '../briefs/find-white-space.ts';
import { stableClusters } from '../briefs/stable-clusters.ts';
import { groupBy } from '../domain/group-by.ts';
import type { MapReply, MappedSkill } from '../domain/map-reply.ts';
import { toShare } from '../domain/units.ts';
import { measureBridges } from '../gaps/map-bridges.ts';
import type { SkillGraph } from '../gaps/map-skills.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { skillReply } from './credential-replies.ts';
import { taughtSkills } from './taught-skills.ts';

export interface MapRequest extends GapsRequest {
  /** Fewest postings (expected) that ask for a skill. */
  minPostingCount: number;
}

/** VOSviewer's own default for terms. */
export const DEFAULT_MAP_POSTINGS = 5;
/** More labels than this cannot be told apart on a map. */
export const DEFAULT_MAP_SKILLS = 200;

/** @param options `top` is the most skills on the map, the most wanted first */
export async function answerMap(request: MapRequest, deps: AnswerDeps, options: AnswerOptions): Promise<MapReply> {
  const { resolved, measured, header } = await answerScope(request, deps, options);
  const gaps = measured.gaps
    .filter(({ expectedCount }) => expectedCount >= request.minPostingCount)
    .sort((a, b) => b.expectedCount - a.expectedCount)
    .slice(0, options.top);
  const skillIds = gaps.map(({ skillId }) => skillId);
  const [rows, skills, coverages] = await Promise.all([
    deps.demand.postingSkills(resolved.scope, skillIds),
    deps.taxonomies.skillsById(skillIds),
    deps.credentials.coverageOf(skillIds),
  ]);
  const { graph, clusters, stabilities } = await stableClusters(
    [...groupBy(rows, ({ postingId }) => postingId).values()],
    skillIds,
    Math.max(1, measured.n),
    { resolution: WHITE_SPACE_OPTIONS.resolution, seed: options.seed },
  );
  const places = layOutGraph(graph, options.seed);
  const bridges = measureBridges(graph, clusters);
  const strengths = strengthsOf(graph);
  const taught = taughtSkills(coverages);
  const demandShares = new Map<string, number>(gaps.map(({ skillId, demandShare }) => [skillId, demandShare]));
  const mapped = graph.nodes.map(({ skillId, expectedCount }, at): MappedSkill => ({
    skill: skillReply(skillId, skills),
    cluster: (clusters[at] ?? 0) + 1,
    x: rounded(places[at]?.x ?? 0),
    y: rounded(places[at]?.y ?? 0),
    postingCount: expectedCount,
    demandShare: toShare(demandShares.get(skillId) ?? 0),
    taught: toShare(taught.get(skillId)?.coverage ?? 0),
    taughtBy: taught.get(skillId)?.credentialCount ?? 0,
    linkCount: strengths[at]?.count ?? 0,
    totalLinkStrength: strengths[at]?.total ?? 0,
    bridge: toShare(bridges[at] ?? 0),
  }));
  return {
    ...header,
    minPostingCount: request.minPostingCount,
    skills: mapped.toSorted((a, b) => a.cluster - b.cluster || b.postingCount - a.postingCount),
    links: graph.edges.map(({ from, to, strength, togetherCount }) => ({
      from: graph.nodes[from]?.skillId ?? '',
      to: graph.nodes[to]?.skillId ?? '',
      strength,
      postingCount: togetherCount,
    })),
    clusters: clustersOf(mapped, stabilities),
  };
}

function strengthsOf({ nodes, edges }: SkillGraph): { count: number; total: number }[] {
  const strengths = nodes.map(() => ({ count: 0, total: 0 }));
  for (const { from, to, strength } of edges) {
    for (const end of [strengths[from], strengths[to]]) {
      if (end === undefined) continue;
      end.count += 1;
      end.total += strength;
    }
  }
  return strengths;
}

const LABELS_OF_A_CLUSTER = 3;

function clustersOf(mapped: readonly MappedSkill[], stabilities: readonly (number | null)[]): MapReply['clusters'] {
  return [...groupBy(mapped, ({ cluster }) => cluster)]
    .sort(([a], [b]) => a - b)
    .map(([cluster, own]) => {
      const wanted = own.toSorted((a, b) => b.postingCount - a.postingCount);
      const stability = stabilities[cluster - 1] ?? null;
      const postings = own.reduce((sum, { postingCount }) => sum + postingCount, 0);
      return {
        cluster,
        label: wanted
          .slice(0, LABELS_OF_A_CLUSTER)
          .map(({ skill }) => skill.label)
          .join(', '),
        skillCount: own.length,
        taught: toShare(own.reduce((sum, { taught, postingCount }) => sum + taught * postingCount, 0) / postings),
        stability: stability === null ? null : toShare(stability),
      };
    });
}

/** A layout is a picture: a millionth of its width means nothing and only makes files long. */
function rounded(coordinate: number): number {
  return Number(coordinate.toFixed(4));
}

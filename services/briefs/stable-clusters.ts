/**
 * Postings with the skills each asks for in, clusters of skills asked for together out, with how surely they hold.
 *
 * Consensus clustering (Lancichinetti & Fortunato 2012, "Consensus clustering in complex networks") over bootstrap samples
 * of the postings: each sample is clustered by itself, and skills end up together that most samples put together. The
 * last clustering maximises the sum over pairs in one cluster of (share of samples that put the pair together - 1/2).
 *
 * A newcomer would cluster the postings as they are. A few postings more or less then move every fifth skill to another
 * cluster, and nothing says which: docs/adr/0038.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PostingSkill } from '../domain/posting.ts';
import { mapIndexed, type SkillGraph } from '../gaps/map-skills.ts';
import { seededRandom } from '../gaps/seeded-random.ts';
import { indexSkills } from '../gaps/skill-index.ts';
import { clusterGraph, LARGE_GRAPH } from './cluster-graph.ts';

export interface StableClusterOptions {
  /** Times as often as by chance that a cluster's skills meet, on average; above 0. */
  resolution: number;
  seed: number;
}

export interface StableClusters {
  graph: SkillGraph;
  /** Cluster of each node of `graph`, by position: 0 is the largest, ties by the first node in it. */
  clusters: number[];
  /** By cluster: mean over its pairs of the share of samples that put the pair together, 0 to 1; null for one skill alone. */
  stabilities: (number | null)[];
}

/**
 * On real postings 10, 20 and 30 samples gave clusters of the same stability, within what the samples themselves differ. Twenty
 * say how surely a pair holds to five in a hundred; of hundreds of skills ten do, and somebody waits for the map.
 */
const SAMPLES = { few: 20, many: 10 };
/** Most clusterings stop getting better after three. */
const ROUNDS_OF_A_SAMPLE = 4;
const ROUNDS_OF_CONSENSUS = 10;
const MORE_OFTEN_THAN_NOT = 0.5;

/**
 * @param postings of the scope, duplicates left out; those that ask for none of the skills may be missing
 * @param skillIds the skills to map; one that no posting asks for has no node
 * @param postingCount all postings of the scope
 */
export async function stableClusters(
  postings: readonly (readonly PostingSkill[])[],
  skillIds: Iterable<string>,
  postingCount: number,
  { resolution, seed }: StableClusterOptions,
): Promise<StableClusters> {
  const index = indexSkills(postings, skillIds);
  const graph = mapIndexed(index, postingCount);
  const together = new Togetherness(graph.nodes.length);
  const times = new Uint32Array(postings.length);
  const sampleCount = graph.nodes.length > LARGE_GRAPH ? SAMPLES.many : SAMPLES.few;
  for (let sample = 0; sample < sampleCount; sample += 1) {
    // A sample of a thousand skills takes a tenth of a second: others get their turn.
    await nextTurn();
    const random = seededRandom(seed, `stable-clusters ${sample}`);
    times.fill(0);
    for (let draw = 0; draw < postingCount; draw += 1) {
      // Beyond the index stand postings that ask for none of the skills: how many are left of the others is part of the chance.
      const posting = Math.floor(random() * postingCount);
      if (posting < times.length) times[posting] = (times[posting] ?? 0) + 1;
    }
    const sampled = mapIndexed(index, postingCount, times);
    together.add(clusterGraph(sampled, { resolution, seed, startCount: 1, roundCount: ROUNDS_OF_A_SAMPLE }));
  }
  const clusters = clusterGraph(together.graph(), {
    resolution: MORE_OFTEN_THAN_NOT,
    seed,
    roundCount: ROUNDS_OF_CONSENSUS,
  });
  return { graph, clusters, stabilities: together.meanWithin(clusters) };
}

/** How often each pair of skills was put into one cluster. */
class Togetherness {
  readonly #size: number;
  /** Upper triangle, row by row. */
  readonly #counts: Uint16Array;
  #added = 0;

  constructor(skillCount: number) {
    this.#size = skillCount;
    this.#counts = new Uint16Array(skillCount ** 2);
  }

  add(clusters: readonly number[]): void {
    this.#added += 1;
    for (const members of membersOf(clusters)) {
      for (const [from, to] of pairsOf(members)) {
        const key = from * this.#size + to;
        this.#counts[key] = (this.#counts[key] ?? 0) + 1;
      }
    }
  }

  share(from: number, to: number): number {
    return (this.#counts[from * this.#size + to] ?? 0) / this.#added;
  }

  graph() {
    const everyNode = Array.from({ length: this.#size }, (_, at) => at);
    const edges = [...pairsOf(everyNode)]
      .map(([from, to]) => ({ from, to, strength: this.share(from, to) }))
      .filter(({ strength }) => strength > 0);
    return { nodes: everyNode, edges };
  }

  meanWithin(clusters: readonly number[]): (number | null)[] {
    return membersOf(clusters).map((members) => {
      if (members.length < 2) return null;
      const shares = [...pairsOf(members)].map(([from, to]) => this.share(from, to));
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    });
  }
}

/** Positions of the members of each cluster, ascending, by cluster. */
function membersOf(clusters: readonly number[]): number[][] {
  const members: number[][] = [];
  for (const [at, cluster] of clusters.entries()) (members[cluster] ??= []).push(at);
  return members;
}

function* pairsOf(positions: readonly number[]): Generator<readonly [number, number]> {
  for (const [at, from] of positions.entries()) {
    for (let next = at + 1; next < positions.length; next += 1) yield [from, positions[next] ?? 0];
  }
}

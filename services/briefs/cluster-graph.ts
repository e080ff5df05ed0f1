/**
 * The one file that knows networkanalysis-ts (van Eck, MIT): a graph in, its Leiden clusters or its VOS layout
 * out. Both see each edge's strength as it is; nothing is normalised a second time.
 *
 * Clusters maximise the sum over pairs in one cluster of (strength - resolution) (constant Potts model; Traag, Waltman &
 * van Eck 2019): a cluster holds together where its skills meet `resolution` times as often as by chance, on average.
 */
import { Clustering, GradientDescentVOSLayoutAlgorithm, Layout, LeidenAlgorithm, Network } from 'networkanalysis-ts';
import { seededRandom } from '../gaps/seeded-random.ts';

export interface WeightedGraph {
  nodes: readonly unknown[];
  /** Positions in `nodes`, each pair once, and a strength above 0. */
  edges: readonly { from: number; to: number; strength: number }[];
}

export interface ClusterOptions {
  /** In the unit of `strength` (of a map of skills: times as often as by chance), above 0. */
  resolution: number;
  seed: number;
  /** Runs from different starts, of which the best clustering is kept. Default 10, as in VOSviewer; 2 for a large graph. */
  startCount?: number;
  /** Rounds of improvement of each run. Default 50: more than any graph of skills has needed until nothing improves. */
  roundCount?: number;
}

const LEIDEN_ROUNDS = 50;
/** VOSviewer's defaults for a network normalised by association strength. */
const ATTRACTION = 2;
const REPULSION = 1;
/** Nodes. Of 1,000 real skills ten starts found a clustering .1 % better than two, in four times the time. */
export const LARGE_GRAPH = 400;
/**
 * Every step of a layout looks at every pair: 750 steps for 200 nodes, 333 for 300, 93 for 567, 60 from 707 on. That is worse than
 * 1,000 steps (the library's own limit) by .03 % of VOS quality at 300 real skills, .4 % at 567 and some 1 % at 1,000, and takes
 * a second instead of a quarter of a minute.
 */
const PAIRS_LOOKED_AT = 3e7;
const STEPS = { fewest: 60, most: 1000 };
/** Draws unconnected parts of a map together: without it they drift apart without end. */
const EDGE_WEIGHT_BETWEEN_PARTS = 0.01;

/** Cluster of each node, by position: 0 is the largest, ties by the first node in it. A node without edges is alone. */
export function clusterGraph(
  graph: WeightedGraph,
  { resolution, seed, startCount, roundCount = LEIDEN_ROUNDS }: ClusterOptions,
): number[] {
  const nodeCount = graph.nodes.length;
  const starts = startCount ?? (nodeCount > LARGE_GRAPH ? 2 : 10);
  if (nodeCount === 0) return [];
  const network = networkOf(graph);
  const random = javaRandom(seed, 'cluster-graph');
  const leiden = new LeidenAlgorithm();
  leiden.initializeBasedOnResolutionAndNIterationsAndRandomnessAndRandom(
    resolution,
    roundCount,
    LeidenAlgorithm.DEFAULT_RANDOMNESS,
    random,
  );
  let best: { quality: number; clusters: number[] } | undefined;
  for (let start = 0; start < starts; start += 1) {
    const clustering = new Clustering({ nNodes: nodeCount });
    leiden.improveClustering(network, clustering);
    const quality = leiden.calcQuality(network, clustering);
    if (best === undefined || quality > best.quality) best = { quality, clusters: clustering.getClusters() };
  }
  return largestFirst(best?.clusters ?? []);
}

/** Coordinates of each node, by position: centred on 0, typical distance 1. */
export function layOutGraph(graph: WeightedGraph, seed: number): { x: number; y: number }[] {
  const nodeCount = graph.nodes.length;
  if (nodeCount === 0) return [];
  if (nodeCount === 1) return [{ x: 0, y: 0 }];
  const random = javaRandom(seed, 'lay-out-graph');
  const layout = new Layout({ nNodes: nodeCount, random });
  const vos = new GradientDescentVOSLayoutAlgorithm();
  vos.initializeBasedOnAttractionAndRepulsionAndEdgeWeightIncrementAndRandom(
    ATTRACTION,
    REPULSION,
    EDGE_WEIGHT_BETWEEN_PARTS,
    random,
  );
  vos.setMaxNIterations(Math.round(Math.min(STEPS.most, Math.max(STEPS.fewest, PAIRS_LOOKED_AT / nodeCount ** 2))));
  vos.improveLayout(networkOf(graph), layout);
  layout.standardize(true);
  const [xs = [], ys = []] = layout.getCoordinates();
  return graph.nodes.map((_, at) => ({ x: xs[at] ?? 0, y: ys[at] ?? 0 }));
}

function networkOf({ nodes, edges }: WeightedGraph): Network {
  return new Network({
    nNodes: nodes.length,
    nodeWeights: nodes.map(() => 1),
    edges: [edges.map(({ from }) => from), edges.map(({ to }) => to)],
    edgeWeights: edges.map(({ strength }) => strength),
    sortedEdges: false,
    checkIntegrity: false,
  });
}

function largestFirst(clusters: readonly number[]): number[] {
  const sizes = new Map<number, { count: number; first: number }>();
  for (const [at, cluster] of clusters.entries()) {
    const size = sizes.get(cluster) ?? { count: 0, first: at };
    sizes.set(cluster, { ...size, count: size.count + 1 });
  }
  const order = [...sizes].sort(([, a], [, b]) => b.count - a.count || a.first - b.first);
  const ranks = new Map(order.map(([cluster], rank) => [cluster, rank]));
  return clusters.map((cluster) => ranks.get(cluster) ?? 0);
}

/** The two methods of java.util.Random that the library calls, drawn from our own generator. */
function javaRandom(seed: number, name: string) {
  const draw = seededRandom(seed, name);
  return { nextDouble: draw, nextInt: (bound: number) => Math.floor(draw() * bound) };
}

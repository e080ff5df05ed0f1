/**
 * Fits boosted trees to the log loss: each tree takes one Newton step (Friedman 2001; regularised as in Chen & Guestrin
 * 2016, XGBoost, eq. 6 and 7), grown leaf by leaf where the gain is largest. No randomness: the same bytes every time.
 */
import { binFeature, MOST_BINS, type BinnedFeature } from './feature-bins.ts';
import type { BoostedTrees, DecisionTree } from './gradient-boosting.ts';
import type { LabelledExample } from './logistic-regression.ts';

export interface BoostingOptions {
  trees: number;
  /** Leaves of a tree, at least 2. */
  leaves: number;
  /** Part of a step that is taken, above 0 to 1. */
  learningRate: number;
  /** L2 penalty on the value of a leaf, in units of summed weight. */
  penalty: number;
  /** Examples of a leaf, at least. */
  minExamples: number;
}

export function fitBoostedTrees(
  featureCount: number,
  examples: readonly LabelledExample[],
  options: BoostingOptions,
): BoostedTrees {
  const features = Array.from({ length: featureCount }, (_, feature) =>
    binFeature(Float64Array.from(examples, ({ values }) => values[feature] ?? 0)),
  );
  const weights = Float64Array.from(examples, ({ weight = 1 }) => weight);
  const labels = Float64Array.from(examples, ({ label }) => label);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const positive = weights.reduce((sum, weight, at) => sum + weight * (labels[at] ?? 0), 0);
  const bias = roundTo7(Math.log(positive / (total - positive)));

  const logOdds = new Float64Array(examples.length).fill(bias);
  const gradients = new Float64Array(examples.length);
  const curvatures = new Float64Array(examples.length);
  const all = Int32Array.from(examples, (_, at) => at);
  const trees: DecisionTree[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let at = 0; at < logOdds.length; at++) {
      const probability = 1 / (1 + Math.exp(-(logOdds[at] ?? 0)));
      gradients[at] = (weights[at] ?? 0) * (probability - (labels[at] ?? 0));
      curvatures[at] = (weights[at] ?? 0) * probability * (1 - probability);
    }
    const { tree, leaves } = growTree(features, all, gradients, curvatures, options);
    for (const { rows, value } of leaves) for (const row of rows) logOdds[row] = (logOdds[row] ?? 0) + value;
    trees.push(tree);
  }
  return { bias, trees };
}

interface Sums {
  gradient: number;
  curvature: number;
  examples: number;
}

interface Split {
  gain: number;
  feature: number;
  bin: number;
}

interface Leaf {
  node: number;
  rows: Int32Array;
  /** `features x MOST_BINS` sums. */
  histogram: Histogram;
  sums: Sums;
  split: Split | undefined;
}

interface Histogram {
  gradients: Float64Array;
  curvatures: Float64Array;
  counts: Float64Array;
}

function growTree(
  features: readonly BinnedFeature[],
  all: Int32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
  options: BoostingOptions,
) {
  const tree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [0] };
  const leafOf = (node: number, rows: Int32Array, histogram: Histogram): Leaf => {
    const sums = sumOf(histogram);
    return { node, rows, histogram, sums, split: bestSplit(features, histogram, sums, options) };
  };
  const leaves = [leafOf(0, all, histogramOf(features, all, gradients, curvatures))];
  while (leaves.length < options.leaves) {
    const next = leaves.reduce((best, leaf) => ((leaf.split?.gain ?? 0) > (best.split?.gain ?? 0) ? leaf : best));
    const { split } = next;
    const feature = split === undefined ? undefined : features[split.feature];
    if (split === undefined || feature === undefined) break;
    const [leftRows, rightRows] = divide(next.rows, feature.bins, split.bin);
    // The larger side is what the smaller leaves over.
    const [few, many] = leftRows.length <= rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows];
    const ofFew = histogramOf(features, few, gradients, curvatures);
    const ofMany = difference(next.histogram, ofFew);
    const left = tree.feature.length;
    for (const side of [leftRows, rightRows]) {
      const leaf = leafOf(tree.feature.length, side, side === many ? ofMany : ofFew);
      leaves.push(leaf);
      tree.feature.push(-1);
      tree.threshold.push(0);
      tree.left.push(0);
      tree.right.push(0);
      tree.value.push(0);
    }
    tree.feature[next.node] = split.feature;
    tree.threshold[next.node] = roundTo7(feature.cuts[split.bin] ?? 0);
    tree.left[next.node] = left;
    tree.right[next.node] = left + 1;
    leaves.splice(leaves.indexOf(next), 1);
  }
  const valued = leaves.map(({ node, rows, sums }) => {
    const value = roundTo7((-options.learningRate * sums.gradient) / (sums.curvature + options.penalty));
    tree.value[node] = value;
    return { rows, value };
  });
  return { tree, leaves: valued };
}

/** Rows up to a bin, and the others, in their order. */
function divide(rows: Int32Array, bins: Uint8Array, lastLeft: number): [Int32Array, Int32Array] {
  const left = new Int32Array(rows.length);
  const right = new Int32Array(rows.length);
  let lefts = 0;
  let rights = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if ((bins[row] ?? 0) <= lastLeft) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left.subarray(0, lefts), right.subarray(0, rights)];
}

function histogramOf(
  features: readonly BinnedFeature[],
  rows: Int32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
): Histogram {
  const cells = features.length * MOST_BINS;
  const histogram = {
    gradients: new Float64Array(cells),
    curvatures: new Float64Array(cells),
    counts: new Float64Array(cells),
  };
  features.forEach(({ bins }, feature) => {
    const first = feature * MOST_BINS;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const cell = first + (bins[row] ?? 0);
      histogram.gradients[cell] = (histogram.gradients[cell] ?? 0) + (gradients[row] ?? 0);
      histogram.curvatures[cell] = (histogram.curvatures[cell] ?? 0) + (curvatures[row] ?? 0);
      histogram.counts[cell] = (histogram.counts[cell] ?? 0) + 1;
    }
  });
  return histogram;
}

function difference(whole: Histogram, part: Histogram): Histogram {
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, cell) => value - (b[cell] ?? 0));
  return {
    gradients: minus(whole.gradients, part.gradients),
    curvatures: minus(whole.curvatures, part.curvatures),
    counts: minus(whole.counts, part.counts),
  };
}

/** Every example stands once in the bins of the first feature. */
function sumOf({ gradients, curvatures, counts }: Histogram): Sums {
  const sums = { gradient: 0, curvature: 0, examples: 0 };
  for (let cell = 0; cell < MOST_BINS; cell++) {
    sums.gradient += gradients[cell] ?? 0;
    sums.curvature += curvatures[cell] ?? 0;
    sums.examples += counts[cell] ?? 0;
  }
  return sums;
}

/** Ties go to the first feature and the lowest bin. */
function bestSplit(
  features: readonly BinnedFeature[],
  { gradients, curvatures, counts }: Histogram,
  { gradient, curvature, examples }: Sums,
  { penalty, minExamples }: BoostingOptions,
): Split | undefined {
  const worth = (g: number, h: number) => (g * g) / (h + penalty);
  const before = worth(gradient, curvature);
  let best: Split | undefined;
  features.forEach(({ cuts }, feature) => {
    let g = 0;
    let h = 0;
    let n = 0;
    for (let bin = 0; bin < cuts.length; bin++) {
      const cell = feature * MOST_BINS + bin;
      g += gradients[cell] ?? 0;
      h += curvatures[cell] ?? 0;
      n += counts[cell] ?? 0;
      if (n < minExamples || examples - n < minExamples) continue;
      const gain = worth(g, h) + worth(gradient - g, curvature - h) - before;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin };
    }
  });
  return best;
}

/** Seven digits are more than the data can tell, and keep the file small. */
function roundTo7(value: number): number {
  return Number(value.toPrecision(7));
}

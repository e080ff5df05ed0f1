/**
 * Gradient-boosted decision trees: numbers in, a probability out. Small trees that each correct the sum of those before
 * (Friedman 2001). Trained by `fit-gradient-boosting.ts`.
 */

/** One tree as lists by node; node 0 is the root. */
export interface DecisionTree {
  /** Position of the number a node looks at; -1 for a leaf. */
  feature: readonly number[];
  /** At most this: to the left. */
  threshold: readonly number[];
  left: readonly number[];
  right: readonly number[];
  /** Of a leaf: what it adds to the log odds. */
  value: readonly number[];
}

export interface BoostedTrees {
  /** Log odds before any tree. */
  bias: number;
  trees: readonly DecisionTree[];
}

/** ln(p / (1 - p)) of the probability. */
export function boostedLogOdds({ bias, trees }: BoostedTrees, values: ArrayLike<number>): number {
  let sum = bias;
  for (const tree of trees) {
    let node = 0;
    for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
      node = (values[feature] ?? 0) <= (tree.threshold[node] ?? 0) ? (tree.left[node] ?? 0) : (tree.right[node] ?? 0);
    }
    sum += tree.value[node] ?? 0;
  }
  return sum;
}

/**
 * A stack problem, limits and a plan in, a number that no feasible plan can exceed out.
 *
 * For any levels y (one per gap, at least what is held) and any plan O, the best coverage of a gap is at most
 * y + sum over O of what each member covers beyond y. So F(O) <= sum of gapShare x y + sum over O of excess(c, y): with y
 * the coverage of a set X this is the bound of Nemhauser, Wolsey & Fisher 1978, with free y the dual of the facility
 * location problem (Cornuejols, Fisher & Nemhauser 1977). The sum over O is at most a fractional knapsack (Dantzig 1957)
 * over all candidates; prerequisites are forgotten, which only raises it. Money, hours and count are joined into
 * one knapsack by weights that add up to 1 (a surrogate constraint, Glover 1968): a plan that keeps each limit keeps any
 * mix. EVERY y and mix gives a true bound: the subgradient steps below only look for a small one and cannot go wrong.
 */
import type { StackProblem } from './stack-candidates.ts';
import { fitsLimits, valueOfAll, type Selection, type StackLimits } from './stack-selection.ts';

type Mix = readonly [onPrice: number, onHours: number, onCount: number];

/** Quarters: each limit alone, each pair, all three. */
const mixes: readonly Mix[] = [0, 1, 2, 3, 4].flatMap((price) =>
  Array.from({ length: 5 - price }, (_, hours): Mix => [price / 4, hours / 4, (4 - price - hours) / 4]),
);

/** An upper bound of F over all plans within the limits, in gap shares; not below the value of `plan`, which is one. */
export function stackBound(problem: StackProblem, limits: StackLimits, plan: Selection, stepCount = 120): number {
  const positions = affordable(problem, limits);
  const knapsacks = mixes.flatMap((mix) => mixedWeights(problem, positions, limits, mix) ?? []);
  let least = valueOfAll(problem, positions);
  for (const start of [problem.held, plan.best]) {
    const levels = start.slice();
    let weights: Float64Array | undefined;
    let stride = 1;
    for (let step = 0; step < stepCount; step += 1) {
      const gains = excesses(problem, positions, levels);
      // Which mix binds changes slowly: all of them are tried every tenth step.
      if (step % 10 === 0) weights = tightest(knapsacks, gains);
      if (weights === undefined) break;
      const { sum, parts } = fractionalKnapsack(gains, weights);
      const bound = sum + problem.weights.reduce((total, weight, gap) => total + weight * (levels[gap] ?? 0), 0);
      if (bound < least - 1e-4 * least) stride = Math.min(1, stride * 1.2);
      else stride *= 0.9;
      least = Math.min(least, bound);
      if (!stepDown(problem, positions, levels, parts, stride * (bound - plan.value))) break;
    }
  }
  return Math.max(least, plan.value);
}

/** What does not fit even alone with its prerequisites is in no plan. */
function affordable({ candidates }: StackProblem, limits: StackLimits): number[] {
  return candidates.flatMap(({ closure }, position) => {
    const members = closure.flatMap((member) => candidates[member] ?? []);
    const price = members.reduce((sum, member) => sum + member.price, 0);
    const hours = members.reduce((sum, member) => sum + member.hours, 0);
    return fitsLimits(price, hours, members.length, limits) ? [position] : [];
  });
}

/** Each candidate's part of the mixed limit, 1 being all of it; null when the mix leans on a limit that is not there. */
function mixedWeights(
  { candidates }: StackProblem,
  positions: readonly number[],
  limits: StackLimits,
  [onPrice, onHours, onCount]: Mix,
): [Float64Array] | null {
  // Of a limit of 0, an affordable candidate needs 0. The limits carry the tolerance of fitsLimits.
  const part = (on: number, amount: number, limit: number): number => {
    if (on === 0 || amount === 0) return 0;
    return limit === Infinity ? NaN : (on * amount) / (limit + 1e-9);
  };
  const weights = Float64Array.from(positions, (position) => {
    const { price = 0, hours = 0 } = candidates[position] ?? {};
    return part(onPrice, price, limits.price) + part(onHours, hours, limits.hours) + part(onCount, 1, limits.count);
  });
  return weights.some(Number.isNaN) ? null : [weights];
}

/** gapShare x coverage beyond the levels, summed, for each candidate. */
function excesses({ weights, rows }: StackProblem, positions: readonly number[], levels: Float64Array): Float64Array {
  const gains = new Float64Array(positions.length);
  positions.forEach((position, which) => {
    let sum = 0;
    const end = rows.starts[position + 1] ?? 0;
    for (let at = rows.starts[position] ?? 0; at < end; at += 1) {
      const gap = rows.gapPositions[at] ?? 0;
      const beyond = (rows.coverages[at] ?? 0) - (levels[gap] ?? 0);
      if (beyond > 0) sum += (weights[gap] ?? 0) * beyond;
    }
    gains[which] = sum;
  });
  return gains;
}

function tightest(knapsacks: readonly Float64Array[], gains: Float64Array): Float64Array | undefined {
  let best: { sum: number; weights: Float64Array } | undefined;
  for (const weights of knapsacks) {
    const { sum } = fractionalKnapsack(gains, weights);
    if (best === undefined || sum < best.sum) best = { sum, weights };
  }
  return best?.weights;
}

/** The most gain in a knapsack of size 1 when a candidate may be taken in part, and the part taken of each. */
function fractionalKnapsack(gains: Float64Array, weights: Float64Array): { sum: number; parts: Float64Array } {
  const ratios = gains.map((gain, position) => gain / (weights[position] ?? 0));
  const useful = [...gains.keys()].filter((position) => (gains[position] ?? 0) > 0);
  useful.sort((a, b) => (ratios[b] ?? 0) - (ratios[a] ?? 0) || a - b);
  const parts = new Float64Array(gains.length);
  let room = 1;
  let sum = 0;
  for (const position of useful) {
    const weight = weights[position] ?? 0;
    const part = weight > room ? room / weight : 1;
    parts[position] = part;
    sum += part * (gains[position] ?? 0);
    room -= part * weight;
    if (part < 1) break;
  }
  return { sum, parts };
}

/** One subgradient step (Polyak 1969) on the levels: up where several taken candidates overlap, down where none reaches. False at the minimum. */
function stepDown(
  { weights, held, rows }: StackProblem,
  positions: readonly number[],
  levels: Float64Array,
  parts: Float64Array,
  distance: number,
): boolean {
  const slopes = new Float64Array(levels.length).fill(1);
  positions.forEach((position, which) => {
    const part = parts[which] ?? 0;
    if (part === 0) return;
    for (let at = rows.starts[position] ?? 0; at < (rows.starts[position + 1] ?? 0); at += 1) {
      const gap = rows.gapPositions[at] ?? 0;
      if ((rows.coverages[at] ?? 0) > (levels[gap] ?? 0)) slopes[gap] = (slopes[gap] ?? 0) - part;
    }
  });
  let norm = 0;
  slopes.forEach((slope, gap) => {
    // A level cannot fall below what is held: there a slope of 1 leads nowhere.
    if (slope > 0 && (levels[gap] ?? 0) <= (held[gap] ?? 0)) slopes[gap] = 0;
    else norm += (weights[gap] ?? 0) * slope * slope;
  });
  if (norm < 1e-15 || distance <= 0) return false;
  slopes.forEach((slope, gap) => {
    levels[gap] = Math.max(held[gap] ?? 0, (levels[gap] ?? 0) - (distance / norm) * slope);
  });
  return true;
}

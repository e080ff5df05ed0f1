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
import { Knapsack } from './fractional-knapsack.ts';
import { RaisedLevels } from './raised-levels.ts';
import type { StackProblem } from './stack-candidates.ts';
import { fitsLimits, valueOfAll, type Selection, type StackLimits } from './stack-selection.ts';

type Mix = readonly [onPrice: number, onHours: number, onCount: number];

/** Quarters: each limit alone, each pair, all three. */
const mixes: readonly Mix[] = [0, 1, 2, 3, 4].flatMap((price) =>
  Array.from({ length: 5 - price }, (_, hours): Mix => [price / 4, hours / 4, (4 - price - hours) / 4]),
);

export interface StackBound {
  /** No plan within the limits has a larger F, in gap shares; not below the value of the plan that was given. */
  bound: number;
  /**
   * By candidate position, at the levels of the bound: what it gains beyond the levels less what its part of the limits
   * is worth. The larger, the likelier a better plan has it. -Infinity: it does not fit even alone.
   */
  promises: Float64Array;
}

/** An upper bound of F over all plans within the limits, in gap shares; not below the value of `plan`, which is one. */
export function stackBound(problem: StackProblem, limits: StackLimits, plan: Selection, stepCount = 120): number {
  return boundAndPromises(problem, limits, plan, stepCount).bound;
}

export function boundAndPromises(
  problem: StackProblem,
  limits: StackLimits,
  plan: Selection,
  stepCount = 120,
): StackBound {
  const positions = affordable(problem, limits);
  const knapsacks = mixes.flatMap((mix) => {
    const weights = mixedWeights(problem, positions, limits, mix);
    return weights === null ? [] : [new Knapsack(weights)];
  });
  let least = valueOfAll(problem, positions);
  const atBest = new Float64Array(positions.length);
  measureExcesses(problem, positions, problem.held, atBest);
  let worthAtBest: (which: number) => number = () => 0;
  for (const start of [problem.held, plan.best]) {
    const levels = new RaisedLevels(problem, start);
    const gains = new Float64Array(positions.length);
    let knapsack: Knapsack | undefined;
    let near: readonly number[] = [];
    let stride = 1;
    for (let step = 0; step < stepCount; step += 1) {
      const isMixTried = step % 10 === 0;
      measureExcesses(problem, positions, levels.of, gains, isMixTried ? undefined : near);
      // Which mix binds changes slowly: all of them are tried every tenth step.
      if (isMixTried) knapsack = tightest(knapsacks, gains);
      if (knapsack === undefined) break;
      let bound = levels.value + knapsack.fill(gains, isMixTried ? undefined : near);
      if (bound < least && !isMixTried) {
        // Of the near ones alone it is no bound yet.
        measureExcesses(problem, positions, levels.of, gains);
        bound = levels.value + knapsack.fill(gains);
      }
      if (isMixTried) near = knapsack.near(gains);
      if (bound < least - 1e-4 * least) stride = Math.min(1, stride * 1.2);
      else stride *= 0.9;
      if (bound < least) {
        least = bound;
        atBest.set(gains);
        const { gainPerWeight } = knapsack;
        const filled = knapsack;
        worthAtBest = (which) => gainPerWeight * filled.weightOf(which);
      }
      if (!levels.stepDown(positions, knapsack, stride * (bound - plan.value))) break;
    }
  }
  const promises = new Float64Array(problem.candidates.length).fill(-Infinity);
  positions.forEach((position, which) => (promises[position] = (atBest[which] ?? 0) - worthAtBest(which)));
  return { bound: Math.max(least, plan.value), promises };
}

/** What does not fit even alone with its prerequisites is in no plan. */
function affordable({ rows }: StackProblem, limits: StackLimits): number[] {
  const positions: number[] = [];
  rows.closures.forEach((closure, position) => {
    let [price, hours] = [0, 0];
    for (const member of closure) {
      price += rows.prices[member] ?? 0;
      hours += rows.hours[member] ?? 0;
    }
    if (fitsLimits(price, hours, closure.length, limits)) positions.push(position);
  });
  return positions;
}

/** Each candidate's part of the mixed limit, 1 being all of it; null when the mix leans on a limit that is not there. */
function mixedWeights(
  { rows }: StackProblem,
  positions: readonly number[],
  limits: StackLimits,
  [onPrice, onHours, onCount]: Mix,
): Float64Array | null {
  // Of a limit of 0, an affordable candidate needs 0. The limits carry the tolerance of fitsLimits.
  const part = (on: number, amount: number, limit: number): number => {
    if (on === 0 || amount === 0) return 0;
    return limit === Infinity ? NaN : (on * amount) / (limit + 1e-9);
  };
  const weights = Float64Array.from(positions, (position) => {
    const [price, hours] = [rows.prices[position] ?? 0, rows.hours[position] ?? 0];
    return part(onPrice, price, limits.price) + part(onHours, hours, limits.hours) + part(onCount, 1, limits.count);
  });
  return weights.some(Number.isNaN) ? null : weights;
}

/** gapShare x coverage beyond the levels, summed for each candidate into `gains`. @param among only these; absent: all */
function measureExcesses(
  { weights, rows }: StackProblem,
  positions: readonly number[],
  levels: Float64Array,
  gains: Float64Array,
  among?: readonly number[],
): void {
  const { starts, gapPositions, coverages } = rows;
  const count = among?.length ?? positions.length;
  for (let one = 0; one < count; one += 1) {
    const which = among === undefined ? one : (among[one] ?? 0);
    const position = positions[which] ?? 0;
    const end = starts[position + 1] ?? 0;
    let sum = 0;
    for (let at = starts[position] ?? 0; at < end; at += 1) {
      const gap = gapPositions[at] ?? 0;
      const beyond = (coverages[at] ?? 0) - (levels[gap] ?? 0);
      if (beyond > 0) sum += (weights[gap] ?? 0) * beyond;
    }
    gains[which] = sum;
  }
}

function tightest(knapsacks: readonly Knapsack[], gains: Float64Array): Knapsack | undefined {
  let best: { sum: number; knapsack: Knapsack } | undefined;
  for (const knapsack of knapsacks) {
    const sum = knapsack.fill(gains);
    if (best === undefined || sum < best.sum) best = { sum, knapsack };
  }
  return best?.knapsack;
}

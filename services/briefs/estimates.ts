/**
 * Credentials near the outcomes of a new one in; the hours and the EQF level it is likely to need out, as an estimate
 * with its range, or unknown. Only stated workloads and levels count.
 */
import type { Estimate } from '../domain/brief.ts';
import type { Credential } from '../domain/credential.ts';

/** Fewer levels than this are an accident of one catalogue entry. */
const LEAST_LEVELS = 3;

/**
 * Hours for one outcome: the median over the nearest credentials of workload / number of learning outcomes. A credential
 * that states no outcomes says nothing about the hours of one.
 */
export function estimateOutcomeHours(nearest: readonly Credential[]): Estimate {
  const hours = nearest.flatMap(({ workloadHours, learningOutcomes }) =>
    workloadHours === null || learningOutcomes.length === 0 ? [] : [workloadHours / learningOutcomes.length],
  );
  return estimateOf(hours, `workload per outcome of ${hours.length} of the ${nearest.length} nearest credentials`);
}

/** The sum over outcomes; unknown as soon as one is, with the known part in the basis. */
export function sumHours(outcomes: readonly Estimate[]): Estimate {
  const known = outcomes.filter((outcome): outcome is Estimate & { value: number } => outcome.value !== null);
  const sum = known.reduce((total, { value }) => total + value, 0);
  const low = known.reduce((total, { range, value }) => total + (range?.[0] ?? value), 0);
  const high = known.reduce((total, { range, value }) => total + (range?.[1] ?? value), 0);
  const isKnown = known.length === outcomes.length && known.length > 0;
  return {
    value: isKnown ? sum : null,
    range: isKnown ? [low, high] : null,
    n: known.reduce((total, { n }) => total + n, 0),
    basis:
      isKnown || known.length === 0
        ? `sum over ${outcomes.length} outcomes, known for ${known.length}`
        : `known for ${known.length} of ${outcomes.length} outcomes: ${sum.toFixed(0)} hours for those`,
  };
}

/** EQF level of a first post-secondary occupation by ISCO-08 skill level (ILO 2012, table 1): 4, 3, 2 and 1. */
const EQF_BY_MAJOR_GROUP: Record<string, number> = {
  '1': 6,
  '2': 6,
  '3': 5,
  '4': 4,
  '5': 4,
  '6': 4,
  '7': 4,
  '8': 4,
  '9': 2,
};

/**
 * Median EQF level of the nearest credentials where three or more state one; otherwise that of the occupations asking.
 * @param iscoWeights expected askings by ISCO code
 */
export function estimateLevel(nearest: readonly Credential[], iscoWeights: ReadonlyMap<string, number>): Estimate {
  const levels = nearest.flatMap(({ eqfLevel }) => eqfLevel ?? []);
  if (levels.length >= LEAST_LEVELS) {
    const estimate = estimateOf(levels, `stated by ${levels.length} of the ${nearest.length} nearest credentials`);
    return { ...estimate, value: Math.round(estimate.value ?? 0) };
  }
  const weights = new Map<number, number>();
  for (const [code, weight] of iscoWeights) {
    const level = EQF_BY_MAJOR_GROUP[code.slice(0, 1)];
    if (level !== undefined) weights.set(level, (weights.get(level) ?? 0) + weight);
  }
  const [most] = [...weights].sort(([a, x], [b, y]) => y - x || a - b);
  if (most === undefined)
    return { value: null, range: null, n: 0, basis: 'no near credential states one, no occupation is known' };
  const all = [...weights.keys()];
  const n = Math.round([...weights.values()].reduce((sum, weight) => sum + weight, 0));
  return {
    value: most[0],
    range: [Math.min(...all), Math.max(...all)],
    n,
    basis: 'skill level (ISCO-08) of most occupations asking, since too few near credentials state an EQF level',
  };
}

function estimateOf(values: readonly number[], basis: string): Estimate {
  if (values.length === 0) return { value: null, range: null, n: 0, basis };
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const value = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { value, range: [sorted[0] ?? 0, sorted.at(-1) ?? 0], n: values.length, basis };
}

/**
 * Weekly counts of one skill in, the slope of its share over time out, or null when the data cannot carry one.
 *
 * Logistic regression of the weekly share on the week, each week weighted by its postings, by iteratively reweighted
 * least squares (McCullagh & Nelder 1989, ch. 4). Postings of one week resemble each other, so the plain standard error
 * is too small: it is scaled by the root of Pearson's chi-square per degree of freedom, never below 1 (quasi-binomial,
 * their 4.5), and the interval uses Student's t with weeks - 2 degrees of freedom. `stable` says that the slope cannot
 * be told from 0, which on few postings is not the same as "nothing changes".
 */
import { betaQuantile } from './beta.ts';

export interface WeekCount {
  /** Whole weeks since any fixed start; gaps are allowed. */
  week: number;
  /** Postings of the week. */
  n: number;
  /** Of these, the expected number that ask for the skill. */
  expectedCount: number;
}

export interface SkillTrend {
  direction: 'emerging' | 'declining' | 'stable';
  /** Change of the log-odds of being asked for, per week. */
  slope: number;
  /** 90 % interval of the slope. */
  interval: [low: number, high: number];
}

export interface TrendOptions {
  /** Fewest postings in each half of the window. Default 10. */
  floor?: number;
}

/**
 * Null when either half of the window (from its first week to its last, the middle one in neither) has fewer postings
 * than the floor, when fewer than 3 weeks have postings, or when no finite slope fits: all, none, or a clean cut in time.
 */
export function measureTrend(weeks: readonly WeekCount[], { floor = 10 }: TrendOptions = {}): SkillTrend | null {
  const counted = weeks.filter((week) => week.n > 0);
  const middle = (Math.min(...weeks.map(({ week }) => week)) + Math.max(...weeks.map(({ week }) => week))) / 2;
  const postings = (some: WeekCount[]): number => some.reduce((sum, { n }) => sum + n, 0);
  const earlyCount = postings(counted.filter(({ week }) => week < middle));
  const lateCount = postings(counted.filter(({ week }) => week > middle));
  if (counted.length < 3 || earlyCount < floor || lateCount < floor) return null;

  const fit = fitLogit(counted);
  if (fit === null) return null;
  const margin = studentQuantile95(counted.length - 2) * fit.standardError;
  const interval: SkillTrend['interval'] = [fit.slope - margin, fit.slope + margin];
  return {
    direction: interval[0] > 0 ? 'emerging' : interval[1] < 0 ? 'declining' : 'stable',
    slope: fit.slope,
    interval,
  };
}

/** The 95 % quantile of Student's t, from t^2 = f (1 - x) / x with x ~ Beta(f/2, 1/2) (Abramowitz & Stegun 26.7.1). */
export function studentQuantile95(freedom: number): number {
  const x = betaQuantile({ alpha: freedom / 2, beta: 0.5 }, 0.1);
  return Math.sqrt((freedom * (1 - x)) / x);
}

function fitLogit(weeks: readonly WeekCount[]): { slope: number; standardError: number } | null {
  const total = weeks.reduce((sum, { n }) => sum + n, 0);
  const asked = weeks.reduce((sum, { expectedCount }) => sum + expectedCount, 0);
  if (asked <= 0 || asked >= total) return null;
  // Centred weeks keep the 2 x 2 equations well conditioned whatever the origin of the week numbers.
  const centre = weeks.reduce((sum, { n, week }) => sum + n * week, 0) / total;
  let intercept = Math.log(asked / (total - asked));
  let slope = 0;
  for (let round = 0; round < 50; round += 1) {
    const sums = informationAt(weeks, centre, intercept, slope);
    const determinant = sums.weight * sums.weightTT - sums.weightT ** 2;
    // Fitted shares of 0 and 1 everywhere: the likelihood rises without end, there is no finite slope.
    if (!(determinant > 1e-12 * sums.weight * sums.weightTT)) return null;
    const stepSlope = (sums.weight * sums.residualT - sums.weightT * sums.residual) / determinant;
    intercept += (sums.weightTT * sums.residual - sums.weightT * sums.residualT) / determinant;
    slope += stepSlope;
    if (Math.abs(stepSlope) < 1e-10 * Math.max(1e-3, Math.abs(slope))) {
      const last = informationAt(weeks, centre, intercept, slope);
      const dispersion = Math.max(1, last.pearson / (weeks.length - 2));
      const variance = last.weight / (last.weight * last.weightTT - last.weightT ** 2);
      return { slope, standardError: Math.sqrt(dispersion * variance) };
    }
  }
  return null;
}

/** Score and information of the two parameters, and Pearson's chi-square, at (intercept, slope). */
function informationAt(weeks: readonly WeekCount[], centre: number, intercept: number, slope: number) {
  const sums = { weight: 0, weightT: 0, weightTT: 0, residual: 0, residualT: 0, pearson: 0 };
  for (const { week, n, expectedCount } of weeks) {
    const t = week - centre;
    const share = 1 / (1 + Math.exp(-intercept - slope * t));
    const weight = n * share * (1 - share);
    const residual = expectedCount - n * share;
    sums.weight += weight;
    sums.weightT += weight * t;
    sums.weightTT += weight * t * t;
    sums.residual += residual;
    sums.residualT += residual * t;
    if (weight > 0) sums.pearson += residual ** 2 / weight;
  }
  return sums;
}

/**
 * Weekly counts of one skill in, the slope of its share over time out, or null when the data cannot carry one.
 *
 * Logistic regression of the weekly share on the week, each week weighted by its postings, by iteratively reweighted
 * least squares (McCullagh & Nelder 1989, ch. 4). Each source has an intercept of its own and all have one slope: a board
 * that was read in 2020 and a register read in 2025 list different jobs, and a newcomer would read that as a trend of five
 * years. Postings of one week resemble each other, so the plain standard error is too small: it is scaled by the root of
 * Pearson's chi-square per degree of freedom, never below 1 (quasi-binomial, their 4.5), and the interval uses Student's t
 * with the same degrees of freedom, weeks less intercepts and slope. `stable` says that the slope cannot be told from 0,
 * which on few postings is not the same as "nothing changes".
 */
import { groupBy } from '../domain/group-by.ts';
import { betaQuantile } from './beta.ts';

export interface WeekCount {
  /** Whole weeks since any fixed start; gaps are allowed. */
  week: number;
  /** Weeks of different sources are not compared with each other. Absent: all are of one. */
  source?: string;
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
  /** Fewest postings in each half of the window, and in each point that is fitted. Default 10. */
  floor?: number;
}

/**
 * A source counts when either half of its window (from its first week to its last, the middle one in neither) has as many
 * postings as the floor, and some but not all of its postings ask for the skill; weeks with fewer postings than the floor are taken
 * together with their neighbours. Null when no source counts, when their weeks are no more than the numbers to be fitted,
 * or when no finite slope fits: a clean cut in time.
 */
export function measureTrend(weeks: readonly WeekCount[], { floor = 10 }: TrendOptions = {}): SkillTrend | null {
  const series = [...groupBy(weeks, ({ source }) => source ?? '').values()].flatMap((some) => seriesOf(some, floor));
  const freedom = series.reduce((sum, some) => sum + some.weeks.length, 0) - series.length - 1;
  if (series.length === 0 || freedom < 1) return null;
  const fit = fitLogit(series, freedom);
  if (fit === null) return null;
  const margin = studentQuantile95(freedom) * fit.standardError;
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

/** The weeks of one source, and what is fitted to them. */
interface Series {
  weeks: readonly WeekCount[];
  /** Centred weeks keep the equations well conditioned whatever the origin of the week numbers. */
  centre: number;
  intercept: number;
}

/** None when the source does not count. */
function seriesOf(all: readonly WeekCount[], floor: number): Series[] {
  const weeks = all.filter(({ n }) => n > 0);
  const middle = (Math.min(...all.map(({ week }) => week)) + Math.max(...all.map(({ week }) => week))) / 2;
  const postings = (some: readonly WeekCount[]): number => some.reduce((sum, { n }) => sum + n, 0);
  const [total, asked] = [postings(weeks), weeks.reduce((sum, { expectedCount }) => sum + expectedCount, 0)];
  const isEnough = [weeks.filter(({ week }) => week < middle), weeks.filter(({ week }) => week > middle)].every(
    (half) => postings(half) >= floor,
  );
  if (!isEnough || asked <= 0 || asked >= total) return [];
  const centre = weeks.reduce((sum, { n, week }) => sum + n * week, 0) / total;
  return [{ weeks: gathered(weeks, floor), centre, intercept: Math.log(asked / (total - asked)) }];
}

/**
 * Neighbouring weeks taken together until they have as many postings as the floor. The many weeks of one or two postings
 * before a board was read agree with any share: each would count as a degree of freedom and make the rest look sure.
 */
function gathered(weeks: readonly WeekCount[], floor: number): WeekCount[] {
  const found: WeekCount[] = [];
  for (const week of [...weeks].sort((a, b) => a.week - b.week)) {
    const last = found.at(-1);
    if (last === undefined || last.n >= floor) found.push(week);
    else found[found.length - 1] = together(last, week);
  }
  const [beforeLast, last] = found.slice(-2);
  if (beforeLast !== undefined && last !== undefined && last.n < floor) found.splice(-2, 2, together(beforeLast, last));
  return found;
}

function together(a: WeekCount, b: WeekCount): WeekCount {
  const n = a.n + b.n;
  return { week: (a.week * a.n + b.week * b.n) / n, n, expectedCount: a.expectedCount + b.expectedCount };
}

function fitLogit(series: Series[], freedom: number): { slope: number; standardError: number } | null {
  let slope = 0;
  for (let round = 0; round < 50; round += 1) {
    const parts = series.map((one) => informationAt(one, slope));
    // What the slope is known by once each source's intercept is fitted (the Schur complement of the intercepts).
    const information = parts.reduce((sum, { weight, weightT, weightTT }) => sum + weightTT - weightT ** 2 / weight, 0);
    const scale = parts.reduce((sum, { weightTT }) => sum + weightTT, 0);
    // Fitted shares of 0 and 1 everywhere: the likelihood rises without end, there is no finite slope.
    if (!(information > 1e-12 * scale)) return null;
    const stepSlope =
      parts.reduce((sum, part) => sum + part.residualT - (part.weightT * part.residual) / part.weight, 0) / information;
    if (Math.abs(stepSlope) < 1e-10 * Math.max(1e-3, Math.abs(slope))) {
      const dispersion = Math.max(1, parts.reduce((sum, { pearson }) => sum + pearson, 0) / freedom);
      return { slope, standardError: Math.sqrt(dispersion / information) };
    }
    parts.forEach(({ residual, weight, weightT }, at) => {
      const one = series[at];
      if (one !== undefined) one.intercept += (residual - weightT * stepSlope) / weight;
    });
    slope += stepSlope;
  }
  return null;
}

/** Score and information of a source's intercept and the slope, and its part of Pearson's chi-square. */
function informationAt({ weeks, centre, intercept }: Series, slope: number) {
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

/** Counts by week in, shares of steps of four weeks out: single weeks of a region have too few postings to draw. */
export const STEP_WEEKS = 4;

/**
 * @param expected expected postings a week that ask for the skill
 * @param weeks all postings of the same weeks
 * @returns 0 to 1, null for a step without postings
 */
export function monthlyShares(expected: readonly number[], weeks: readonly { n: number }[]): (number | null)[] {
  const shares: (number | null)[] = [];
  for (let first = 0; first < Math.min(expected.length, weeks.length); first += STEP_WEEKS) {
    const n = sum(weeks.slice(first, first + STEP_WEEKS).map((week) => week.n));
    shares.push(n === 0 ? null : sum(expected.slice(first, first + STEP_WEEKS)) / n);
  }
  return shares;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The trend of a skill in, how much it raises the worth of a white space out, 0 to 1.
 *
 * Change of the log-odds of being asked for over a quarter (13 weeks), where it is surely above 0. At most 1: what grew
 * fast for two months will not go on so, and one skill must not double a bundle more than once.
 */
import type { SkillTrend } from '../gaps/measure-trend.ts';

const WEEKS_OF_A_QUARTER = 13;

export function growthOf(trend: SkillTrend | null): number {
  return trend?.direction === 'emerging' ? Math.min(1, WEEKS_OF_A_QUARTER * trend.slope) : 0;
}

/** Weekly counts of each source as the store keeps them in, the trend of each skill out. */
import { groupBy } from '../domain/group-by.ts';
import type { Scope } from '../domain/scope.ts';
import { measureTrend, type SkillTrend } from '../gaps/measure-trend.ts';
import type { DemandStore } from '../store/store.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

export async function weeklyTrends(
  scope: Scope,
  skillIds: readonly string[],
  demand: Pick<DemandStore, 'weeklyBySource'>,
): Promise<Map<string, SkillTrend | null>> {
  const rows = groupBy(await demand.weeklyBySource(scope, skillIds), ({ skillId }) => skillId);
  return new Map(
    skillIds.map((skillId) => [
      skillId,
      measureTrend(
        (rows.get(skillId) ?? []).map(({ week, ...counts }) => ({
          ...counts,
          week: Math.round(Date.parse(`${week}T00:00:00Z`) / WEEK_MS),
        })),
      ),
    ]),
  );
}

/**
 * The counts of a scope from the rows themselves, in SQL: slow, and what the counts kept in memory must equal to the last
 * bit. For the contract of the store and the bench; answers never wait for it.
 */
import type { SkillCount } from '../domain/gap.ts';
import type { Scope } from '../domain/scope.ts';
import { scopeFilter } from './scope-filter.ts';
import type { SqlDriver } from './sql-driver.ts';
import type { DemandStore } from './store.ts';
import type { View } from './view.ts';

export async function recountSkills(driver: SqlDriver, scope: Scope, view: View): ReturnType<DemandStore['recount']> {
  const { sql, parameters } = scopeFilter(scope, view);
  const originals = `duplicate_of is null and posting.linker_id is not null and ${sql}`;
  const [totals] = await driver.query<{ n: number; employers: number }>(
    `select count(*)::int as n, count(distinct employer_key)::int as employers from posting where ${originals}`,
    parameters,
  );
  // Duplicates are not linked themselves: a duplicate belongs to the scope that its own fields name.
  const [removed] = await driver.query<{ n: number }>(
    `select count(*)::int as n from posting where duplicate_of is not null and ${sql}`,
    parameters,
  );
  // Multiples of 2^-32 add up exactly in any order: services/store/posting-facts.ts.
  const skills = await driver.query<SkillCount>(
    `select s.skill_id as "skillId", sum(round(s.probability * 4294967296)) / 4294967296 as "expectedCount",
       sum(round(s.probability * s.probability * 4294967296)) / 4294967296 as "squaredCount",
       sum(round(s.must_probability * 4294967296)) / 4294967296 as "mustCount",
       count(*)::int as "postingCount", count(distinct posting.employer_key)::int as "employerCount"
     from posting join posting_skill s on s.posting_id = posting.id
     where ${originals} group by s.skill_id order by s.skill_id collate "C"`,
    parameters,
  );
  return { n: totals?.n ?? 0, employers: totals?.employers ?? 0, skills, duplicatesRemoved: removed?.n ?? 0 };
}

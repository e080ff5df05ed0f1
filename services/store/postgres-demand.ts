/** Counts over linked postings of one scope. Duplicates never count; the formulas live in services/gaps. */
import type { ScopeCounts, SkillCount } from '../domain/gap.ts';
import type { Scope } from '../domain/scope.ts';
import { idsParameter, insertRows, storableText, type SqlDriver } from './sql-driver.ts';
import { readPostings } from './read-postings.ts';
import type { DemandEvidence, DemandStore, WorkforceRow } from './store.ts';

export interface Filter {
  sql: string;
  parameters: unknown[];
}

/** Conditions on `posting` for a scope; parameters are numbered from `first`. */
function scopeFilter(scope: Scope, first = 1): Filter {
  const conditions: string[] = ['posting.linker_id is not null'];
  const parameters: unknown[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    parameters.push(typeof value === 'string' ? storableText(value) : value);
    conditions.push(condition(`$${first + parameters.length - 1}`));
  };
  if (scope.region) add((place) => `posting.region_path @> array[${place}::text]`, scope.region.code);
  if (scope.employer) add((place) => `posting.employer_key = ${place}`, scope.employer.key);
  if (scope.postingId !== null) add((place) => `posting.id = ${place}`, scope.postingId);
  if (scope.occupation) {
    if (scope.occupation.iscoCode !== null && scope.occupation.ids.length === 0) {
      add((place) => `posting.isco_code like ${place}`, `${scope.occupation.iscoCode}%`);
    } else {
      add(
        (place) => `posting.occupation_id in (select json_array_elements_text(${place}::json))`,
        idsParameter(scope.occupation.ids),
      );
    }
  }
  if (scope.since !== null) add((place) => `posting.posted_on >= ${place}::date`, scope.since);
  if (scope.until !== null) add((place) => `posting.posted_on <= ${place}::date`, scope.until);
  return { sql: conditions.join(' and '), parameters };
}

export function postgresDemand(driver: SqlDriver): DemandStore {
  return {
    counts: (scope) => countSkills(driver, scope),

    postingSkills(scope, skillIds) {
      const filter = scopeFilter(scope, 2);
      return driver.query(
        `select s.posting_id as "postingId", posting.employer_key as "employerKey", s.skill_id as "skillId", s.probability,
           s.must_probability as "mustProbability" from posting_skill s
         join posting on posting.id = s.posting_id and posting.duplicate_of is null and ${filter.sql}
         where s.skill_id in (select json_array_elements_text($1::json)) order by s.posting_id, s.skill_id`,
        [idsParameter(skillIds), ...filter.parameters],
      );
    },

    weekly(scope, skillIds) {
      const filter = scopeFilter(scope, 2);
      return driver.query(
        `with scoped as (
           select posting.id, date_trunc('week', posting.posted_on)::date as week from posting
           where posting.duplicate_of is null and posting.posted_on is not null and ${filter.sql}),
         weeks as (select week, count(*)::int as n from scoped group by week),
         asked as (select json_array_elements_text($1::json) as skill_id),
         found as (select scoped.week, s.skill_id, sum(s.probability) as expected from scoped
           join posting_skill s on s.posting_id = scoped.id join asked on asked.skill_id = s.skill_id group by 1, 2)
         select weeks.week::text, weeks.n, asked.skill_id as "skillId", coalesce(found.expected, 0)::float8 as "expectedCount"
         from weeks cross join asked left join found on found.week = weeks.week and found.skill_id = asked.skill_id
         order by 3, 1`,
        [idsParameter(skillIds), ...filter.parameters],
      );
    },

    evidence(scope, skillIds, perSkill) {
      const filter = scopeFilter(scope, 3);
      return driver.query<DemandEvidence>(
        `with quoted as (
           select l.skill_id, posting.id as posting_id, posting.title, posting.employer, posting.posted_on, r.text,
             l.start_offset - r.start_offset as start_in, l.end_offset - r.start_offset as end_in, l.confidence,
             row_number() over (partition by l.skill_id, coalesce(posting.employer_key, posting.id)
               order by l.confidence desc, length(r.text), posting.id collate "C", l.requirement_position) as turn
           from skill_link l
           join posting on posting.id = l.posting_id and posting.duplicate_of is null and ${filter.sql}
           join requirement r on r.posting_id = l.posting_id and r.position = l.requirement_position
           where l.skill_id in (select json_array_elements_text($1::json))),
         ranked as (select *, row_number() over (partition by skill_id
             order by turn, confidence desc, length(text), posting_id collate "C") as place from quoted)
         select skill_id as "skillId", posting_id as "postingId", title, employer, posted_on::text as "postedOn", text as quote,
           start_in as start, end_in as "end", confidence
         from ranked where place <= $2 order by skill_id, place`,
        [idsParameter(skillIds), perSkill, ...filter.parameters],
      );
    },

    unlinkedRequirements(scope, language, limit) {
      const filter = scopeFilter(scope, 3);
      return driver.query(
        `select min(r.text collate "C") as text, count(distinct r.posting_id)::int as "postingCount" from requirement r
         join posting on posting.id = r.posting_id and posting.duplicate_of is null
           and coalesce(posting.language, $1) = $1 and ${filter.sql}
         where not exists (select 1 from skill_link l where l.posting_id = r.posting_id and l.requirement_position = r.position)
         group by regexp_replace(lower(r.text), '\\s+', ' ', 'g') order by 2 desc, 1 limit $2`,
        [language, limit, ...filter.parameters],
      );
    },

    readPostings: (scope, side, language, limit) => readPostings(driver, scopeFilter(scope, 3), side, language, limit),

    employers: () =>
      driver.query(
        `select employer_key as key, min(employer) as name, count(*)::int as "postingCount" from posting
         where employer_key is not null and duplicate_of is null group by employer_key order by 3 desc, 1`,
      ),

    regions: () =>
      driver.query(
        `select code, count(*)::int as "postingCount" from posting, unnest(region_path) as code
         where duplicate_of is null group by code order by 2 desc, 1`,
      ),

    saveWorkforce: (employer, rows) =>
      driver.transaction(async (transaction) => {
        await transaction.query('delete from workforce_skill where employer_key = $1', [employer.key]);
        await insertRows(
          transaction,
          'workforce_skill',
          { employer_key: 'text', employer: 'text', skill: 'text', head_count: 'integer', proficiency: 'integer' },
          rows.map((row) => ({
            ...row,
            employer_key: employer.key,
            employer: employer.name,
            head_count: row.headCount,
          })),
        );
      }),

    workforce: (employerKey) =>
      driver.query<WorkforceRow>(
        'select skill, head_count as "headCount", proficiency from workforce_skill where employer_key = $1 order by skill',
        [employerKey],
      ),
  };
}

async function countSkills(driver: SqlDriver, scope: Scope): Promise<ScopeCounts & { duplicatesRemoved: number }> {
  const filter = scopeFilter(scope);
  // Duplicates are not linked themselves: a duplicate belongs to the scope that its own fields name.
  const unlinked = { ...filter, sql: filter.sql.replace('posting.linker_id is not null', 'true') };
  const [totals] = await driver.query<{ n: number; employers: number }>(
    `select count(*)::int as n, count(distinct employer_key)::int as employers from posting
     where duplicate_of is null and ${filter.sql}`,
    filter.parameters,
  );
  const [removed] = await driver.query<{ n: number }>(
    `select count(*)::int as n from posting where duplicate_of is not null and ${unlinked.sql}`,
    unlinked.parameters,
  );
  const skills = await driver.query<SkillCount>(
    `select s.skill_id as "skillId", sum(s.probability)::float8 as "expectedCount", sum(s.must_probability)::float8 as "mustCount",
       count(*)::int as "postingCount", count(distinct posting.employer_key)::int as "employerCount"
     from posting join posting_skill s on s.posting_id = posting.id
     where posting.duplicate_of is null and ${filter.sql}
     group by s.skill_id order by s.skill_id`,
    filter.parameters,
  );
  return { n: totals?.n ?? 0, employers: totals?.employers ?? 0, skills, duplicatesRemoved: removed?.n ?? 0 };
}

/**
 * Counts over linked postings of one scope, from the facts this process keeps; the words of a quote from the tables.
 * Duplicates never count; the formulas live in services/gaps.
 */
import { askingPostings, necessityCounts } from './asking-rows.ts';
import { choosePhrases } from './choose-phrases.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { countOccupations, countPlaces } from './count-places.ts';
import { countRemainders, countSkills, countWeeks, countWeeksBySource, listPostingSkills } from './count-facts.ts';
import { factsSeenBy, type PostingFacts } from './posting-facts.ts';
import { readPostings } from './read-postings.ts';
import { recountSkills } from './recount-skills.ts';
import { scopeFilter } from './scope-filter.ts';
import { insertRows, type SqlDriver } from './sql-driver.ts';
import type { DemandEvidence, DemandStore, WorkforceRow } from './store.ts';
import { isVisible, type View } from './view.ts';

/** @param followAll the facts of all postings as they are now: kept once, whoever looks at them */
export function postgresDemand(
  driver: SqlDriver,
  followAll: () => Promise<PostingFacts>,
  view: View = 'everything',
): DemandStore {
  const seen = view === 'everything' ? (facts: PostingFacts) => facts : factsSeenBy(view.organisation);
  const follow = async () => seen(await followAll());
  /** Counts what was not asked before, or not since the last change. */
  const counted = async <Answer>(question: readonly unknown[], count: (facts: PostingFacts) => Answer) => {
    const facts = await follow();
    return facts.remember(question, () => count(facts));
  };

  const employers = untilChanged<EmployerRow>(driver, follow);
  const regions = untilChanged<RegionRow>(driver, follow);

  return {
    counts: (scope) => counted(['counts', scope], (facts) => countSkills(facts, scope)),
    remainders: (scope, broader) =>
      counted(['remainders', scope, broader], (facts) => countRemainders(facts, scope, broader)),
    recount: (scope) => recountSkills(driver, scope, view),
    postingSkills: async (scope, skillIds) => listPostingSkills(await follow(), scope, skillIds),
    weekly: (scope, skillIds) => counted(['weekly', scope, skillIds], (facts) => countWeeks(facts, scope, skillIds)),

    weeklyBySource: (scope, skillIds) =>
      counted(['weekly by source', scope, skillIds], (facts) => countWeeksBySource(facts, scope, skillIds)),

    async evidence(scope, skillIds, perSkill) {
      const chosen = await counted(['quotes', scope, skillIds, perSkill], (facts) =>
        chooseQuotes(facts, scope, skillIds, perSkill),
      );
      return driver.query<DemandEvidence>(
        `select l.skill_id as "skillId", posting.id as "postingId", posting.title, posting.employer,
           posting.posted_on::text as "postedOn", r.text as quote, l.start_offset - r.start_offset as start,
           l.end_offset - r.start_offset as "end", l.confidence
         from json_to_recordset($1::json) as chosen ("skillId" text, "postingId" text, position integer, place integer)
         join posting on posting.id = chosen."postingId"
         join requirement r on r.posting_id = chosen."postingId" and r.position = chosen.position
         join skill_link l on l.posting_id = chosen."postingId" and l.requirement_position = chosen.position
           and l.skill_id = chosen."skillId"
         order by l.skill_id collate "C", chosen.place`,
        [JSON.stringify(chosen)],
      );
    },

    async unlinkedRequirements(scope, language, limit) {
      const chosen = await counted(['phrases', scope, language, limit], (facts) =>
        choosePhrases(facts, scope, language, limit),
      );
      return driver.query(
        `select r.text, chosen."postingCount"
         from json_to_recordset($1::json) as chosen ("postingId" text, position integer, "postingCount" integer)
         join requirement r on r.posting_id = chosen."postingId" and r.position = chosen.position
         order by 2 desc, r.text collate "C"`,
        [JSON.stringify(chosen)],
      );
    },

    askingPostings: (scope) => askingPostings(driver, scopeFilter(scope, view)),
    necessityCounts: (scope, skillIds) => necessityCounts(driver, scopeFilter(scope, view, 2), skillIds),

    readPostings: (scope, side, language, limit) =>
      readPostings(driver, scopeFilter(scope, view, 3), side, language, limit, view),

    places: (scope, skillId) => counted(['places', scope, skillId], (facts) => countPlaces(facts, scope, skillId)),
    occupations: (scope) => counted(['occupations', scope], (facts) => countOccupations(facts, scope)),

    employers: () =>
      employers(
        `select employer_key as key, min(employer) as name, count(*)::int as "postingCount" from posting
         where employer_key is not null and duplicate_of is null and ${isVisible(view, 'posting')} group by employer_key order by 3 desc, 1`,
      ),

    regions: () =>
      regions(
        `select code, count(*)::int as "postingCount" from posting, unnest(region_path) as code
         where duplicate_of is null and ${isVisible(view, 'posting')} group by code order by 2 desc, 1`,
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

type EmployerRow = Awaited<ReturnType<DemandStore['employers']>>[number];
type RegionRow = Awaited<ReturnType<DemandStore['regions']>>[number];

/** Asks once for as long as no posting changes: a search box asks at every letter. */
function untilChanged<Row>(driver: SqlDriver, follow: () => Promise<PostingFacts>): (sql: string) => Promise<Row[]> {
  let kept: { facts: readonly unknown[]; rows: Row[] } | undefined;
  return async (sql) => {
    // The same array until something changes.
    const facts = (await follow()).ordered();
    if (kept?.facts !== facts) kept = { facts, rows: await driver.query<Row>(sql) };
    return kept.rows;
  };
}

/** Facts of postings in, the counts of one scope out: skills, weeks, and the skills of each posting. */
import type { ScopeCounts, ScopeRemainder, SkillCount } from '../domain/gap.ts';
import type { PostingSkill } from '../domain/posting.ts';
import type { Scope } from '../domain/scope.ts';
import { compareIds } from '../domain/units.ts';
import { PROBABILITY_UNITS, UNKNOWN, type PostingFact, type PostingFacts } from './posting-facts.ts';
import { countDuplicatesIn, dateOf, mondayOf, originalsIn } from './scope-facts.ts';

export interface WeeklyCount {
  /** The Monday it begins on. */
  week: string;
  n: number;
  skillId: string;
  expectedCount: number;
}

/** Postings come by employer, so an employer is new to a skill when it is not the last one seen there. */
export function countSkills(facts: PostingFacts, scope: Scope): ScopeCounts & { duplicatesRemoved: number } {
  const postings = originalsIn(facts, scope);
  const expected = new Float64Array(facts.skills.size);
  const must = new Float64Array(facts.skills.size);
  const squared = new Float64Array(facts.skills.size);
  const postingCounts = new Uint32Array(facts.skills.size);
  const employerCounts = new Uint32Array(facts.skills.size);
  const lastEmployers = new Int32Array(facts.skills.size).fill(UNKNOWN);
  let employers = 0;
  let lastEmployer = UNKNOWN;
  for (const { employer, skills } of postings) {
    if (employer !== UNKNOWN && employer !== lastEmployer) employers += 1;
    lastEmployer = employer;
    for (let at = 0; at < skills.length; at += 4) {
      const skill = skills[at] ?? UNKNOWN;
      add(expected, skill, skills[at + 1]);
      add(must, skill, skills[at + 2]);
      add(squared, skill, skills[at + 3]);
      add(postingCounts, skill, 1);
      if (employer === UNKNOWN || lastEmployers[skill] === employer) continue;
      lastEmployers[skill] = employer;
      add(employerCounts, skill, 1);
    }
  }
  const skills: SkillCount[] = [];
  for (const [number, postingCount] of postingCounts.entries()) {
    if (postingCount === 0) continue;
    skills.push({
      skillId: facts.skills.keyOf(number),
      expectedCount: (expected[number] ?? 0) / PROBABILITY_UNITS,
      squaredCount: (squared[number] ?? 0) / PROBABILITY_UNITS,
      mustCount: (must[number] ?? 0) / PROBABILITY_UNITS,
      postingCount,
      employerCount: employerCounts[number] ?? 0,
    });
  }
  skills.sort((a, b) => compareIds(a.skillId, b.skillId));
  return { n: postings.length, employers, skills, duplicatesRemoved: countDuplicatesIn(facts, scope) };
}

/** What each broader scope holds beyond the narrower one. */
export function countRemainders(facts: PostingFacts, scope: Scope, broader: readonly Scope[]): ScopeRemainder[] {
  const inside = new Set(originalsIn(facts, scope));
  return broader.map((around) => {
    const beyond = originalsIn(facts, around).filter((fact) => !inside.has(fact));
    const employers = new Set(beyond.map(({ employer }) => employer));
    employers.delete(UNKNOWN);
    return { n: beyond.length, employers: employers.size };
  });
}

function add(sums: Float64Array | Uint32Array, at: number, amount = 0): void {
  sums[at] = (sums[at] ?? 0) + amount;
}

/** Every week with a posting, for every skill, also where it is asked for by none. By skill, then week. */
export function countWeeks(facts: PostingFacts, scope: Scope, skillIds: readonly string[]): WeeklyCount[] {
  return countWeeksOf(facts, scope, skillIds, () => '').map(({ week, n, skillId, expectedCount }) => ({
    week,
    n,
    skillId,
    expectedCount,
  }));
}

/** The same for each source by itself: what one lists is not what another does. By skill, week, source. */
export function countWeeksBySource(
  facts: PostingFacts,
  scope: Scope,
  skillIds: readonly string[],
): (WeeklyCount & { source: string })[] {
  return countWeeksOf(facts, scope, skillIds, ({ source }) => facts.sources.keyOf(source));
}

function countWeeksOf(
  facts: PostingFacts,
  scope: Scope,
  skillIds: readonly string[],
  sourceOf: (posting: PostingFact) => string,
): (WeeklyCount & { source: string })[] {
  const columns = columnsOf(facts, skillIds);
  const weeks = new Map<string, { week: string; source: string; n: number; expected: Float64Array }>();
  for (const posting of originalsIn(facts, scope)) {
    const { day, skills } = posting;
    if (day === null) continue;
    const [monday, source] = [mondayOf(day), sourceOf(posting)];
    const key = `${monday} ${source}`;
    const week = weeks.get(key) ?? {
      week: dateOf(monday),
      source,
      n: 0,
      expected: new Float64Array(skillIds.length),
    };
    weeks.set(key, week);
    week.n += 1;
    for (let at = 0; at < skills.length; at += 4) {
      const column = columns[skills[at] ?? UNKNOWN] ?? UNKNOWN;
      if (column !== UNKNOWN) add(week.expected, column, skills[at + 1]);
    }
  }
  const inTime = [...weeks.values()].sort((a, b) => compareIds(a.week, b.week) || compareIds(a.source, b.source));
  return [...skillIds.entries()]
    .sort(([, a], [, b]) => compareIds(a, b))
    .flatMap(([column, skillId]) =>
      inTime.map(({ week, source, n, expected }) => ({
        week,
        source,
        n,
        skillId,
        expectedCount: (expected[column] ?? 0) / PROBABILITY_UNITS,
      })),
    );
}

/** For each skill number its place in `skillIds`, UNKNOWN for the others. */
export function columnsOf(facts: PostingFacts, skillIds: readonly string[]): Int32Array {
  const columns = new Int32Array(facts.skills.size).fill(UNKNOWN);
  for (const [column, skillId] of skillIds.entries()) {
    const number = facts.skills.find(skillId);
    if (number !== undefined) columns[number] = column;
  }
  return columns;
}

/** What each posting of the scope asks for of these skills, by posting, then skill. */
export function listPostingSkills(
  facts: PostingFacts,
  scope: Scope,
  skillIds: readonly string[],
): (PostingSkill & { postingId: string; employerKey: string | null })[] {
  const columns = columnsOf(facts, skillIds);
  return originalsIn(facts, scope)
    .sort((a, b) => compareIds(a.id, b.id))
    .flatMap((fact) =>
      askedOf(fact, columns)
        .map(({ column, probability, mustProbability }) => ({
          postingId: fact.id,
          employerKey: fact.employer === UNKNOWN ? null : facts.employers.keyOf(fact.employer),
          skillId: skillIds[column] ?? '',
          probability,
          mustProbability,
        }))
        .sort((a, b) => compareIds(a.skillId, b.skillId)),
    );
}

function askedOf({ skills }: PostingFact, columns: Int32Array) {
  const asked: { column: number; probability: number; mustProbability: number }[] = [];
  for (let at = 0; at < skills.length; at += 4) {
    const column = columns[skills[at] ?? UNKNOWN] ?? UNKNOWN;
    if (column === UNKNOWN) continue;
    asked.push({
      column,
      probability: (skills[at + 1] ?? 0) / PROBABILITY_UNITS,
      mustProbability: (skills[at + 2] ?? 0) / PROBABILITY_UNITS,
    });
  }
  return asked;
}

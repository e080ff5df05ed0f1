/**
 * Store counts in, gaps of a scope out: the one place that reads demand and supply for every answer.
 */
import type { ScopeCounts, SkillGap, SkillSupply } from '../domain/gap.ts';
import type { Scope } from '../domain/scope.ts';
import { groupBy } from '../domain/group-by.ts';
import { countCoreSkills } from '../gaps/core-skill-view.ts';
import { measureDemand } from '../gaps/measure-demand.ts';
import { measureGaps } from '../gaps/measure-gaps.ts';
import { defaultFloors, suppressCells, type CellState } from '../gaps/suppress-cells.ts';
import type { DemandStore } from '../store/store.ts';
import { broaderScopes } from './broader-scopes.ts';
import { parentScope, scopeLabel } from './resolve-scope.ts';

export interface MeasuredScope {
  n: number;
  employers: number;
  duplicatesRemoved: number;
  /** Why nothing is shown, or null. */
  suppressed: string | null;
  /** Largest gap first; empty when suppressed. */
  gaps: SkillGap[];
  /** What the gaps were counted from; null when suppressed. */
  counted: { scope: CountedScope; parent: CountedScope | null } | null;
}

export interface MeasureOptions {
  seed: number;
  /** Skills asked for in fewer postings are noise and stay out of every answer. */
  minPostingCount: number;
}

/** Fewer postings than this with a link, and a skill is an accident of one advert. */
export const DEFAULT_MIN_POSTING_COUNT = 2;

/** What the store counted in a scope. A count reads every posting of the scope: take it once and hand it on. */
export type CountedScope = ScopeCounts & { duplicatesRemoved: number };

/** By what was counted, which a store gives again as long as nothing changes. */
const measuredBefore = new WeakMap<CountedScope, Map<string, Promise<MeasuredScope>>>();

/** Without supply the same counts give the same gaps: they are measured once, since half of an answer's time is this. */
export function measureScope(
  scope: Scope,
  counted: CountedScope,
  supplies: readonly SkillSupply[],
  demand: Pick<DemandStore, 'counts' | 'remainders' | 'occupations'>,
  options: MeasureOptions,
): Promise<MeasuredScope> {
  if (supplies.length > 0) return measure(scope, counted, supplies, demand, options);
  const known = measuredBefore.get(counted) ?? new Map<string, Promise<MeasuredScope>>();
  measuredBefore.set(counted, known);
  const key = JSON.stringify([scope, options.seed, options.minPostingCount]);
  const measured = known.get(key) ?? measure(scope, counted, supplies, demand, options);
  known.set(key, measured);
  measured.catch(() => known.delete(key));
  return measured;
}

async function measure(
  scope: Scope,
  counted: CountedScope,
  supplies: readonly SkillSupply[],
  demand: Pick<DemandStore, 'counts' | 'remainders' | 'occupations'>,
  options: MeasureOptions,
): Promise<MeasuredScope> {
  const { duplicatesRemoved, ...counts } = counted;
  const { n, employers } = counts;
  const cell = await cellOf(scope, counts, demand);
  if (cell.suppressed) return suppressedScope(cell.reason);
  const parent = parentScope(scope);
  const parentCounts = parent === null ? null : await demand.counts(parent);
  const minPostingCount = scope.postingId === null ? options.minPostingCount : 1;
  const demands = measureDemand(withoutAccidents(cell.counts, minPostingCount), parentCounts);
  return {
    n,
    employers,
    duplicatesRemoved,
    suppressed: null,
    gaps: measureGaps(demands, supplies, { seed: options.seed }),
    counted: { scope: counted, parent: parentCounts },
  };
}

/** The same scope seen through the WEF core skills: a posting counts once however many of its skills are mapped. */
export async function measureCoreSkills(
  scope: Scope,
  counted: CountedScope,
  coreSkillsBySkill: ReadonlyMap<string, readonly string[]>,
  demand: Pick<DemandStore, 'counts' | 'postingSkills' | 'remainders' | 'occupations'>,
  options: MeasureOptions,
): Promise<MeasuredScope> {
  const { duplicatesRemoved, ...counts } = counted;
  const cell = await cellOf(scope, counts, demand);
  if (cell.suppressed) return suppressedScope(cell.reason);
  const parent = parentScope(scope);
  const parentCounts = parent === null ? null : await demand.counts(parent);
  const core = await coreCounts(scope, counts, coreSkillsBySkill, demand);
  const parentCore =
    parent === null || parentCounts === null ? null : await coreCounts(parent, parentCounts, coreSkillsBySkill, demand);
  const gaps = measureGaps(measureDemand(core, parentCore), [], { seed: options.seed });
  return {
    n: counts.n,
    employers: counts.employers,
    duplicatesRemoved,
    suppressed: null,
    gaps,
    counted: { scope: counted, parent: parentCounts },
  };
}

function suppressedScope(reason: string): MeasuredScope {
  return { n: 0, employers: 0, duplicatesRemoved: 0, suppressed: reason, gaps: [], counted: null };
}

/** One posting is a learner's target, not a sample: the floors that keep noise out of shares would always hide it. */
async function cellOf(
  scope: Scope,
  counts: ScopeCounts,
  demand: Pick<DemandStore, 'remainders' | 'occupations'>,
): Promise<CellState> {
  if (scope.postingId !== null && counts.n > 0) return { suppressed: false, counts };
  // Of an occupation and its group the group is hidden: the occupation is what somebody wants to work as. docs/adr/0033.
  const alone = occupationAlone(scope);
  const isTarget = alone !== null && alone.ids.length > 0;
  const broader = broaderScopes(scope).filter(({ occupation }) => !isTarget || occupation === null);
  const remainders = broader.length === 0 ? [] : await demand.remainders(scope, broader);
  const within = alone !== null && !isTarget ? await demand.occupations(scope) : [];
  return suppressCells(counts, isOfRegion(scope), defaultFloors, [
    ...broader.flatMap((around, at) => {
      const beyond = remainders[at];
      return beyond === undefined ? [] : [{ ...beyond, label: scopeLabel(around), isRegion: isOfRegion(around) }];
    }),
    ...within.map(({ postingCount }) => ({
      n: counts.n - postingCount,
      employers: 0,
      label: 'the occupation that most of them hire for',
      isRegion: false,
    })),
  ]);
}

/** What a scope asks of that names an occupation, or a group of ISCO without ids, and nothing else; null for any other scope. */
function occupationAlone({ region, employer, since, until, occupation }: Scope): Scope['occupation'] {
  return region === null && employer === null && since === null && until === null ? occupation : null;
}

/** An employer within a region is an employer's scope. */
function isOfRegion({ region, employer }: Scope): boolean {
  return region !== null && employer === null;
}

async function coreCounts(
  scope: Scope,
  counts: ScopeCounts,
  coreSkillsBySkill: ReadonlyMap<string, readonly string[]>,
  demand: Pick<DemandStore, 'postingSkills'>,
): Promise<ScopeCounts> {
  const rows = await demand.postingSkills(scope, [...coreSkillsBySkill.keys()]);
  const byPosting = groupBy(rows, (row) => row.postingId);
  const asks = [...byPosting.values()].map((skills) => ({ employerKey: skills[0]?.employerKey ?? null, skills }));
  return { n: counts.n, employers: counts.employers, skills: countCoreSkills(asks, coreSkillsBySkill) };
}

function withoutAccidents(counts: ScopeCounts, minPostingCount: number): ScopeCounts {
  return { ...counts, skills: counts.skills.filter((skill) => skill.postingCount >= minPostingCount) };
}

const idsOf = new WeakMap<readonly SkillGap[], readonly string[]>();

/** The skills of the gaps, for the same gaps the same list: the store remembers what it found for one. */
export function skillIdsOf(gaps: readonly SkillGap[]): readonly string[] {
  const ids = idsOf.get(gaps) ?? gaps.map(({ skillId }) => skillId);
  idsOf.set(gaps, ids);
  return ids;
}

/**
 * "What does this scope ask for that is missing?": ranked gaps with intervals, evidence and what is taught already.
 */
import type { SkillGap, SkillSupply } from '../domain/gap.ts';
import type { LearnerProfile } from '../domain/profile.ts';
import type { GapReply, GapsReply, ReplyHeader } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import { toShare } from '../domain/units.ts';
import { groupBy } from '../domain/group-by.ts';
import { type AnswerDeps, type AnswerOptions } from './answer-deps.ts';
import { DEFAULT_MIN_POSTING_COUNT, measureCoreSkills, measureScope, type MeasuredScope } from './measure-scope.ts';
import { sharesOf, toEvidenceReply } from './gap-replies.ts';
import { coreSkillGaps, coreSkillsOfYear } from './core-skill-gaps.ts';
import { resolveScope, type ResolvedScope, type ScopeRequest } from './resolve-scope.ts';
import { supplyForScope, withMissingAsZero } from './supply-for-scope.ts';
import { weeklyTrends } from './weekly-trends.ts';

export interface GapsRequest extends ScopeRequest {
  profile?: LearnerProfile | null;
  framework?: string | undefined;
  /** WEF list to use with `framework: 'wef'`. */
  coreSkillYear?: number | undefined;
  /** With the weekly counts of every gap shown. */
  series?: boolean | undefined;
}

export { toEvidenceReply } from './gap-replies.ts';

/** What the answers share: the resolved scope, its gaps, and the head of every reply. */
export interface ScopeAnswer {
  resolved: ResolvedScope;
  measured: MeasuredScope;
  supplies: readonly SkillSupply[];
  /** The gaps are those of whoever asks about this scope: no profile and no staff are in them. */
  isShared: boolean;
  header: ReplyHeader;
}

export async function answerScope(
  request: GapsRequest,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<ScopeAnswer> {
  const resolved = await resolveScope(request, deps);
  const { scope } = resolved;
  const { supplies, notes } = await supplyForScope(scope, request.profile ?? null, deps);
  const measure = { seed: options.seed, minPostingCount: DEFAULT_MIN_POSTING_COUNT };
  const counts = await deps.demand.counts(scope);
  const measured =
    request.framework === 'wef'
      ? await measureCoreSkills(
          scope,
          counts,
          await coreSkillsOfYear(request.coreSkillYear ?? 2025, deps),
          deps.demand,
          measure,
        )
      : await measureScope(
          scope,
          counts,
          request.profile
            ? withMissingAsZero(
                supplies,
                counts.skills.map(({ skillId }) => skillId),
              )
            : supplies,
          deps.demand,
          measure,
        );
  const isShared = !request.profile && supplies.length === 0;
  return {
    resolved,
    measured,
    supplies,
    isShared,
    header: headerOf(resolved, measured, [...resolved.notes, ...notes], deps),
  };
}

export async function answerGaps(request: GapsRequest, deps: AnswerDeps, options: AnswerOptions): Promise<GapsReply> {
  const { resolved, measured, header } = await answerScope(request, deps, options);
  const top = measured.gaps.slice(0, options.top);
  if (request.framework === 'wef')
    return { ...header, gaps: await coreSkillGaps(top, request.coreSkillYear ?? 2025, resolved.scope, deps, options) };
  const gaps = await skillGaps(top, resolved.scope, deps, options);
  return request.series === true
    ? { ...header, ...(await withSeries(gaps, resolved.scope, deps)) }
    : { ...header, gaps };
}

function headerOf(resolved: ResolvedScope, measured: MeasuredScope, notes: string[], deps: AnswerDeps): ReplyHeader {
  const { scope, label } = resolved;
  const { n, employers, duplicatesRemoved, suppressed } = measured;
  return {
    scope,
    scopeLabel: label,
    window: { since: scope.since, until: scope.until },
    taxonomy: deps.taxonomy,
    model: { id: deps.modelId },
    postings: { n, employers, duplicatesRemoved },
    suppressed,
    notes,
  };
}

async function skillGaps(
  gaps: readonly SkillGap[],
  scope: Scope,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<GapReply[]> {
  const skillIds = gaps.map((gap) => gap.skillId);
  const [skills, coverages, evidence, trends, coreSkills] = await Promise.all([
    deps.taxonomies.skillsById(skillIds),
    deps.credentials.coverageOf(skillIds),
    deps.demand.evidence(scope, skillIds, options.evidencePerSkill),
    weeklyTrends(scope, skillIds, deps.demand),
    deps.taxonomies.coreSkillsBySkill(deps.taxonomy.name),
  ]);
  const coverageBySkill = groupBy(coverages, (coverage) => coverage.skillId);
  const evidenceBySkill = groupBy(evidence, (row) => row.skillId);
  return gaps.map((gap) => {
    const skill = skills.get(gap.skillId);
    const taught = coverageBySkill.get(gap.skillId) ?? [];
    return {
      skill: {
        id: gap.skillId,
        label: skill?.preferredLabel ?? gap.skillId,
        framework: skill?.framework ?? deps.taxonomy.name,
        type: skill?.skillType ?? 'unspecified',
      },
      ...sharesOf(gap),
      catalogueCoverage: toShare(Math.max(0, ...taught.map((coverage) => coverage.coverage))),
      taughtBy: taught.length,
      trend: trends.get(gap.skillId) ?? null,
      coreSkills: coreSkills.get(gap.skillId) ?? [],
      evidence: (evidenceBySkill.get(gap.skillId) ?? []).map(toEvidenceReply),
    };
  });
}

async function withSeries(
  gaps: readonly GapReply[],
  scope: Scope,
  { demand }: AnswerDeps,
): Promise<Pick<GapsReply, 'gaps' | 'weeks'>> {
  const rows = await demand.weekly(
    scope,
    gaps.map(({ skill }) => skill.id),
  );
  const bySkill = groupBy(rows, ({ skillId }) => skillId);
  const [first = []] = bySkill.values();
  return {
    // Every skill has a row for every week.
    weeks: first.map(({ week, n }) => ({ week, n })),
    gaps: gaps.map((gap) => ({
      ...gap,
      weekly: (bySkill.get(gap.skill.id) ?? []).map(({ expectedCount }) => Number(expectedCount.toFixed(2))),
    })),
  };
}

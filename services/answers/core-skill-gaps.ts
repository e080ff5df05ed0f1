/**
 * Gaps of WEF core skills in, their replies out, with what is taught of them and what proves them.
 *
 * Core skills have no postings or courses of their own: what stands behind them is the skills mapped to them. A credential
 * that teaches one of those teaches part of the core skill, and a quote that asks for one asks for the core skill.
 */
import type { SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import type { GapReply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import { compareIds, toShare } from '../domain/units.ts';
import type { DemandEvidence } from '../store/store.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { sharesOf, toEvidenceReply } from './gap-replies.ts';

/** The core skills of one list that each skill is mapped to; skills without any are absent. */
export async function coreSkillsOfYear(
  year: number,
  { taxonomies, taxonomy }: AnswerDeps,
): Promise<Map<string, string[]>> {
  const ofYear = new Set((await taxonomies.coreSkills(year)).map((skill) => skill.id));
  const all = await taxonomies.coreSkillsBySkill(taxonomy.name);
  const kept = [...all].map(([skillId, ids]) => [skillId, ids.filter((id) => ofYear.has(id))] as const);
  return new Map(kept.filter(([, ids]) => ids.length > 0));
}

export async function coreSkillGaps(
  gaps: readonly SkillGap[],
  year: number,
  scope: Scope,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<GapReply[]> {
  const byId = new Map((await deps.taxonomies.coreSkills(year)).map((skill) => [skill.id, skill]));
  const coreSkillsBySkill = await coreSkillsOfYear(year, deps);
  const mapped = [...coreSkillsBySkill.keys()];
  const [coverages, evidence] = await Promise.all([
    deps.credentials.coverageOf(mapped),
    deps.demand.evidence(scope, mapped, options.evidencePerSkill),
  ]);
  return gaps.map((gap) => {
    const isOf = ({ skillId }: { skillId: string }) => coreSkillsBySkill.get(skillId)?.includes(gap.skillId) ?? false;
    const taught = coverages.filter((coverage: SkillCoverage) => isOf(coverage) && coverage.coverage > 0);
    return {
      skill: {
        id: gap.skillId,
        label: byId.get(gap.skillId)?.name ?? gap.skillId,
        framework: `wef${year}`,
        type: 'core skill',
      },
      ...sharesOf(gap),
      catalogueCoverage: toShare(taught.reduce((most, { coverage }) => Math.max(most, coverage), 0)),
      taughtBy: new Set(taught.map(({ credentialId }) => credentialId)).size,
      // A trend of a core skill would need its postings of each week; null says that none was measured.
      trend: null,
      coreSkills: [gap.skillId],
      evidence: surestQuotes(evidence.filter(isOf), options.evidencePerSkill).map(toEvidenceReply),
    };
  });
}

/** One quote a posting, the surest, and the surest postings first. */
function surestQuotes(evidence: readonly DemandEvidence[], count: number): DemandEvidence[] {
  const byPosting = new Map<string, DemandEvidence>();
  for (const quote of evidence) {
    const known = byPosting.get(quote.postingId);
    if (known === undefined || quote.confidence > known.confidence) byPosting.set(quote.postingId, quote);
  }
  return [...byPosting.values()]
    .sort((a, b) => b.confidence - a.confidence || compareIds(a.postingId, b.postingId))
    .slice(0, count);
}

/**
 * "What does this employer need, who teaches it, and what does nobody?": a competency brief, from the stored postings of
 * an employer or from texts it hands in.
 */
import { WHITE_SPACE_OPTIONS } from '../briefs/find-white-space.ts';
import { readNeed } from '../briefs/read-need.ts';
import { rankCredentials } from '../credentials/rank-credentials.ts';
import type { Competency, EmployerBrief, Purpose } from '../domain/brief.ts';
import type { SkillGap } from '../domain/gap.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Posting } from '../domain/posting.ts';
import type { ReplyHeader } from '../domain/reply.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { measureDemand } from '../gaps/measure-demand.ts';
import { measureGaps } from '../gaps/measure-gaps.ts';
import type { DemandEvidence, NecessityCount } from '../store/store.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, toEvidenceReply, type GapsRequest } from './answer-gaps.ts';
import { askedTexts } from './asked-texts.ts';
import { rankedReplies, skillReply } from './credential-replies.ts';
import { taughtSkills } from './taught-skills.ts';

export interface EmployerRequest extends GapsRequest {
  /** What the employer hands in, instead of a scope. */
  texts: readonly Posting[] | null;
  purpose: Purpose | null;
  /** Today, YYYY-MM-DD. */
  today: string;
}

/** What the brief is about, wherever it was read. */
interface Asked {
  header: ReplyHeader;
  gaps: readonly SkillGap[];
  needs: readonly NecessityCount[];
  evidence: readonly DemandEvidence[];
  occupations: ReadonlyMap<string, number>;
}

const CREDENTIALS = 5;
const OCCUPATIONS = 5;

export async function answerEmployer(
  request: EmployerRequest,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<EmployerBrief> {
  const asked =
    request.texts === null
      ? await askedByPostings(request, deps, options)
      : await askedByTexts(request.texts, deps, options);
  const gaps = asked.gaps.slice(0, options.top);
  const skillIds = gaps.map(({ skillId }) => skillId);
  const [skills, { credentials, coverages }, labels] = await Promise.all([
    deps.taxonomies.skillsById(skillIds),
    deps.credentials.covering(skillIds),
    deps.occupations(),
  ]);
  const taught = taughtSkills(coverages);
  const needs = groupBy(asked.needs, ({ skillId }) => skillId);
  const evidence = groupBy(asked.evidence, ({ skillId }) => skillId);
  const competencies = gaps.map((gap): Competency => ({
    skill: skillReply(gap.skillId, skills),
    need: readNeed(Object.fromEntries((needs.get(gap.skillId) ?? []).map((one) => [one.necessity, one.expectedCount]))),
    demandShare: gap.demandShare,
    demandInterval: gap.demandInterval,
    postingCount: gap.expectedCount,
    supplyShare: gap.supplyShare,
    taught: toShare(taught.get(gap.skillId)?.coverage ?? 0),
    evidence: (evidence.get(gap.skillId) ?? []).slice(0, options.evidencePerSkill).map(toEvidenceReply),
  }));
  const ranked = rankCredentials(credentials, coverages, gaps).slice(0, CREDENTIALS);
  return {
    ...asked.header,
    employer:
      asked.header.scope.employer?.name ?? request.texts?.find(({ employer }) => employer !== null)?.employer ?? null,
    purpose: request.purpose,
    occupations: [...asked.occupations]
      .sort(([a, x], [b, y]) => y - x || compareIds(a, b))
      .slice(0, OCCUPATIONS)
      .map(([id, postingCount]) => ({ label: labels.get(id)?.preferredLabel ?? id, postingCount })),
    competencies,
    credentials: rankedReplies(ranked, credentials, skills, {
      today: request.today,
      postingCount: asked.header.postings.n,
    }),
    taughtByNobody: competencies
      .filter((competency) => competency.taught < WHITE_SPACE_OPTIONS.taughtFrom)
      .map(({ skill }) => skill.label),
  };
}

async function askedByPostings(request: EmployerRequest, deps: AnswerDeps, options: AnswerOptions): Promise<Asked> {
  const { resolved, measured, header } = await answerScope(request, deps, options);
  const skillIds = measured.gaps.slice(0, options.top).map(({ skillId }) => skillId);
  const [needs, evidence, postings] =
    measured.suppressed === null
      ? await Promise.all([
          deps.demand.necessityCounts(resolved.scope, skillIds),
          deps.demand.evidence(resolved.scope, skillIds, options.evidencePerSkill),
          deps.demand.askingPostings(resolved.scope),
        ])
      : [[], [], []];
  const byOccupation = groupBy(
    postings.flatMap(({ occupationId }) => occupationId ?? []),
    (id) => id,
  );
  const occupations = new Map([...byOccupation].map(([id, own]) => [id, own.length]));
  return { header, gaps: measured.gaps, needs, evidence, occupations };
}

/** No floor of postings: what somebody hands in about themselves is not published about them. */
async function askedByTexts(texts: readonly Posting[], deps: AnswerDeps, options: AnswerOptions): Promise<Asked> {
  const { counts, needs, evidence, occupations } = askedTexts(texts, await deps.linkTexts(texts));
  const gaps = measureGaps(measureDemand(counts, null), [], { seed: options.seed });
  return {
    header: {
      scope: { region: null, employer: null, occupation: null, postingId: null, since: null, until: null },
      scopeLabel: texts.length === 1 ? (texts[0]?.title ?? '') : `${texts.length} texts`,
      window: { since: null, until: null },
      taxonomy: deps.taxonomy,
      model: { id: deps.modelId },
      postings: { n: counts.n, employers: counts.employers, duplicatesRemoved: 0 },
      suppressed: null,
      notes: [
        'Read from what was handed in; none of it is stored. Supply is unknown here, so each gap equals its demand.',
      ],
    },
    gaps,
    needs,
    evidence,
    occupations,
  };
}

/** "What should be taken, in which order, for this money and time?": the best stack found, its bound, and the trade-offs. */
import { optimiseStack } from '../credentials/optimise-stack.ts';
import { optimiseStackExactly } from '../credentials/optimise-stack-exactly.ts';
import type { CredentialFilters } from '../credentials/filter-credentials.ts';
import type { OptimisedStack, StackConstraints, StackTotals } from '../credentials/stack.ts';
import { defaultWeeklyHours } from '../credentials/search-stack.ts';
import { unlockPostings, type UnlockedPostings } from '../credentials/unlock-postings.ts';
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import type { PostingSkill } from '../domain/posting.ts';
import type { PlanReply } from '../domain/reply.ts';
import type { Scope } from '../domain/scope.ts';
import type { Skill } from '../domain/skill.ts';
import { groupBy } from '../domain/group-by.ts';
import type { AnswerDeps, AnswerOptions } from './answer-deps.ts';
import { answerScope, type GapsRequest } from './answer-gaps.ts';
import { contributionReply, credentialReply } from './credential-replies.ts';
import { skillIdsOf } from './measure-scope.ts';

export interface PlanRequest extends GapsRequest {
  constraints: StackConstraints;
  /** YYYY-MM-DD, as given; the constraints carry it as weeks. */
  deadline: string | null;
  filters?: CredentialFilters;
  /** Seconds for proving a plan the best; absent: the plan of the search, with a bound. */
  exactSeconds?: number;
}

/** Enough for nearly every catalogue of a few hundred credentials. */
export const DEFAULT_EXACT_SECONDS = 10;
/** A step names the skills it is for, at most this many. */
const REASONS_PER_STEP = 5;

export async function answerPlan(request: PlanRequest, deps: AnswerDeps, options: AnswerOptions): Promise<PlanReply> {
  const { resolved, measured, isShared, header } = await answerScope(request, deps, options);
  // Without wishes: a plan counts what its filters leave out.
  const { credentials, coverages } = await deps.credentials.covering(skillIdsOf(measured.gaps), {
    titles: request.profile?.heldCredentials,
    isAskedAgain: isShared,
  });
  const heldIds = heldCredentialIds(request, credentials);
  const stackRequest = {
    credentials,
    coverages,
    gaps: measured.gaps,
    constraints: request.constraints,
    heldIds,
    ...(request.filters === undefined ? {} : { filters: request.filters }),
  };
  const stack =
    request.exactSeconds === undefined
      ? optimiseStack(stackRequest)
      : await optimiseStackExactly(stackRequest, {
          solve: deps.solveIntegerProgram,
          timeLimitSeconds: request.exactSeconds,
        });
  const chosen = stack.steps.map((step) => step.credentialId);
  const isOwn = new Set([...chosen, ...heldIds]);
  // Of tens of thousands a few: what the plan and what is held cover.
  const own = coverages.filter(({ credentialId }) => isOwn.has(credentialId));
  const taught = own.filter(({ credentialId }) => !heldIds.includes(credentialId));
  const skills = await deps.taxonomies.skillsById([...new Set(taught.map(({ skillId }) => skillId))]);
  const unlocked = request.profile
    ? await unlockedBy(chosen, resolved.scope, measured.gaps, coverages, deps, options.seed)
    : { n: 0, interval: [0, 0] as [number, number], of: 0 };
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return {
    ...header,
    constraints: {
      budget: request.constraints.budget ?? null,
      hours: request.constraints.hours ?? null,
      weeklyHours: request.constraints.weeklyHours ?? defaultWeeklyHours,
      deadline: request.deadline,
      maxCredentials: request.constraints.maxCredentials ?? null,
    },
    stack: stepReplies(stack, byId, measured.gaps, own, skills, heldIds),
    gapClosed: stack.gapClosed,
    price: stack.totals.price,
    hours: stack.totals.hours,
    weeks: stack.weeks,
    optimal: stack.optimal,
    frontier: stack.frontier.map(({ credentialIds, ...point }) => ({ ...point, credentials: credentialIds })),
    freePlan: {
      gapClosed: stack.freePlan.gapClosed,
      hours: stack.freePlan.totals.hours,
      weeks: stack.freePlan.weeks,
      stack: stack.freePlan.steps.flatMap((step) => {
        const credential = byId.get(step.credentialId);
        return credential === undefined ? [] : [{ credential: credentialReply(credential), gain: step.gain }];
      }),
    },
    unlocked,
    excluded: stack.excludedCounts,
    violations: violationsOf(stack, request.constraints),
  };
}

/** A credential is held when the profile names its title. */
function heldCredentialIds({ profile }: PlanRequest, credentials: readonly Credential[]): string[] {
  const held = new Set((profile?.heldCredentials ?? []).map((title) => title.trim().toLowerCase()));
  return credentials.filter((credential) => held.has(credential.title.trim().toLowerCase())).map(({ id }) => id);
}

/** Each step's reasons are what it adds over what is held and the steps before it: weak courses do not add up. */
function stepReplies(
  stack: OptimisedStack,
  byId: ReadonlyMap<string, Credential>,
  gaps: readonly SkillGap[],
  coverages: readonly SkillCoverage[],
  skills: ReadonlyMap<string, Skill>,
  heldIds: readonly string[],
): PlanReply['stack'] {
  const total = gaps.reduce((sum, gap) => sum + gap.gapShare, 0);
  const gapBySkill = new Map<string, SkillGap>(gaps.map((gap) => [gap.skillId, gap]));
  const coverageByCredential = groupBy(coverages, (coverage) => coverage.credentialId);
  const covered = new Map<string, number>();
  for (const { skillId, coverage } of heldIds.flatMap((id) => coverageByCredential.get(id) ?? [])) {
    covered.set(skillId, Math.max(covered.get(skillId) ?? 0, coverage));
  }
  return stack.steps.flatMap((step) => {
    const credential = byId.get(step.credentialId);
    if (credential === undefined) return [];
    const because = (coverageByCredential.get(step.credentialId) ?? [])
      .flatMap((coverage) => {
        const gap = gapBySkill.get(coverage.skillId);
        const added = coverage.coverage - (covered.get(coverage.skillId) ?? 0);
        if (gap === undefined || added <= 0) return [];
        covered.set(coverage.skillId, coverage.coverage);
        const { skillId, state, outcome } = coverage;
        return [
          {
            skillId,
            gapShare: gap.gapShare,
            coverage: coverage.coverage,
            contribution: (gap.gapShare * added) / total,
            state,
            outcome,
          },
        ];
      })
      .sort((a, b) => b.contribution - a.contribution)
      .slice(0, REASONS_PER_STEP);
    return [
      {
        step: step.step,
        credential: credentialReply(credential),
        gain: step.gain,
        cumulative: { ...totalsReply(step.cumulative), gapClosed: step.gapClosed },
        because: because.map((contribution) => contributionReply(contribution, skills)),
      },
    ];
  });
}

function totalsReply({ price, hours, unknownPriceCount, unknownHoursCount }: StackTotals) {
  return { price, hours, unknownPriceCount, unknownHoursCount };
}

async function unlockedBy(
  credentialIds: readonly string[],
  scope: Scope,
  gaps: readonly SkillGap[],
  coverages: readonly SkillCoverage[],
  { demand }: AnswerDeps,
  seed: number,
): Promise<UnlockedPostings> {
  const rows = await demand.postingSkills(
    scope,
    gaps.map((gap) => gap.skillId),
  );
  const postings: PostingSkill[][] = [...groupBy(rows, (row) => row.postingId).values()];
  const before = new Map<string, number>(gaps.map((gap) => [gap.skillId, (gap.supplyShare ?? 0) > 0 ? 1 : 0]));
  const after = new Map(before);
  for (const { credentialId, skillId, coverage } of coverages) {
    if (credentialIds.includes(credentialId)) after.set(skillId, Math.max(after.get(skillId) ?? 0, coverage));
  }
  return unlockPostings(postings, before, after, { seed });
}

/** The search respects every limit; this says so from the finished plan, independently of the search. */
function violationsOf({ totals }: OptimisedStack, constraints: StackConstraints): string[] {
  const violations: string[] = [];
  const spent = totals.knownPrices.find((price) => price.currency === constraints.budget?.currency)?.amount ?? 0;
  if (constraints.budget !== undefined && spent > constraints.budget.amount + 1e-9) {
    violations.push(`price ${spent} is over the budget of ${constraints.budget.amount} ${constraints.budget.currency}`);
  }
  if (constraints.hours !== undefined && totals.knownHours > constraints.hours + 1e-9) {
    violations.push(`${totals.knownHours} hours are over the limit of ${constraints.hours}`);
  }
  return violations;
}

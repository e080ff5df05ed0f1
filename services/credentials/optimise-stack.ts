/**
 * Gaps, credentials, coverages and what a learner can spend in; the best plan found, how good it can at most be, the
 * trade-off between money, time and gap, and the best free plan out.
 *
 * Maximises F(X) = sum of gapShare x max coverage over X and the credentials already held, which are free, not counted
 * as credentials and satisfy prerequisites. The plan is found by search (stack-search.ts), so `optimal` says how far from the
 * best it can be (stack-bound.ts). With a budget only known prices in its currency count: what was left out is counted.
 */
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import { compareIds, toShare } from '../domain/units.ts';
import { coverageTable, type CoverageTable } from './coverage-table.ts';
import type { CredentialFilters } from './filter-credentials.ts';
import { stackBound } from './stack-bound.ts';
import { stackProblem, type StackProblem } from './stack-candidates.ts';
import { frontier, sweepBudgets } from './stack-frontier.ts';
import { planOf } from './stack-order.ts';
import { prepareSearch } from './stack-search.ts';
import {
  emptySelection,
  fitsLimits,
  isBetter,
  withClosures,
  type Selection,
  type StackLimits,
} from './stack-selection.ts';
import type { FrontierPoint, OptimisedStack, StackConstraints, StackPlan } from './stack.ts';

export interface StackRequest {
  credentials: readonly Credential[];
  coverages: readonly SkillCoverage[];
  gaps: readonly SkillGap[];
  constraints: StackConstraints;
  /** Filters on single credentials; prerequisites have to pass them too. */
  filters?: CredentialFilters;
  /** Credentials already held, known to the catalogue or not. */
  heldIds?: readonly string[];
  /** Searches of the budget sweep. Default 24; more can only improve the plan. */
  searchCount?: number;
}

const defaultWeeklyHours = 10;
/** ISO 4217's code for "no currency": nothing is priced in it, so only what is free passes. */
const noCurrency = 'XXX';

/** The same request gives the same answer, whatever the order of its lists. No gaps or nothing affordable: an empty plan. */
export function optimiseStack(request: StackRequest): OptimisedStack {
  const { constraints } = request;
  const limits = limitsOf(constraints, constraints.weeklyHours ?? defaultWeeklyHours);
  const table = coverageTable(request.gaps, request.coverages);
  const problemFor = (currency: string | null, needsHours: boolean): StackProblem =>
    stackProblem(request.credentials, table, new Set(request.heldIds), request.filters ?? {}, {
      currency,
      hours: needsHours,
    });
  const problem = problemFor(constraints.budget?.currency ?? null, limits.hours < Infinity);
  const empty = emptySelection(problem);

  const swept = sweepBudgets(prepareSearch(problem), limits, request.searchCount ?? 24);
  const freePlan = bestFreePlan(problemFor, constraints);
  const points = frontierOf(
    problemFor,
    request,
    table,
    limits,
    swept.map((selection) => idsOf(problem, selection)),
  );
  const others = [freePlan.steps.map((step) => step.credentialId), ...points.map((point) => point.credentialIds)];
  const chosen = [...swept, ...others.map((ids) => selectionOf(problem, ids, limits) ?? empty)].reduce((best, other) =>
    isBetter(other, best) ? other : best,
  );

  const total = table.totalGapShare;
  const shareOfTotal = (value: number) => toShare(total === 0 ? 0 : value / total);
  const bound = shareOfTotal(stackBound(problem, limits, chosen));
  const plan = planOf(
    problem,
    chosen,
    constraints.weeklyHours ?? defaultWeeklyHours,
    constraints.budget?.currency ?? null,
  );
  return {
    ...plan,
    heldGapClosed: shareOfTotal(empty.value),
    optimal: { method: 'greedy', bound, gap: bound === 0 ? 0 : Math.max(0, (bound - plan.gapClosed) / bound) },
    frontier: points,
    freePlan,
    excludedCounts: problem.excludedCounts,
  };
}

function limitsOf(constraints: StackConstraints, weeklyHours: number): StackLimits {
  const untilDeadline = constraints.deadlineWeeks === undefined ? Infinity : constraints.deadlineWeeks * weeklyHours;
  return {
    price: constraints.budget?.amount ?? Infinity,
    hours: Math.min(constraints.hours ?? Infinity, untilDeadline),
    count: constraints.maxCredentials ?? Infinity,
  };
}

type ProblemFor = (currency: string | null, needsHours: boolean) => StackProblem;

function bestFreePlan(problemFor: ProblemFor, constraints: StackConstraints): StackPlan {
  const weeklyHours = Math.min(10, constraints.weeklyHours ?? defaultWeeklyHours);
  const limits = { ...limitsOf(constraints, weeklyHours), price: 0 };
  const problem = problemFor(noCurrency, limits.hours < Infinity);
  return planOf(problem, prepareSearch(problem)(limits).selection, weeklyHours, constraints.budget?.currency ?? null);
}

/** The frontier needs a price and a workload of every plan: credentials without either have no place on it. */
function frontierOf(
  problemFor: ProblemFor,
  { credentials, constraints }: StackRequest,
  table: CoverageTable,
  limits: StackLimits,
  sweptIds: readonly (readonly string[])[],
): FrontierPoint[] {
  const currency = constraints.budget?.currency ?? commonestCurrency(credentials, table);
  if (currency === null) return [];
  const problem = problemFor(currency, true);
  if (problem.candidates.length === 0) return [];
  const more = sweptIds.flatMap((ids) => selectionOf(problem, ids, limits) ?? []);
  return frontier(problem, prepareSearch(problem), limits, currency, more);
}

function commonestCurrency(credentials: readonly Credential[], table: CoverageTable): string | null {
  const counts = new Map<string, number>();
  for (const { id, price } of credentials) {
    if (price === null || !table.rowsByCredential.has(id)) continue;
    counts.set(price.currency, (counts.get(price.currency) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || compareIds(a, b));
  return first?.[0] ?? null;
}

function idsOf(problem: StackProblem, { chosen }: Selection): string[] {
  return [...chosen].flatMap((position) => problem.candidates[position]?.credential.id ?? []);
}

/** The selection of these credentials in another problem; null when one is not a candidate there or a limit is broken. */
function selectionOf(problem: StackProblem, ids: readonly string[], limits: StackLimits): Selection | null {
  const wanted = new Set(ids);
  const positions = problem.candidates.flatMap(({ credential }, position) =>
    wanted.has(credential.id) ? [position] : [],
  );
  if (positions.length < wanted.size) return null;
  const selection = withClosures(problem, emptySelection(problem), positions);
  return fitsLimits(selection.price, selection.hours, selection.chosen.size, limits) ? selection : null;
}

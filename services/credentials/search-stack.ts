/**
 * A request for a stack in; the best plan that a search finds, a bound, the trade-offs and the free plan out, still as
 * positions of a problem: optimise-stack.ts proves more where asked and puts it into words.
 */
import type { Credential } from '../domain/credential.ts';
import { compareIds } from '../domain/units.ts';
import { keptCoverageTable, type CoverageTable } from './coverage-table.ts';
import type { CredentialFilters } from './filter-credentials.ts';
import { searchBest } from './search-best.ts';
import { stackProblem, type StackProblem } from './stack-candidates.ts';
import { frontier } from './stack-frontier.ts';
import { planOf } from './stack-order.ts';
import { prepareSearch, type StackSearch } from './stack-search.ts';
import {
  bestOf,
  emptySelection,
  fitsLimits,
  withClosures,
  type Selection,
  type StackLimits,
} from './stack-selection.ts';
import type { FrontierPoint, StackConstraints, StackPlan, StackRequest } from './stack.ts';

export interface FoundStack {
  problem: StackProblem;
  limits: StackLimits;
  chosen: Selection;
  /** No plan closes more, in gap shares. */
  bound: number;
  /** Whether `chosen` is the best of all plans, by trying all of them. */
  isBestOfAll: boolean;
  frontier: FrontierPoint[];
  freePlan: StackPlan;
}

export const defaultWeeklyHours = 10;
/** ISO 4217's code for "no currency": nothing is priced in it, so only what is free passes. */
const noCurrency = 'XXX';

type ProblemFor = (currency: string | null, needsHours: boolean) => StackProblem;
/** Prepared once for a problem. */
type SearchOf = (problem: StackProblem) => StackSearch;

export function searchStack(request: StackRequest): FoundStack {
  const { constraints } = request;
  const limits = limitsOf(constraints, constraints.weeklyHours ?? defaultWeeklyHours);
  const table = keptCoverageTable(request.gaps, request.coverages);
  const { problemFor, searchOf, freePlanFor } = preparedFor(request, table);
  const problem = problemFor(constraints.budget?.currency ?? null, needsHours(constraints, limits));

  const best = searchBest(problem, searchOf(problem), limits);
  const freePlan = freePlanFor(constraints);
  const points = frontierOf(problemFor, searchOf, request, table, limits, idsOf(problem, best.selection));
  const others = [freePlan.steps.map((step) => step.credentialId), ...points.map((point) => point.credentialIds)];
  const chosen = bestOf(
    best.selection,
    others.flatMap((ids) => selectionOf(problem, ids, limits) ?? []),
  );
  const bound = Math.max(best.bound, chosen.value);
  return { problem, limits, chosen, bound, isBestOfAll: best.isBestOfAll, frontier: points, freePlan };
}

interface Prepared {
  credentials: readonly Credential[];
  problemFor: ProblemFor;
  searchOf: SearchOf;
  freePlanFor: (constraints: StackConstraints) => StackPlan;
}

/** By table, then by what of a request shapes its problems. Another budget or more hours do not: a slider asks for many. */
const preparedBefore = new WeakMap<CoverageTable, Map<string, Prepared>>();
/** What one learner holds and wants is asked about with several limits, and seldom what two do of the same table. */
const MOST_PREPARED = 4;

function preparedFor({ credentials, heldIds, filters }: StackRequest, table: CoverageTable): Prepared {
  const known = preparedBefore.get(table) ?? new Map<string, Prepared>();
  preparedBefore.set(table, known);
  const key = JSON.stringify([[...new Set(heldIds)].sort(compareIds), filters ?? {}]);
  const before = known.get(key);
  const prepared =
    before?.credentials === credentials ? before : prepare(credentials, table, new Set(heldIds), filters ?? {});
  known.delete(key);
  known.set(key, prepared);
  const [oldest] = known.keys();
  if (known.size > MOST_PREPARED && oldest !== undefined) known.delete(oldest);
  return prepared;
}

function prepare(
  credentials: readonly Credential[],
  table: CoverageTable,
  heldIds: ReadonlySet<string>,
  filters: CredentialFilters,
): Prepared {
  const problems = new Map<string, StackProblem>();
  const searches = new Map<StackProblem, StackSearch>();
  let free: { key: string; plan: StackPlan } | undefined;
  const problemFor: ProblemFor = (currency, hours) => {
    const key = `${currency ?? ''} ${hours}`;
    const problem = problems.get(key) ?? stackProblem(credentials, table, heldIds, filters, { currency, hours });
    problems.set(key, problem);
    return problem;
  };
  const searchOf: SearchOf = (problem) => {
    const search = searches.get(problem) ?? prepareSearch(problem);
    searches.set(problem, search);
    return search;
  };
  return {
    credentials,
    problemFor,
    searchOf,
    freePlanFor(constraints) {
      // The amount is no part of it, so it stays the same along the slider of the budget.
      const { budget, ...others } = constraints;
      const key = JSON.stringify([budget?.currency ?? null, others]);
      if (free?.key !== key) free = { key, plan: bestFreePlan(problemFor, searchOf, constraints) };
      return free.plan;
    },
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

/** A workload that is unknown cannot be held to a limit on hours. */
function needsHours({ allowsUnknownHours }: StackConstraints, { hours }: StackLimits): boolean {
  return hours < Infinity && allowsUnknownHours !== true;
}

function bestFreePlan(problemFor: ProblemFor, searchOf: SearchOf, constraints: StackConstraints): StackPlan {
  const weeklyHours = Math.min(10, constraints.weeklyHours ?? defaultWeeklyHours);
  const limits = { ...limitsOf(constraints, weeklyHours), price: 0 };
  const problem = problemFor(noCurrency, needsHours(constraints, limits));
  const { selection } = searchBest(problem, searchOf(problem), limits, true);
  return planOf(problem, selection, weeklyHours, constraints.budget?.currency ?? null);
}

/** The frontier needs a price and a workload of every plan: credentials without either have no place on it. */
function frontierOf(
  problemFor: ProblemFor,
  searchOf: SearchOf,
  { credentials, constraints }: StackRequest,
  table: CoverageTable,
  limits: StackLimits,
  bestIds: readonly string[],
): FrontierPoint[] {
  const currency = constraints.budget?.currency ?? commonestCurrency(credentials, table);
  if (currency === null) return [];
  const problem = problemFor(currency, true);
  if (problem.candidates.length === 0) return [];
  const more = selectionOf(problem, bestIds, limits);
  return frontier(problem, searchOf(problem), limits, currency, more === null ? [] : [more]);
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
  const positions = ids.flatMap((id) => problem.positionById.get(id) ?? []);
  if (positions.length < ids.length) return null;
  positions.sort((a, b) => a - b);
  const selection = withClosures(problem, emptySelection(problem), positions);
  return fitsLimits(selection.price, selection.hours, selection.chosen.size, limits) ? selection : null;
}

/**
 * Credentials and their coverages in, the optimisation problem in plain numbers out.
 *
 * Candidates are those that cover a gap, and their prerequisites. Each knows its closure: itself and every prerequisite
 * that is not held, prerequisites first; a plan adds a closure or nothing. A credential whose closure cannot be completed
 * (a prerequisite unknown to the catalogue, left out, or in a circle) is left out and counted.
 */
import type { Credential } from '../domain/credential.ts';
import { compareIds } from '../domain/units.ts';
import { rowsOf, type CandidateRows, type StackCandidate } from './candidate-rows.ts';
import type { CoverageTable } from './coverage-table.ts';
import { dominatedCandidates } from './dominated-candidates.ts';
import { passesFilters, type CredentialFilters } from './filter-credentials.ts';
import type { ExclusionReason } from './stack.ts';

export interface StackProblem {
  table: CoverageTable;
  /** gapShare by gap position. */
  weights: Float64Array;
  /** Coverage already held, by gap position. */
  held: Float64Array;
  /** F of what is held: the sum of gapShare x held. */
  heldValue: number;
  /** Sorted by credential id, without those that are never better than another (dominated-candidates.ts). */
  candidates: readonly StackCandidate[];
  positionById: ReadonlyMap<string, number>;
  /** What each candidate covers. */
  rows: CandidateRows;
  excludedCounts: Record<ExclusionReason, number>;
}

/** What must be known of every candidate: a price in `currency` (null: prices do not matter), a workload. */
export interface Demands {
  currency: string | null;
  hours: boolean;
}

export function stackProblem(
  credentials: readonly Credential[],
  table: CoverageTable,
  heldIds: ReadonlySet<string>,
  filters: CredentialFilters,
  demands: Demands,
): StackProblem {
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  const reasonOf = (credential: Credential): ExclusionReason | null => exclusionReason(credential, filters, demands);
  const excludedCounts: StackProblem['excludedCounts'] = {
    filtered: 0,
    'unknown price': 0,
    'other currency': 0,
    'unknown hours': 0,
    'prerequisite not available': 0,
  };
  const closureById = new Map<string, readonly string[] | null>();
  const ids = new Set<string>();
  for (const credential of byId.values()) {
    if (heldIds.has(credential.id) || !table.rowsByCredential.has(credential.id)) continue;
    const closure = closureOf(credential.id, byId, heldIds, (other) => reasonOf(other) === null, closureById);
    if (closure === null) excludedCounts[reasonOf(credential) ?? 'prerequisite not available'] += 1;
    else for (const id of closure) ids.add(id);
  }
  const held = heldCoverage(table, heldIds);
  const all = candidatesOf([...ids].sort(compareIds), byId, closureById);
  const isDominated = dominatedCandidates(all, rowsOf(all, table, held));
  const kept = all.filter((_, position) => !isDominated(position)).map(({ credential }) => credential.id);
  const candidates = kept.length === all.length ? all : candidatesOf(kept, byId, closureById);
  const weights = Float64Array.from(table.gaps, (gap) => gap.gapShare);
  return {
    table,
    weights,
    held,
    heldValue: weights.reduce((sum, weight, gap) => sum + weight * (held[gap] ?? 0), 0),
    candidates,
    positionById: new Map(candidates.map(({ credential }, position) => [credential.id, position])),
    rows: rowsOf(candidates, table, held),
    excludedCounts,
  };
}

function exclusionReason(credential: Credential, filters: CredentialFilters, demands: Demands): ExclusionReason | null {
  if (!passesFilters(credential, filters)) return 'filtered';
  if (demands.currency !== null) {
    if (credential.price === null) return 'unknown price';
    if (credential.price.amount > 0 && credential.price.currency !== demands.currency) return 'other currency';
  }
  return demands.hours && credential.workloadHours === null ? 'unknown hours' : null;
}

/** Prerequisites first, the credential last; null when one of them cannot be had. */
function closureOf(
  id: string,
  byId: ReadonlyMap<string, Credential>,
  heldIds: ReadonlySet<string>,
  isAdmitted: (credential: Credential) => boolean,
  closureById: Map<string, readonly string[] | null>,
): readonly string[] | null {
  const known = closureById.get(id);
  if (known !== undefined) return known;
  // Null while under way: whoever meets it then stands on a circle and cannot be completed either.
  closureById.set(id, null);
  const credential = byId.get(id);
  if (credential === undefined || !isAdmitted(credential)) return null;
  if (credential.prerequisiteIds.length === 0) {
    closureById.set(id, [id]);
    return [id];
  }
  const closure = new Set<string>();
  for (const prerequisiteId of [...credential.prerequisiteIds].sort(compareIds)) {
    if (heldIds.has(prerequisiteId)) continue;
    const part = closureOf(prerequisiteId, byId, heldIds, isAdmitted, closureById);
    if (part === null) return null;
    for (const partId of part) closure.add(partId);
  }
  const ordered = [...closure.add(id)];
  closureById.set(id, ordered);
  return ordered;
}

function heldCoverage(table: CoverageTable, heldIds: ReadonlySet<string>): Float64Array {
  const held = new Float64Array(table.gaps.length);
  for (const id of heldIds) {
    for (const { gapPosition, best } of table.rowsByCredential.get(id) ?? []) {
      held[gapPosition] = Math.max(held[gapPosition] ?? 0, best.coverage);
    }
  }
  return held;
}

function candidatesOf(
  ids: readonly string[],
  byId: ReadonlyMap<string, Credential>,
  closureById: ReadonlyMap<string, readonly string[] | null>,
): StackCandidate[] {
  const positionById = new Map(ids.map((id, position) => [id, position]));
  const closures = ids.map((id) => (closureById.get(id) ?? []).map((member) => positionById.get(member) ?? -1));
  const dependents: number[][] = ids.map(() => []);
  closures.forEach((closure, position) => {
    for (const member of closure) if (member !== position) dependents[member]?.push(position);
  });
  return ids.flatMap((id, position) => {
    const credential = byId.get(id);
    if (credential === undefined) return [];
    return {
      credential,
      price: credential.price?.amount ?? 0,
      hours: credential.workloadHours ?? 0,
      closure: closures[position] ?? [],
      dependents: dependents[position] ?? [],
    };
  });
}

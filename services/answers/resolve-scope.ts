/**
 * What a person names (a region, an employer, an occupation) in, a scope the store can count in out.
 */
import { InvalidFieldError, InvalidInputError } from '../errors.ts';
import { findRegion } from '../collect/find-region.ts';
import { foldEmployer } from '../collect/fold-employer.ts';
import { editDistance } from '../collect/edit-distance.ts';
import type { Scope } from '../domain/scope.ts';
import type { DemandStore } from '../store/store.ts';
import { resolveOccupation, type ResolveOccupationDeps } from './resolve-occupation.ts';

export interface ScopeRequest {
  region?: string | undefined;
  employer?: string | undefined;
  occupation?: string | undefined;
  posting?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

export interface ResolveScopeDeps extends ResolveOccupationDeps {
  demand: Pick<DemandStore, 'employers'>;
}

export interface ResolvedScope {
  scope: Scope;
  label: string;
  /** What was read into the request, one sentence each. */
  notes: string[];
}

/** @throws InvalidInputError naming the field and what to do, for anything unknown or impossible */
export async function resolveScope(request: ScopeRequest, deps: ResolveScopeDeps): Promise<ResolvedScope> {
  const notes: string[] = [];
  const since = dateOf('since', request.since);
  const until = dateOf('until', request.until);
  if (since !== null && until !== null && since > until) {
    throw new InvalidFieldError((name) => `${name('since')} ${since} is after ${name('until')} ${until}: swap them.`);
  }
  const region = request.region === undefined ? null : regionOf(request.region);
  const employer = request.employer === undefined ? null : await employerOf(request.employer, deps);
  const occupation = request.occupation === undefined ? null : await resolveOccupation(request.occupation, deps, notes);
  const scope: Scope = { region, employer, occupation, postingId: request.posting ?? null, since, until };
  return { scope, label: scopeLabel(scope), notes };
}

/** "data scientist in East of England since 2020-01-01". */
export function scopeLabel({ region, employer, occupation, postingId, since, until }: Scope): string {
  const parts = [
    occupation?.label ?? (postingId === null ? 'all occupations' : `posting ${postingId}`),
    employer === null ? '' : `at ${employer.name}`,
    region === null ? '' : `in ${region.name} (${region.code})`,
    since === null ? '' : `since ${since}`,
    until === null ? '' : `until ${until}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function regionOf(name: string): { code: string; name: string } {
  const found = findRegion(name);
  return { code: found.code, name: found.name };
}

async function employerOf(name: string, { demand }: ResolveScopeDeps): Promise<{ key: string; name: string }> {
  const key = foldEmployer(name);
  const employers = await demand.employers();
  const exact = employers.find((employer) => employer.key === key);
  if (exact) return { key: exact.key, name: exact.name };
  const within = employers.filter((employer) => key !== null && employer.key.includes(key));
  const [only] = within;
  if (only !== undefined && within.length === 1) return { key: only.key, name: only.name };
  const near =
    within.length > 0 ? within : employers.filter((employer) => key !== null && editDistance(employer.key, key) <= 3);
  const hint =
    near.length === 0
      ? 'no imported posting names it; check the spelling.'
      : `did you mean ${near
          .slice(0, 4)
          .map((employer) => `"${employer.name}"`)
          .join(', ')}?`;
  throw new InvalidInputError(`Unknown employer "${name}": ${hint}`);
}

function dateOf(field: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) {
    throw new InvalidFieldError((name) => `${name(field)} "${text}" is not a date: give it as YYYY-MM-DD.`);
  }
  return text;
}

const ISCO_SUB_MAJOR_DIGITS = 2;

/**
 * The scope whose shares a small one is shrunk toward: an employer toward the same scope without it, an occupation
 * toward its ISCO sub-major group, a region toward its country, a country toward everything. Null for everything.
 */
export function parentScope(scope: Scope): Scope | null {
  if (scope.postingId !== null) return { ...scope, postingId: null };
  if (scope.employer !== null) return { ...scope, employer: null };
  if (scope.occupation !== null) {
    const group = scope.occupation.iscoCode?.slice(0, ISCO_SUB_MAJOR_DIGITS);
    const isGroup =
      scope.occupation.ids.length === 0 && (scope.occupation.iscoCode?.length ?? 0) <= ISCO_SUB_MAJOR_DIGITS;
    if (group === undefined || isGroup) return { ...scope, occupation: null };
    return { ...scope, occupation: { ids: [], iscoCode: group, label: `ISCO ${group}` } };
  }
  if (scope.region === null) return null;
  const [parent] = findRegion(scope.region.code).ancestors;
  return { ...scope, region: parent === undefined ? null : { code: parent, name: findRegion(parent).name } };
}

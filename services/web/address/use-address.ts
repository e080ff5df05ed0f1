/** The state of a view is its address: what is read here can be shared, bookmarked and gone back to. */
import { useCallback, useMemo } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';

export type Patch = Readonly<Record<string, string | number | null | undefined>>;

export interface Address {
  path: string;
  params: URLSearchParams;
  /** Value of a parameter; undefined where it is absent or empty. */
  get: (name: string) => string | undefined;
  /** Changes parameters and keeps the others; null takes one away. `isStep`: going back undoes it. */
  change: (patch: Patch, options?: { isStep?: boolean }) => void;
}

export function useAddress(): Address {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const get = useCallback((name: string) => params.get(name) ?? undefined, [params]);
  const change = useCallback(
    (patch: Patch, { isStep = true }: { isStep?: boolean } = {}) => {
      // Read now: two changes in one event must not undo each other.
      navigate(addressWith(path, new URLSearchParams(window.location.search), patch), { replace: !isStep });
    },
    [path, navigate],
  );
  return { path, params, get, change };
}

export function addressWith(path: string, params: URLSearchParams, patch: Patch): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === undefined || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  const search = next.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Parameters that name whose gap it is: they travel from view to view. */
export const SCOPE_PARAMETERS = ['region', 'occupation', 'employer', 'since', 'until', 'framework'] as const;

export interface ScopeParts {
  region: string | undefined;
  occupation: string | undefined;
  employer: string | undefined;
  since: string | undefined;
  until: string | undefined;
}

/** Whose gap it is, as the API takes it. */
export function scopeParts(get: Address['get']): ScopeParts {
  return {
    region: get('region'),
    occupation: get('occupation'),
    employer: get('employer'),
    since: get('since'),
    until: get('until'),
  };
}

/** Whether enough is named to ask about. */
export function namesScope({ region, occupation, employer }: ScopeParts): boolean {
  return region !== undefined || occupation !== undefined || employer !== undefined;
}

export function skillAddress(id: string): string {
  return addressWith('/skill', new URLSearchParams(), { id });
}

export function postingAddress(id: string, skillId?: string): string {
  return addressWith('/posting', new URLSearchParams(), { id, skill: skillId });
}

export function credentialAddress(id: string): string {
  return addressWith('/credential', new URLSearchParams(), { id });
}

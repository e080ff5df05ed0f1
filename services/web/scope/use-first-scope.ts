/** A view opened without saying whose gap it is starts with the region that has most postings, not with nothing. */
import { useEffect, useRef } from 'preact/hooks';
import { namesScope, scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { ScopeChoice, ScopeKind } from '../../domain/directory-reply.ts';

/** The one with most postings. */
export function useFirstScope(kind: ScopeKind, isWanted = true): ScopeChoice | null {
  const { reply } = useAnswer('get /v1/scopes', isWanted ? { kind, limit: 20 } : null);
  // A country is rarely what somebody plans for; its regions are.
  return reply?.scopes.find(({ within }) => kind !== 'region' || within !== null) ?? reply?.scopes[0] ?? null;
}

/** Only on arrival: who takes every choice away wants none. */
export function useRegionOnArrival(): void {
  const { get, change } = useAddress();
  const hasScope = namesScope(scopeParts(get));
  const hasArrived = useRef(hasScope);
  if (hasScope) hasArrived.current = true;
  const first = useFirstScope('region', !hasArrived.current);
  useEffect(() => {
    if (first !== null && !hasArrived.current) change({ region: first.value }, { isStep: false });
  }, [first]);
}

/** The wider scopes somebody could ask for beside one, to take the difference of the two replies. */
import { regionAncestors, regionName } from '../collect/find-region.ts';
import type { Scope } from '../domain/scope.ts';

/**
 * Every scope that widens this one: each of its conditions as it is, by steps (a region to what it lies in, an ISCO code
 * to the groups above) or left out. Without the scope itself; none for everything and for a single posting.
 */
export function broaderScopes(scope: Scope): Scope[] {
  if (scope.postingId !== null) return [];
  const [, ...broader] = regionsFrom(scope).flatMap((region) =>
    occupationsFrom(scope).flatMap((occupation) =>
      orNone(scope.employer).flatMap((employer) =>
        orNone(scope.since).flatMap((since) =>
          orNone(scope.until).map((until): Scope => ({ region, occupation, employer, postingId: null, since, until })),
        ),
      ),
    ),
  );
  return broader;
}

/** Narrowest first, as in the others: what comes first of all is the scope itself. */
function regionsFrom({ region }: Scope): Scope['region'][] {
  if (region === null) return [null];
  const around = regionAncestors(region.code).map((code) => ({ code, name: regionName(code) }));
  return [region, ...around, null];
}

function occupationsFrom({ occupation }: Scope): Scope['occupation'][] {
  if (occupation === null) return [null];
  const { iscoCode, ids } = occupation;
  const digits = iscoCode === null ? 0 : ids.length > 0 ? iscoCode.length : iscoCode.length - 1;
  const groups = Array.from({ length: digits }, (_, at) => iscoCode?.slice(0, digits - at) ?? '');
  return [occupation, ...groups.map((code) => ({ ids: [], iscoCode: code, label: `ISCO ${code}` })), null];
}

function orNone<Value>(value: Value | null): (Value | null)[] {
  return value === null ? [null] : [value, null];
}

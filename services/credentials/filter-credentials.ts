/**
 * A credential and the reader's wishes in, yes or no out.
 *
 * A filter asks for a known fact: a credential whose value is unknown does not pass it (a price nobody stated is not a
 * low price). Without that filter the unknown value does no harm. Nothing is converted: another currency is unknown.
 */
import type { Credential, Participation } from '../domain/credential.ts';
import type { Money } from '../domain/units.ts';

export interface CredentialFilters {
  /** ISO 639-1; a regional form such as `en-GB` passes for `en`. */
  languages?: readonly string[];
  participations?: readonly Participation[];
  /** Region code (NUTS or ISO 3166). Passes what is available there, in a region around it or within it, or online. */
  region?: string;
  minEqfLevel?: number;
  maxEqfLevel?: number;
  maxPrice?: Money;
  maxHours?: number;
  /** Names of providers; case does not matter. */
  providers?: readonly string[];
  /** Only credentials that state how they are assessed. */
  assessedOnly?: boolean;
  /** Only credentials that state their quality assurance. */
  qualityAssuredOnly?: boolean;
}

/** True when every filter that is set finds a known value that satisfies it. Bounds are inclusive. */
export function passesFilters(credential: Credential, filters: CredentialFilters): boolean {
  const { minEqfLevel, maxEqfLevel, maxPrice, maxHours } = filters;
  const { eqfLevel, price, workloadHours } = credential;
  return (
    isAmong(
      credential.language === null ? null : primaryLanguage(credential.language),
      filters.languages?.map(primaryLanguage),
    ) &&
    isAmong(credential.participation, filters.participations) &&
    (filters.region === undefined || isAvailableIn(credential, filters.region)) &&
    (minEqfLevel === undefined || (eqfLevel !== null && eqfLevel >= minEqfLevel)) &&
    (maxEqfLevel === undefined || (eqfLevel !== null && eqfLevel <= maxEqfLevel)) &&
    (maxPrice === undefined || (price !== null && isAtMost(price, maxPrice))) &&
    (maxHours === undefined || (workloadHours !== null && workloadHours <= maxHours)) &&
    isAmong(
      credential.provider?.toLowerCase() ?? null,
      filters.providers?.map((name) => name.toLowerCase()),
    ) &&
    (filters.assessedOnly !== true || credential.assessment !== null) &&
    (filters.qualityAssuredOnly !== true || credential.qualityAssurance !== null)
  );
}

/** Nothing costs the same in every currency; anything else is compared in one currency or not at all. */
export function isAtMost(price: Money, limit: Money): boolean {
  return price.amount === 0 || (price.currency === limit.currency && price.amount <= limit.amount);
}

function isAmong<Value>(value: Value | null, wanted: readonly Value[] | undefined): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}

/** Codes nest by prefix: SE110 lies within SE11 and SE, US-CA within US. A credential taken online is available anywhere. */
function isAvailableIn(credential: Credential, region: string): boolean {
  if (credential.participation === 'online' || credential.participation === 'self-paced online') return true;
  return credential.availableIn.some((code) => code === 'online' || region.startsWith(code) || code.startsWith(region));
}

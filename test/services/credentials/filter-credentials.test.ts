import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../services/domain/credential.ts';
import { passesFilters, type CredentialFilters } from '../../../services/credentials/filter-credentials.ts';
import { buildCredential } from '../../builders.ts';

const passes = (rest: Partial<Credential>, filters: CredentialFilters) =>
  passesFilters(buildCredential('c', rest), filters);
const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('passesFilters', () => {
  it('passes everything when nothing is asked, unknown values included', () => {
    expect(passes({}, {})).toBe(true);
  });

  it.each<[string, CredentialFilters]>([
    ['language', { languages: ['en'] }],
    ['participation', { participations: ['online', 'onsite', 'blended', 'self-paced online'] }],
    ['region', { region: 'SE110' }],
    ['lowest EQF level', { minEqfLevel: 1 }],
    ['highest EQF level', { maxEqfLevel: 8 }],
    ['price', { maxPrice: euros(1e9) }],
    ['hours', { maxHours: 1e9 }],
    ['provider', { providers: ['KTH'] }],
    ['assessment', { assessedOnly: true }],
    ['quality assurance', { qualityAssuredOnly: true }],
  ])('keeps out a credential whose %s is unknown when the filter asks for it', (_, filters) => {
    expect(passes({}, filters)).toBe(false);
  });

  it('includes its bounds', () => {
    const known = { eqfLevel: 5, price: euros(50), workloadHours: 20 };
    expect(passes(known, { minEqfLevel: 5, maxEqfLevel: 5, maxPrice: euros(50), maxHours: 20 })).toBe(true);
    expect(passes(known, { minEqfLevel: 6 })).toBe(false);
    expect(passes(known, { maxEqfLevel: 4 })).toBe(false);
    expect(passes(known, { maxPrice: euros(49.99) })).toBe(false);
    expect(passes(known, { maxHours: 19 })).toBe(false);
  });

  it('compares prices in one currency only, but free is free in any', () => {
    expect(passes({ price: { amount: 1, currency: 'SEK' } }, { maxPrice: euros(50) })).toBe(false);
    expect(passes({ price: { amount: 0, currency: 'SEK' } }, { maxPrice: euros(0) })).toBe(true);
  });

  it('compares languages by their primary part', () => {
    expect(passes({ language: 'en-GB' }, { languages: ['sv', 'EN'] })).toBe(true);
    expect(passes({ language: 'fr' }, { languages: ['sv', 'en'] })).toBe(false);
  });

  it('finds a region inside or around the one asked for, and what is online anywhere', () => {
    expect(passes({ availableIn: ['SE11'] }, { region: 'SE110' })).toBe(true);
    expect(passes({ availableIn: ['SE110'] }, { region: 'SE' })).toBe(true);
    expect(passes({ availableIn: ['SE12', 'online'] }, { region: 'SE110' })).toBe(true);
    expect(passes({ availableIn: ['SE12'] }, { region: 'SE110' })).toBe(false);
    expect(passes({ participation: 'self-paced online' }, { region: 'SE110' })).toBe(true);
    expect(passes({ participation: 'online' }, { region: 'SE110' })).toBe(true);
    expect(passes({ participation: 'blended' }, { region: 'SE110' })).toBe(false);
  });

  it('knows participation, provider, assessment and quality assurance', () => {
    expect(passes({ participation: 'blended' }, { participations: ['blended'] })).toBe(true);
    expect(passes({ participation: 'onsite' }, { participations: ['blended'] })).toBe(false);
    expect(passes({ provider: 'kth' }, { providers: ['KTH'] })).toBe(true);
    expect(passes({ provider: 'KTH Academy' }, { providers: ['KTH'] })).toBe(false);
    expect(passes({ assessment: { type: 'exam', description: null } }, { assessedOnly: true })).toBe(true);
    expect(passes({ qualityAssurance: { type: 'internal', body: null } }, { qualityAssuredOnly: true })).toBe(true);
    expect(passes({}, { assessedOnly: false, qualityAssuredOnly: false })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { findRegion, regionAncestors, regionName } from '../../../services/collect/find-region.ts';
import { InvalidInputError } from '../../../services/errors.ts';

describe('findRegion', () => {
  it.each([
    ['UKH', 'UKH', ['GB']],
    ['us-ca', 'US-CA', ['US']],
    ['IE-D', 'IE-D', ['IE-L', 'IE']],
    ['FR', 'FR', []],
    ['GB', 'GB', []],
    ['uk', 'GB', []],
    ['east of england', 'UKH', ['GB']],
    ['Scotland', 'UKM', ['GB']],
    ['ile de france', 'FR-IDF', ['FR']],
    ['Paris', 'FR-75C', ['FR-IDF', 'FR']],
    ['Małopolskie', 'PL-12', ['PL']],
    ['Bavaria', 'DE-BY', ['DE']],
    ['Galway city', 'IE-G', ['IE-C', 'IE']],
    ['Germany', 'DE', []],
  ])('finds %s', (typed, code, ancestors) => {
    const found = findRegion(typed);
    expect([found.code, found.ancestors]).toEqual([code, ancestors]);
  });

  it.each([
    ['Est of England', 'Unknown region "Est of England": did you mean East of England (UKH)?'],
    ['Californa', 'Unknown region "Californa": did you mean California (US-CA)?'],
    ['Toulouse', 'Unknown region "Toulouse": did you mean Haute-Garonne (FR-31)?'],
    ['Hertfordshire', 'Unknown region "Hertfordshire": did you mean East of England (UKH)?'],
    ['Limburg', '"Limburg" names 2 regions: give the code, Limburg (BE-VLI) or Limburg (NL-LI).'],
    ['Xyzzyx', 'Unknown region "Xyzzyx": give an ISO 3166-2 or NUTS code.'],
    ['England', 'England is counted by its nine regions, UKC to UKK: give one of them, or GB.'],
  ])('helps with %s', (typed, message) => {
    expect(() => findRegion(typed)).toThrow(new InvalidInputError(message));
  });
});

describe('regionAncestors and regionName', () => {
  it('know nothing of an unknown code, and do not fail', () => {
    expect(regionAncestors('XX-1')).toEqual([]);
    expect(regionName('XX-1')).toBe('XX-1');
  });

  it('give a country its everyday name', () => {
    expect(regionName('GB')).toBe('United Kingdom');
  });
});

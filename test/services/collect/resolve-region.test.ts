import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveRegion } from '../../../services/collect/resolve-region.ts';
import { regionTables } from '../../../services/collect/region-tables.ts';

describe('resolveRegion', () => {
  it.each([
    ['San Francisco, CA', 'CA', 'US', 'US-CA'],
    ['San Francisco, CA', null, null, 'US-CA'],
    ['Oregon', null, 'US', 'US-OR'],
    ['Toulouse, Haute-Garonne', null, 'FR', 'FR-31'],
    ['Paris', null, 'FR', 'FR-75C'],
    ['Paris, Ile-de-France', null, 'FR', 'FR-75C'],
    ['Paris (75)', null, 'FR', 'FR-75C'],
    ['1er Arrondissement, Paris', null, 'FR', 'FR-75C'],
    ['Ile-de-France, France', null, 'FR', 'FR-IDF'],
    ['Rhône, Auvergne-Rhône-Alpes', null, 'FR', 'FR-69'],
    ['Levallois-Perret, Nanterre', null, 'FR', 'FR-92'],
    ['Montreuil, Pas-de-Calais', null, 'FR', 'FR-62'],
    ['małopolskie', null, 'PL', 'PL-12'],
    ['Warszawa mazowieckie', null, 'PL', 'PL-14'],
    ['Strzegom (Dolnośląskie)', null, 'PL', 'PL-02'],
    ['woj. łódzkie, Łódź', null, 'Polska', 'PL-10'],
    ['Cork', null, 'IE', 'IE-CO'],
    ['Galway city', 'Galway', 'Ireland', 'IE-G'],
    ['München', null, 'Deutschland', 'DE-BY'],
  ])('finds the region of %s (%s, %s)', (place, region, country, code) => {
    expect(resolveRegion(place, region, country).regionCode).toBe(code);
  });

  it.each([
    ['Ware, Hertfordshire', 'East of England', 'UKH'],
    ['Ware, Hertfordshire', null, 'UKH'],
    ['General Hospital, Watford', null, 'UKH'],
    ['Leeds', null, 'UKE'],
    [null, 'Yorkshire and The Humber', 'UKE'],
    ['Cardiff', 'Wales', 'UKL'],
    ['Glasgow', null, 'UKM'],
    ['Belfast', null, 'UKN'],
    ['London', 'London', 'UKI'],
  ])('counts %s (%s) by NUTS 1 in the United Kingdom', (place, region, code) => {
    expect(resolveRegion(place, region, 'GB')).toEqual({ country: 'GB', regionCode: code });
  });

  it('trusts the stated region over a street that sounds like another', () => {
    expect(resolveRegion('London Road, Leeds', 'Yorkshire and The Humber', 'GB').regionCode).toBe('UKE');
  });

  it('trusts the place over a region read from it by substring', () => {
    expect(resolveRegion('Kraków (Małopolskie)', 'opolskie', 'PL').regionCode).toBe('PL-12');
  });

  it('gives no region to a place that names several', () => {
    expect(resolveRegion('Paris / Lyon', null, 'FR')).toEqual({ country: 'FR', regionCode: null });
    expect(resolveRegion('dolnośląskie , małopolskie', null, 'PL').regionCode).toBeNull();
  });

  it('refines a stated region by a town within it, and not by one outside', () => {
    expect(resolveRegion('Toulouse', 'Occitanie', 'FR').regionCode).toBe('FR-31');
    expect(resolveRegion('Saint-Denis', 'Occitanie', 'FR').regionCode).toBe('FR-OCC');
  });

  it('sees that a place abroad is not in the country of the board', () => {
    expect(resolveRegion('Niemcy zagranica', null, 'PL')).toEqual({ country: 'DE', regionCode: null });
    expect(resolveRegion('zagranica', null, 'PL')).toEqual({ country: null, regionCode: null });
    expect(resolveRegion('St Helier, Jersey', 'Crown dependencies', 'GB')).toEqual({ country: 'JE', regionCode: null });
  });

  it('keeps American towns named after countries in America', () => {
    expect(resolveRegion('Lebanon, NH', null, 'US')).toEqual({ country: 'US', regionCode: 'US-NH' });
  });

  it('works the country out when none is stated', () => {
    expect(resolveRegion('Toulouse, France', null, null)).toEqual({ country: 'FR', regionCode: 'FR-31' });
    expect(resolveRegion('Berlin, DE', null, null)).toEqual({ country: 'DE', regionCode: 'DE-BE' });
    expect(resolveRegion('małopolskie', null, null).country).toBe('PL');
    expect(resolveRegion(null, null, 'Francja').country).toBe('FR');
  });

  it('is unknown when nothing is known', () => {
    expect(resolveRegion(null, null, null)).toEqual({ country: null, regionCode: null });
    expect(resolveRegion('Remote', null, null)).toEqual({ country: null, regionCode: null });
    expect(resolveRegion('in', null, 'US')).toEqual({ country: 'US', regionCode: null });
  });
});

describe('the tables of data/geo', () => {
  it('name only regions that exist, and each town once for a country', () => {
    const { regionByCode } = regionTables();
    const seen = new Set<string>();
    const lines = readFileSync(new URL('../../../data/geo/cities.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    for (const line of lines) {
      const [code = '', places = ''] = line.split(',');
      expect(regionByCode.has(code), code).toBe(true);
      for (const place of places.split('|')) {
        const key = `${regionByCode.get(code)?.country}:${place.toLowerCase()}`;
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      }
    }
    const aliases = readFileSync(new URL('../../../data/geo/region-aliases.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    for (const line of aliases) expect(regionByCode.has(line.split(',')[0] ?? ''), line).toBe(true);
  });
});

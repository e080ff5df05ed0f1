/**
 * Which regions exist, what they are called and which contains which: ISO 3166-2 from npm `iso-3166`, joined with the
 * tables of data/geo. The only file that reads either.
 *
 * The United Kingdom is special: its regions here are the twelve of NUTS 1 (`UKH`), the level its vacancy data is
 * published at, so its ISO subdivisions (`GB-HRT`) are only names that lead to one of the twelve.
 */
import { existsSync, readFileSync } from 'node:fs';
import { iso31661, iso31662 } from 'iso-3166';
import { UnavailableError } from '../errors.ts';
import { foldText } from './fold-text.ts';

export interface Region {
  /** ISO 3166-1 alpha-2, ISO 3166-2, or NUTS 1 in the United Kingdom. */
  code: string;
  name: string;
  country: string;
  /** The next larger region, the country last; null for a country. */
  parent: string | null;
}

export interface RegionTables {
  regionByCode: ReadonlyMap<string, Region>;
  /** Folded names of regions (not of countries) by country: official, alias, English. */
  namesByCountry: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Folded names of towns, and of smaller subdivisions, by country. */
  townsByCountry: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const CROWN_DEPENDENCIES = new Set(['JE', 'GG', 'IM']);

let tables: RegionTables | undefined;

/** Built on first use (about 30 ms), then shared: the tables never change while the program runs. */
export function regionTables(): RegionTables {
  return (tables ??= buildTables());
}

function buildTables(): RegionTables {
  const regionByCode = new Map<string, Region>();
  const namesByCountry = new Map<string, Map<string, string>>();
  const townsByCountry = new Map<string, Map<string, string>>();
  /** The first name wins: official names are added before aliases. */
  const add = (table: Map<string, Map<string, string>>, country: string, name: string, code: string): void => {
    const names = table.get(country) ?? new Map<string, string>();
    table.set(country, names);
    for (const key of [foldText(name), foldText(name).replaceAll(' ', '')]) {
      if (key !== '' && !names.has(key)) names.set(key, code);
    }
  };

  for (const country of iso31661) {
    regionByCode.set(country.alpha2, {
      code: country.alpha2,
      name: country.name,
      country: country.alpha2,
      parent: null,
    });
  }
  for (const { code, name, parent } of iso31662) {
    const country = code.slice(0, 2);
    if (country === 'GB') continue;
    regionByCode.set(code, { code, name, country, parent });
    add(namesByCountry, country, name.replace(/ \(.*\)$/, ''), code);
    // "Navarra, Comunidad Foral de" is also called Navarra.
    if (name.includes(',')) add(namesByCountry, country, name.split(',')[0] ?? '', code);
  }
  const isoNames = new Map(iso31662.map(({ code, name }) => [code, name]));
  for (const [code = '', name = '', aliases = '', subdivisions = ''] of readTable('uk-regions.csv')) {
    regionByCode.set(code, { code, name, country: 'GB', parent: 'GB' });
    for (const alias of [name, ...aliases.split('|')]) add(namesByCountry, 'GB', alias, code);
    for (const suffix of subdivisions.split('|')) {
      const isoName = isoNames.get(`GB-${suffix}`) ?? '';
      // "Bristol, City of", "Belfast City", "Durham, County": the plain name is what people write.
      for (const plain of [isoName, isoName.replace(/,.*$|(?: City)$/, '')]) add(townsByCountry, 'GB', plain, code);
    }
  }
  for (const [code = '', alias = ''] of readTable('region-aliases.csv'))
    add(namesByCountry, code.slice(0, 2), alias, code);
  for (const [code = '', places = ''] of readTable('cities.csv')) {
    const country = regionByCode.get(code)?.country ?? '';
    for (const place of places.split('|')) {
      add(townsByCountry, country, place, code);
      // British boards list the Crown dependencies among their regions.
      if (CROWN_DEPENDENCIES.has(code)) add(townsByCountry, 'GB', place, code);
    }
  }
  return { regionByCode, namesByCountry, townsByCountry };
}

/** Rows of one table of data/geo, without its header. Cells hold no commas or quotes (data/geo/README.md). */
function readTable(file: string): string[][] {
  // From the sources the folder is two levels up, from dist/services/collect three.
  const candidates = ['../../data/geo/', '../../../data/geo/'].map((path) => new URL(path + file, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (found === undefined) {
    throw new UnavailableError(`data/geo/${file} is missing: install Skillgap again or restore the folder data/geo.`);
  }
  const lines = readFileSync(found, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(','));
}

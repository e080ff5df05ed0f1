/**
 * Place, region and country as a source writes them in, country (alpha-2) and region code out.
 *
 * The smallest region named wins ("Paris, Ile-de-France" is FR-75C), but the United Kingdom stops at NUTS 1. A place that
 * names several regions of equal rank ("Paris / Lyon") has none: guessing one would move demand between regions.
 */
import { foldText } from './fold-text.ts';
import { countryNames, resolveCountry } from './resolve-country.ts';
import { regionAncestors } from './find-region.ts';
import { regionTables } from './region-tables.ts';

export interface ResolvedPlace {
  country: string | null;
  /** ISO 3166-2, or NUTS 1 in the United Kingdom; null when only the country is known. */
  regionCode: string | null;
}

/** How a part of a place was understood; a surer way beats a less sure one. */
type Certainty = 'town within' | 'region within' | 'town' | 'region';
const CERTAINTIES: readonly Certainty[] = ['region', 'town', 'region within', 'town within'];
interface Candidate {
  code: string;
  certainty: Certainty;
  /** The folded name that was found. */
  name: string;
}

/** A board's own country is not where such a job is. */
const ABROAD = /\b(?:zagranica|za granicą|abroad|overseas|im ausland|à l['’]étranger)(?!\p{L})/iu;
const PART_SEPARATORS = /[,;/()|•]|\s[-–]\s/;

export function resolveRegion(place: string | null, region: string | null, country: string | null): ResolvedPlace {
  const parts = (place ?? '').split(PART_SEPARATORS).filter((part) => foldText(part) !== '');
  const stated = resolveCountry(country);
  const assumed = stated ?? countryOf(parts, region);
  if (assumed === null) return { country: null, regionCode: null };

  const fromPlace = pickOne(parts.flatMap((part) => readPart(part, assumed)));
  const fromRegion = region === null ? null : pickOne(readPart(region, assumed));
  const regionCode = reconcile(fromPlace, fromRegion);
  if (regionCode !== null) return settle(regionCode);

  // "Niemcy zagranica" on a Polish board, "Jersey" on a British one: the place names another country.
  const abroad = parts.map((part) => countryNamed(part.replace(ABROAD, ''))).find((code) => code !== null);
  const isAbroad = parts.some((part) => ABROAD.test(part));
  return { country: abroad ?? (isAbroad ? null : assumed), regionCode: null };
}

/** A code that is a country ("Jersey" among British towns) is not a region. */
function settle(code: string): ResolvedPlace {
  const country = regionTables().regionByCode.get(code)?.country ?? null;
  return { country, regionCode: code === country ? null : code };
}

function reconcile(fromPlace: Candidate | null, fromRegion: Candidate | null): string | null {
  if (fromPlace === null || fromRegion === null) return fromPlace?.code ?? fromRegion?.code ?? null;
  if (isWithin(fromPlace.code, fromRegion.code)) return fromPlace.code;
  // A region read by substring from its place: "Kraków (Małopolskie)" arrives with the region "opolskie".
  const isReadBySubstring =
    fromPlace.certainty.startsWith('region') && squeeze(fromPlace.name).includes(squeeze(fromRegion.name));
  return isReadBySubstring ? fromPlace.code : fromRegion.code;
}

/** The smallest region the surest candidates agree on, or null when they contradict each other. */
function pickOne(candidates: readonly Candidate[]): Candidate | null {
  let picked: Candidate | null = null;
  for (const certainty of CERTAINTIES) {
    for (const candidate of candidates.filter((one) => one.certainty === certainty)) {
      if (picked?.code === candidate.code) continue;
      if (picked === null || isWithin(candidate.code, picked.code)) picked = candidate;
      else if (candidate.certainty === picked.certainty && !isWithin(picked.code, candidate.code)) return null;
    }
  }
  return picked;
}

function isWithin(code: string, larger: string): boolean {
  return code === larger || regionAncestors(code).includes(larger);
}

function readPart(part: string, country: string): Candidate[] {
  const { regionByCode, namesByCountry, townsByCountry } = regionTables();
  const regions = namesByCountry.get(country);
  const towns = townsByCountry.get(country);
  const code = part.trim();
  if (regionByCode.get(code)?.country === country && code !== country)
    return [{ code, certainty: 'region', name: code }];
  // "San Francisco, CA", "Paris (75)": the code without its country. Upper case, or "in" and "de" would be states.
  const short = `${country}-${code}`;
  if (regionByCode.has(short)) return [{ code: short, certainty: 'region', name: code }];
  if (code === '75' && country === 'FR') return [{ code: 'FR-75C', certainty: 'region', name: code }];

  const name = foldText(part.replace(/\b(?:woj\.|województwo|county|co\.)\s*/gi, ' '));
  for (const key of [name, name.replaceAll(' ', '')]) {
    const regionCode = regions?.get(key);
    const townRegion = towns?.get(key);
    // "Paris" is a département and a town: as sure as a town, so that "Paris / Lyon" contradicts itself.
    if (townRegion !== undefined && (regionCode ?? townRegion) === townRegion) {
      return [{ code: townRegion, certainty: 'town', name }];
    }
    if (regionCode !== undefined) return [{ code: regionCode, certainty: 'region', name }];
  }
  return readWords(name, regions, 'region within') ?? readWords(name, towns, 'town within') ?? [];
}

/** Names inside a longer part, longest first: "Warszawa mazowieckie", "John Radcliffe Hospital Oxford". The last one stands. */
function readWords(
  name: string,
  codes: ReadonlyMap<string, string> | undefined,
  certainty: Certainty,
): Candidate[] | null {
  const words = name.split(' ').slice(-12);
  for (let length = Math.min(5, words.length - 1); length >= 1; length--) {
    for (let start = words.length - length; start >= 0; start--) {
      const key = words.slice(start, start + length).join(' ');
      const code = key.length >= 4 ? codes?.get(key) : undefined;
      if (code !== undefined) return [{ code, certainty, name: key }];
    }
  }
  return null;
}

function squeeze(name: string): string {
  return foldText(name).replaceAll(' ', '');
}

/** Two-letter words are codes only in capitals, and American states before countries when a town stands before them. */
function countryNamed(part: string): string | null {
  const word = part.trim();
  if (word.length <= 3 && word !== word.toUpperCase()) return null;
  return countryNames().get(foldText(word)) ?? null;
}

/** The country of a place whose source states none. */
function countryOf(parts: readonly string[], region: string | null): string | null {
  const { regionByCode, namesByCountry, townsByCountry } = regionTables();
  const last = (parts.at(-1) ?? '').trim();
  const first = foldText(parts[0] ?? '');
  if (parts.length > 1 && regionByCode.has(`US-${last}`)) {
    const asCountry = townsByCountry.get(last)?.has(first) ?? false;
    return asCountry ? last : 'US';
  }
  const named = countryNamed(last) ?? (region === null ? null : countryNamed(region));
  if (named !== null && parts.length > 1) return named;
  const keys = [region, ...parts.toReversed()].map((part) => foldText(part ?? '')).filter((key) => key !== '');
  for (const table of [namesByCountry, townsByCountry]) {
    const countries = [...table].filter(([, codes]) => keys.some((key) => codes.has(key))).map(([code]) => code);
    if (countries.length === 1) return countries[0] ?? null;
  }
  return named;
}

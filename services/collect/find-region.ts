/**
 * What a person types for a scope in (`UKH`, "East of England", "US-CA", "cork"), one region or a sentence of help out.
 */
import { InvalidInputError } from '../errors.ts';
import { editDistance } from './edit-distance.ts';
import { foldText } from './fold-text.ts';
import { countryNames } from './resolve-country.ts';
import { regionTables } from './region-tables.ts';

export interface FoundRegion {
  code: string;
  name: string;
  country: string;
  /** Codes of the larger regions it lies in, nearest first, the country last. */
  ancestors: string[];
}

const MAX_SUGGESTIONS = 4;

/**
 * A region by code or name, case and accents ignored.
 * @throws InvalidInputError for an unknown name (with what it may have meant) and for one that several regions bear
 */
export function findRegion(nameOrCode: string): FoundRegion {
  const { regionByCode } = regionTables();
  const typed = nameOrCode.trim();
  const code = typed.toUpperCase() === 'UK' ? 'GB' : typed.toUpperCase();
  const byCode = regionByCode.get(code);
  if (byCode) return describe(byCode.code);

  if (foldText(typed) === 'england') {
    throw new InvalidInputError('England is counted by its nine regions, UKC to UKK: give one of them, or GB.');
  }
  const name = foldText(typed).replace(/(?<=.) city$/, (city) => (codesByName().has(foldText(typed)) ? city : ''));
  const codes = [...(codesByName().get(name) ?? [])];
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return describe(only);
  if (codes.length > 1) {
    throw new InvalidInputError(
      `"${typed}" names ${codes.length} regions: give the code, ${orList(codes.map(label))}.`,
    );
  }
  const meant = suggest(name);
  const hint = meant.length > 0 ? `did you mean ${orList(meant.map(label))}?` : 'give an ISO 3166-2 or NUTS code.';
  throw new InvalidInputError(`Unknown region "${typed}": ${hint}`);
}

/** `US-CA` -> [US], `UKH` -> [GB], `FR-75C` -> [FR-IDF, FR]; [] for a country or an unknown code. */
export function regionAncestors(code: string): string[] {
  const { regionByCode } = regionTables();
  const ancestors: string[] = [];
  for (let parent = regionByCode.get(code)?.parent ?? null; parent !== null;) {
    ancestors.push(parent);
    parent = regionByCode.get(parent)?.parent ?? null;
  }
  return ancestors;
}

/** The name shown for a region code, or the code itself when it is unknown. */
export function regionName(code: string): string {
  const region = regionTables().regionByCode.get(code);
  if (region === undefined) return code;
  // ISO's own names of countries are formal: "United Kingdom of Great Britain and Northern Ireland".
  return region.parent === null
    ? (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? region.name)
    : region.name;
}

function describe(code: string): FoundRegion {
  const country = regionTables().regionByCode.get(code)?.country ?? code;
  return { code, name: regionName(code), country, ancestors: regionAncestors(code) };
}

let codesByFoldedName: Map<string, Set<string>> | undefined;

function codesByName(): ReadonlyMap<string, ReadonlySet<string>> {
  if (codesByFoldedName) return codesByFoldedName;
  const index = new Map<string, Set<string>>();
  const add = (name: string, code: string): void => {
    index.set(name, (index.get(name) ?? new Set<string>()).add(code));
  };
  // Two- and three-letter words are codes, tried before.
  for (const [name, code] of countryNames()) if (name.length > 3) add(name, code);
  for (const names of regionTables().namesByCountry.values()) {
    for (const [name, code] of names) add(name, code);
  }
  // Counted as regions of their own, not as their country.
  for (const name of ['scotland', 'wales', 'northern ireland']) index.get(name)?.delete('GB');
  return (codesByFoldedName = index);
}

/** Codes whose name is nearest to a misspelt one; for a town, the region it lies in. */
function suggest(name: string): string[] {
  const towns = [...regionTables().townsByCountry.values()].flatMap((codes) => codes.get(name) ?? []);
  if (towns.length > 0) return [...new Set(towns)].sort().slice(0, MAX_SUGGESTIONS);
  let nearest = Math.min(3, Math.floor(name.length / 4) + 1);
  let codes = new Set<string>();
  for (const [candidate, candidateCodes] of codesByName()) {
    if (Math.abs(candidate.length - name.length) > nearest) continue;
    const distance = editDistance(name, candidate);
    if (distance > nearest) continue;
    if (distance < nearest) codes = new Set();
    nearest = distance;
    for (const code of candidateCodes) codes.add(code);
  }
  return [...codes].sort().slice(0, MAX_SUGGESTIONS);
}

function label(code: string): string {
  return `${regionName(code)} (${code})`;
}

function orList(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1) ?? ''}`;
}

/**
 * A country as somebody wrote it in, ISO 3166-1 alpha-2 or null out. Names in English and the languages postings come in.
 */
import { iso31661 } from 'iso-3166';
import { foldText } from './fold-text.ts';

/** What people write beside the names of ISO and CLDR, folded. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: 'GB', 'u k': 'GB', 'great britain': 'GB', britain: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB',
  usa: 'US', 'u s': 'US', 'u s a': 'US', 'united states of america': 'US', america: 'US', 'stany zjednoczone': 'US',
  holland: 'NL', holandia: 'NL', 'czech republic': 'CZ', 'republic of ireland': 'IE', eire: 'IE', 'south korea': 'KR', russia: 'RU',
  vietnam: 'VN', taiwan: 'TW', iran: 'IR', syria: 'SY', bolivia: 'BO', tanzania: 'TZ', moldova: 'MD', turkey: 'TR', 'ivory coast': 'CI',
}; // prettier-ignore
const NAME_LANGUAGES = ['en', 'fr', 'de', 'pl', 'es', 'it', 'nl', 'sv'];

let codeByName: Map<string, string> | undefined;

/** @param written a name or an alpha-2 or alpha-3 code in any case */
export function resolveCountry(written: string | null): string | null {
  if (written === null) return null;
  return countryNames().get(foldText(written)) ?? null;
}

/** Folded names and codes of all countries. */
export function countryNames(): ReadonlyMap<string, string> {
  if (codeByName) return codeByName;
  codeByName = new Map<string, string>();
  for (const { alpha2, alpha3, name } of iso31661) {
    for (const key of [alpha2, alpha3, name]) codeByName.set(foldText(key), alpha2);
  }
  for (const language of NAME_LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const { alpha2 } of iso31661) {
      const key = foldText(names.of(alpha2) ?? '');
      if (key !== '' && !codeByName.has(key)) codeByName.set(key, alpha2);
    }
  }
  for (const [key, alpha2] of Object.entries(ALIASES)) codeByName.set(key, alpha2);
  return codeByName;
}

/**
 * A text and the language its source states in, ISO 639-1 or null out.
 *
 * Function words vote first: they settle nearly every advert in one pass. Only an undecided vote asks the trigram model.
 * A stated language wins unless the text clearly contradicts it: boards state the language of their site, and one
 * advert in twenty on a French board is English.
 */
import { franc } from 'franc-min';
import { STOP_WORDS } from './stop-words.ts';

const MAX_WORDS = 400;
/** Below this many words neither method is to be trusted against a stated language. */
const MIN_WORDS = 12;
/** Part of all words that must be function words of the winner, how many at least, and how far ahead of the second. */
const MIN_VOTE_SHARE = 0.08;
const MIN_VOTES = 4;
const CLEAR_LEAD = 2;

const LANGUAGES_BY_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS)) {
  for (const word of words) LANGUAGES_BY_WORD.set(word, [...(LANGUAGES_BY_WORD.get(word) ?? []), language]);
}

/** Trigram model codes (ISO 639-3) of the languages that have postings; anything else is reported as null. */
const ISO_639_1: Readonly<Record<string, string>> = Object.fromEntries(
  'eng:en fra:fr deu:de pol:pl spa:es ita:it nld:nl swe:sv por:pt ces:cs slk:sk hun:hu ron:ro bul:bg hrv:hr srp:sr slv:sl ukr:uk rus:ru ell:el tur:tr dan:da nob:no nno:no fin:fi'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** @param stated language or locale as the source states it (`fr`, `en-GB`), or null */
export function detectLanguage(text: string, stated: string | null): string | null {
  const statedCode = /^\s*([a-z]{2})(?:[-_][a-z0-9]+)*\s*$/i.exec(stated ?? '')?.[1]?.toLowerCase() ?? null;
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, MAX_WORDS) ?? [];
  if (words.length < MIN_WORDS) return statedCode;

  const votes = countVotes(words);
  const [best, second] = votes;
  if (best === undefined) return statedCode ?? trigramLanguage(text);
  const statedVotes = votes.find((vote) => vote.language === statedCode)?.count ?? 0;
  const isClear =
    best.count >= Math.max(MIN_VOTES, words.length * MIN_VOTE_SHARE) &&
    best.count >= CLEAR_LEAD * Math.max(second?.count ?? 0, statedVotes);
  if (isClear) return best.language;
  return statedCode ?? trigramLanguage(text) ?? best.language;
}

function countVotes(words: readonly string[]): { language: string; count: number }[] {
  const countByLanguage = new Map<string, number>();
  for (const word of words) {
    for (const language of LANGUAGES_BY_WORD.get(word) ?? []) {
      countByLanguage.set(language, (countByLanguage.get(language) ?? 0) + 1);
    }
  }
  return [...countByLanguage]
    .map(([language, count]) => ({ language, count }))
    .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
}

function trigramLanguage(text: string): string | null {
  return ISO_639_1[franc(text.slice(0, 2_000), { minLength: 40 })] ?? null;
}

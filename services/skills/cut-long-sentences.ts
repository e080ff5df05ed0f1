/**
 * Sentences longer than a person reads in one breath in, parts of at most about 60 words out.
 *
 * A vague average is what a long sentence becomes to an embedder. Cuts fall where the meaning pauses: semicolons first,
 * then dashes and colons, run-on list items, clauses, commas, and only then any blank.
 */
import { toSpans } from './split-sentences.ts';
import type { Span } from './split-sentences.ts';

export const MAX_WORDS = 60;

const CUTS: readonly RegExp[] = [
  /;\s*/gu,
  /:\s+|\s[–—-]\s/gu,
  // Items of a list that lost its line breaks: "team leadership Develop reports".
  /(?<=[\p{Ll})\d])\s+(?=\p{Lu}\p{Ll}{3,}\s+\p{Ll})/gu,
  /,\s+(?=(?:and|as well as|but|while|which|where|who|including|such as|et|ainsi que|mais|qui|und|sowie|oraz|a także|które)\s)/gu,
  /,\s+/gu,
  /\s+(?=(?:and|or|et|ou|und|oder|oraz|i|lub)\s)/gu,
  /\s+/gu,
];
/** Polish list items without separators start with a noun of action or one of these, in capitals nowhere else. */
const POLISH_ITEM =
  /(?<=[\p{L})\d.])\s+(?=(?:\p{Lu}\p{Ll}+(?:anie|enie|ęcie|ość|acja|ucja|ycja|ekcja|stwo|ctwo|ugą)|Obsługa|Kontrola|Współpraca|Opieka|Wsparcie|Nadzór|Dbałość|Udział|Pomoc|Analiza|Rozwój|Sprzedaż|Aktywn[aey]|Aktualn[aey]|Bieżąc[aey]|Codzienn[aey]|Terminow[aey]|Bardzo|Dobr[aey]|Biegł[aey]|Mile|Minimum|Min\.|Chęć|Chęci|Prawo jazdy|Wysok[aiey]|Umiejętności|Zdolności|Ukończon[aey]|Uprawnienia|Książeczka|Doskonał[aey]|Praktyczn[aey]|Podstawow[aey]|Nastawienie|Własn[aey]|Odporność|Praca|Prace|Montaż|Raport\p{L}*|Tworzenie|Przyjmowanie|Utrzymanie|Wykonywanie)\s)/gu;

/** @param language run-on Polish lists are cut at any length, because Polish capitalises nothing else */
export function cutLongSentence(text: string, span: Span, language: string | null): Span[] {
  const part = text.slice(span.start, span.end);
  if (language === 'pl') {
    const cuts = [...part.matchAll(POLISH_ITEM)].map((match) => match.index);
    if (cuts.length > 0) return toSpans(text, span.start, span.end, cuts).flatMap((item) => cut(text, item));
  }
  return cut(text, span);
}

function cut(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end);
  const length = countWords(part);
  if (length <= MAX_WORDS) return [span];
  for (const pattern of CUTS) {
    const position = nearestToMiddle(part, pattern);
    if (position === undefined) continue;
    const halves = toSpans(text, span.start, span.end, [position]);
    if (halves.length === 2) return halves.flatMap((half) => cut(text, half));
  }
  return [span];
}

/** Never within five words of either end: a cut there leaves a scrap and no shorter sentence. */
function nearestToMiddle(part: string, pattern: RegExp): number | undefined {
  let best: number | undefined;
  const middle = part.length / 2;
  for (const match of part.matchAll(pattern)) {
    const position = match.index + (match[0].startsWith(' ') ? 0 : 1);
    if (position < part.length * 0.1 || position > part.length * 0.9) continue;
    if (best === undefined || Math.abs(position - middle) < Math.abs(best - middle)) best = position;
  }
  return best;
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

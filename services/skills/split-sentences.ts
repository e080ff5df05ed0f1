/**
 * Part of a text in, its sentences out as offsets: bullets inside a line, sentences, and adverts whose sentences lost the
 * blank between them ("...Pathrise?Pathrise (YC W18) is").
 *
 * A full stop is an end only when what surrounds it says so: Node.js, Ph.D., e.g., U.S., 3.5 and "m.in." are words.
 */
export interface Span {
  start: number;
  end: number;
}

const ABBREVIATIONS = new Set(
  (
    'e.g i.e eg ie vs approx incl min max no nr dr mr mrs ms st prof sr jr inc ltd co corp ph.d phd m.sc b.sc msc bsc dept est ext fig govt hon ' +
    'p.ex ex env resp mme m cf av bac réf tél ' +
    'z.b bzw ca inkl u.a d.h ggf std evtl zzgl bspw usw gem str ' +
    'm.in np tj tzw ul al godz ds dot ok woj pow os kat jęz wyd sp z o.o k św inż mgr lic śr wg r s.a tys mln min ww poz'
  ).split(' '),
);
/** Single capitals that end sentences as often as not: "Python and R. Experience with". */
const LANGUAGE_LETTERS = new Set(['R', 'C']);
/** Words that start a sentence of an advert: before one of these, glue is believed even behind a capitalised word. */
const STARTERS = new RegExp(
  "^(?:Ability|Able|Advanced|Analy[sz]e|Applicants?|Assist|At least|Bachelor|Build|Candidates?|Collaborate|Communicat\\w+|Conduct|Contribute|Coordinate|Create|Deep|Define|Demonstrated?|Design|Develop|Document|Drive|Ensure|Excellent|Experienced?|Expertise|Extensive|Familiarity|Good|Great|Hands|Identify|Implement|Knowledge|Lead|Maintain|Manage|Master|Minimum|Monitor|Must|Our|Participate|Passion|Perform|Ph\\.?D|Prefer\\w+|Prepare|Prior|Proficien\\w+|Proven|Provide|Responsible|Review|Solid|Strong|Support|The|This|Train|Understand\\w*|We|What|With|Work|Working|Comfortable|Hands-on|You|Your|Connaissance|Maîtrise|Expérience|Participer|Concevoir|Développer|Assurer|Gestion)(?=[\\s,'’])",
);
const GLUE = /[\p{L}\d)%+](?=\p{Lu}\p{Ll})|\p{Ll}{3}(?=A \p{Ll}|\d{1,2}\+? ?(?:years|yrs)\b)/gu;
// Bounded: a run of 200,000 full stops must not be scanned from each of them to its end.
const END = /[.!?…]{1,6}["”»)\]]{0,3}(?=\s|$)|[.!?](?=\p{Lu}[\p{Ll}\s’'])/gu;
const INLINE_BULLET = /(?:^|\s)[•▪●◦‣∙➢➤►✓✔✅❖■□·]\s*|[:;.!?,]\s+[-–*]\s+(?=[\p{L}\d])|\s+(?:-|–|\*)\s+(?=\p{Lu})/gu;
/** Polish adverts that lost their line breaks: ",Ułatwianie", ";Wsparcie". */
const GLUED_LIST = /[,;](?=\p{Lu}\p{Ll}{2,})|;\s+/gu;
const GLUED_COMMA = /,(?=\p{Ll}{4})/gu;

/** @returns trimmed, non-empty spans within [start, end), in order */
export function splitSentences(text: string, start: number, end: number): Span[] {
  const cuts = new Set<number>();
  const part = text.slice(start, end);
  collectBulletCuts(part, cuts);
  for (const match of part.matchAll(END)) {
    if (endsSentence(part, match.index, match[0])) cuts.add(match.index + match[0].length);
  }
  for (const match of part.matchAll(GLUED_LIST)) cuts.add(match.index + 1);
  // Two commas without a blank are a list ("dokumentów,przygotowywanie raportów,"), one is a slip.
  const commas = [...part.matchAll(GLUED_COMMA)];
  if (commas.length > 1) for (const comma of commas) cuts.add(comma.index + 1);
  for (const match of part.matchAll(GLUE)) {
    const at = match.index + match[0].length;
    if (match[0].length > 1 || isGluedEnd(part, at)) cuts.add(at);
  }
  return toSpans(
    text,
    start,
    end,
    [...cuts].sort((a, b) => a - b),
  );
}

/** Turns cut positions (relative to `start`) into trimmed spans. */
export function toSpans(text: string, start: number, end: number, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const cut of [...cuts.map((position) => start + position), end]) {
    const span = trimSpan(text, from, cut);
    if (span) spans.push(span);
    from = Math.max(from, cut);
  }
  return spans;
}

const LEADING = /^(?:[\s•▪●◦‣∙➢➤►✓✔✅❖■□·*+>~|–—-]|\p{Extended_Pictographic}|[\u200d\ufe0f]|[,;:.](?=\s|\p{L}))+/u;

/** Without surrounding blanks, bullets, emoji and separators; undefined when nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | undefined {
  const part = text.slice(start, end);
  // "-5 °C" and ".NET" keep their sign; a digit is pictographic to Unicode only with its keycap.
  const lead = /^\s*\.(?=\p{L})/u.test(part)
    ? (/^\s*/.exec(part)?.[0].length ?? 0)
    : (LEADING.exec(part)?.[0].length ?? 0);
  const trail = /[\s•▪●·*|;,–—-]*$/u.exec(part.slice(-40))?.[0].length ?? 0;
  const span = { start: start + lead, end: end - trail };
  return span.start < span.end ? span : undefined;
}

function collectBulletCuts(part: string, cuts: Set<number>): void {
  const matches = [...part.matchAll(INLINE_BULLET)];
  const dashes = matches.filter((match) => /[-–*]\s/.test(match[0]));
  for (const match of matches) {
    // One dash between words is a dash ("Data Engineer - Paris"); three are a list.
    if (/^\s+[-–*]/.test(match[0]) && dashes.length < 3) continue;
    cuts.add(match.index + (/^[:;.!?,]/.test(match[0]) ? 1 : 0));
  }
}

function endsSentence(part: string, at: number, mark: string): boolean {
  const next = part.slice(at + mark.length).trimStart();
  if (!mark.startsWith('.') || mark.length > 1) return !/^[\p{Ll},]/u.test(next);
  if (/^\p{Ll}/u.test(next) && next.length > 0) return false;
  const word = /[^\s(/,;:"“]*$/u.exec(part.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  if (next.length === 0) return true;
  if (LANGUAGE_LETTERS.has(word)) return true;
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase())) return false;
  // Glued ends: "Inc.The" is an end, "Asp.Net" and "www.Site.com" are not.
  if (/^\p{Lu}/u.test(part.slice(at + 1))) {
    return !/^(?:Net|Js|Com|Io|Org|Ai|Co)\b/.test(part.slice(at + 1)) && !isInsideAddress(part, at) && word.length > 2;
  }
  return !/^\d{1,2}$/.test(word) || at > 3;
}

/** "...conclusionsTrain and mentor" is two sentences, "JavaScript" and "TensorFlow" are words. */
function isGluedEnd(part: string, at: number): boolean {
  const right = part.slice(at, at + 24);
  const left = /\S*$/.exec(part.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  if (isInsideAddress(part, at)) return false;
  const starter = STARTERS.exec(right)?.[0].length ?? 0;
  if (starter > 0 && (left.length > 1 || starter >= 8)) return true;
  return /(?:^|\P{L})\p{Ll}{5,}$|\p{L}\)$/u.test(left) && /^\p{Lu}\p{Ll}{2,}[\s,.:/-]/u.test(right);
}

function isInsideAddress(part: string, at: number): boolean {
  const word = /\S*$/.exec(part.slice(Math.max(0, at - 60), at + 1))?.[0] ?? '';
  return /[@/#]|www\.|^\W*\w+\.\w+$/.test(word);
}

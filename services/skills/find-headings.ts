/**
 * Finds the headings of a posting: lines of their own, `Heading: text` inside a line, and headings glued to the text
 * after them ("REQUIREMENTSPh.D. in Chemistry"), which is how scraped adverts arrive.
 *
 * Everything is matched on a lower-case copy of the text with the same length, so that offsets stay valid.
 */
import type { Necessity } from '../domain/posting.ts';
import { ASKED } from './boilerplate.ts';
import { countWords } from './cut-long-sentences.ts';
import { HEADING_ROWS } from './section-headings.ts';
import type { HeadingRow, SectionKind } from './heading-row.ts';

export interface Heading {
  kind: SectionKind;
  necessity: Necessity;
  isField: boolean;
}
export interface FoundHeading extends Heading {
  start: number;
  /** After the heading and its colon. */
  end: number;
  /** It asks for something itself: "At least three years with one of these:". */
  isAlsoText: boolean;
}

interface CompiledRow extends Heading {
  line: RegExp;
  /** `lines` only: what may be believed inside running text. */
  strict: RegExp;
  leadIn: RegExp | undefined;
}
const ROWS: readonly CompiledRow[] = HEADING_ROWS.map((row) => ({
  ...headingOf(row),
  line: new RegExp(`^(?:${[...row.lines, ...(row.wide ?? [])].join('|')})$`),
  strict: new RegExp(`^(?:${row.lines.join('|')})$`),
  leadIn: row.leadIns && new RegExp(row.leadIns.join('|'), 'u'),
}));

/** "By joining us you will have access to these benefits:" also says "you will have": what is offered decides first. */
const LEAD_IN_ROWS = [...ROWS].sort((a, b) => Number(b.kind === 'benefits') - Number(a.kind === 'benefits'));

/** Words that may stand between a known heading and its colon: "Responsibilities include, but are not limited to:". */
const TAIL =
  '(?:,? (?:include|includes|including|are|is|for|of|in|at|the|this|role|position|job|post|but|not|limited|to|following|your|our|will|be|as|follows|and|that|we|you|with|a|une?|seront|sont|les|suivantes?|de|du|poste|sera|na|tym|stanowisku|należy|należeć|będzie|będą|ci|się|m\\.in\\.|między|innymi|kandydata|kandydatów|pracownika)){0,9}';
const INLINE: readonly (Heading & { pattern: RegExp })[] = HEADING_ROWS.map((row) => ({
  ...headingOf(row),
  pattern: new RegExp(`(?:${row.lines.join('|')})(?![\\p{L}\\p{Nd}])`, 'yu'),
}));
/** All of them at once: a capital letter that starts no heading costs one test and not one per row. */
const ANY_INLINE = new RegExp(HEADING_ROWS.flatMap((row) => row.lines).join('|'), 'y');
const INLINE_TAIL = new RegExp(`${TAIL}[ ?…*_]{0,3}:`, 'yu');
/** Headings safe to believe inside running text without a colon, when a capital follows: scraped Polish and French. */
const STANDALONE =
  /^(?:twój zakres obowiązków|zakres obowiązków|twoje zadania|nasze wymagania|wymagania pracodawcy|to oferujemy|oferujemy|pracodawca oferuje|twój profil|mile widziane|czego oczekujemy|vos missions|votre mission|vos responsabilités|votre profil|profil recherché|descriptif du poste|description du poste|position description|job description|your future duties and responsibilities|required qualifications to be successful in this role|qui sommes-nous|nous vous proposons)$/;
/** Polish headings that also stand before a small letter. */
const STANDALONE_ALWAYS =
  /^(?:twój zakres obowiązków|nasze wymagania|wymagania pracodawcy|to oferujemy|pracodawca oferuje|zakres obowiązków)$/;

const CAPITAL = /\p{Lu}/u;
/** What can start a heading, end a clause, or close a lead-in. */
const MARK = /[:.!?;•]|\p{Lu}/gu;
const LETTER = /[\p{L}\p{Nd}]/u;
/** Where a capital follows a small letter, or a capitalised word a shouted one. */
const SEAM = /\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}[\p{Ll} '’]|\d)/gu;
const MAX_GLUED_LENGTH = 60;
/** Clauses longer than this before a colon are sentences, not headings. */
const MAX_LEAD_IN_LENGTH = 130;

/** What a whole line says as a heading, or undefined when it is not a known one. `line` is lower case, trimmed. */
export function classifyHeading(line: string): Heading | undefined {
  const plain = plainHeading(line);
  if (plain === '' || plain.length > 90) return undefined;
  return ROWS.find((row) => row.line.test(plain));
}

/** What a clause that ends with a colon announces, or undefined when nothing known. Lower case. */
export function classifyLeadIn(clause: string): Heading | undefined {
  return LEAD_IN_ROWS.find((row) => row.leadIn?.test(clause));
}

/** Heading text without bullets, stars, emoji, section numbers and closing punctuation. */
function plainHeading(line: string): string {
  return line
    .replace(/^(?:[^\p{L}\p{Nd}"“]+|(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s+)+/u, '')
    .replace(/[^\p{L}\p{Nd})]+$/u, '')
    .replaceAll(/[*_]+/g, '')
    .trim();
}

/**
 * Headings inside `text[start, end)`, one line, in order and without overlap.
 * @param lower the whole text in lower case with straight apostrophes, same length as `text`
 */
export function findInlineHeadings(text: string, lower: string, start: number, end: number): FoundHeading[] {
  const found: FoundHeading[] = [];
  let clauseStart = start;
  for (const match of text.slice(start, end).matchAll(MARK)) {
    const at = start + match.index;
    if (at < clauseStart) continue;
    if (match[0] === ':') {
      const leadIn = readLeadIn(lower, clauseStart, at);
      if (leadIn === undefined) continue;
      const isAlsoText = asksItself(lower.slice(clauseStart, at), leadIn);
      found.push({ ...leadIn, start: clauseStart, end: at + 1, isAlsoText });
      clauseStart = at + 1;
    } else if (!CAPITAL.test(match[0])) {
      if (!isInsideWord(text, at)) clauseStart = at + 1;
    } else if (startsWord(text, at)) {
      const heading = readInlineHeading(text, lower, at, end);
      if (heading === undefined) continue;
      found.push(heading);
      clauseStart = heading.end;
    }
  }
  return found;
}

/** "The successful candidate will be responsible for:" in the middle of a line. */
function readLeadIn(lower: string, clauseStart: number, colon: number): Heading | undefined {
  if (colon - clauseStart > MAX_LEAD_IN_LENGTH || /\d:?\d/.test(lower.slice(colon - 1, colon + 2))) return undefined;
  const clause = lower.slice(clauseStart, colon).trim();
  if (clause.split(/\s+/).length < 3 || clause.includes('http')) return undefined;
  return classifyLeadIn(clause);
}

function readInlineHeading(text: string, lower: string, at: number, end: number): FoundHeading | undefined {
  ANY_INLINE.lastIndex = at;
  if (!ANY_INLINE.test(lower)) return undefined;
  for (const { pattern, kind, necessity, isField } of INLINE) {
    pattern.lastIndex = at;
    if (!pattern.test(lower)) continue;
    const stop = pattern.lastIndex;
    if (stop > end) continue;
    INLINE_TAIL.lastIndex = stop;
    if (INLINE_TAIL.test(lower) && INLINE_TAIL.lastIndex <= end) {
      return { kind, necessity, isField, start: at, end: INLINE_TAIL.lastIndex, isAlsoText: false };
    }
    if (isField) continue;
    const rest = text.slice(stop, Math.min(stop + 6, end));
    if (standsAlone(text.slice(at, stop), rest)) {
      const close = stop + (/^ ?\?/.exec(rest)?.[0].length ?? 0);
      return { kind, necessity, isField, start: at, end: close, isAlsoText: false };
    }
  }
  return readGluedHeading(text, lower, at, end);
}

/** "The PositionWe are", "REQUIREMENTSPh.D.": no blank between heading and text, only a capital where none belongs. */
function readGluedHeading(text: string, lower: string, at: number, end: number): FoundHeading | undefined {
  for (const seam of text.slice(at, Math.min(end, at + MAX_GLUED_LENGTH)).matchAll(SEAM)) {
    const stop = at + seam.index + 1;
    const written = text.slice(at, stop);
    if (written.length < 7 || (!/\p{Ll}$/u.test(written) && !isUpperCase(written))) continue;
    const row = ROWS.find(({ strict, isField }) => !isField && strict.test(lower.slice(at, stop)));
    if (row)
      return { kind: row.kind, necessity: row.necessity, isField: false, start: at, end: stop, isAlsoText: false };
  }
  return undefined;
}

/** "QUI SOMMES-NOUS ? Thales", "Nasze wymagania Jesteś": nothing but a blank between. */
function standsAlone(written: string, rest: string): boolean {
  const phrase = written.toLowerCase().replaceAll('’', "'");
  if (rest === '') return isUpperCase(written) && written.length >= 7;
  if (/^ \p{L}/u.test(rest) && STANDALONE_ALWAYS.test(phrase)) return true;
  // A word in capitals among others in capitals is a shouted sentence.
  if (isUpperCase(written)) return written.length >= 8 && /^ \??\s?(?:\p{Lu}?\p{Ll}|\d|- )/u.test(rest);
  return STANDALONE.test(phrase) && /^ \??\s?[\p{Lu}\d-]/u.test(rest);
}

/** At the start of a word, or glued to the word before ("completionREQUIREMENTS"). */
function startsWord(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || !LETTER.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(text[at] ?? ''));
}

/** A full stop between letters (Node.js, m.in.) ends no clause. */
function isInsideWord(text: string, at: number): boolean {
  return LETTER.test(text[at + 1] ?? ' ') && LETTER.test(text[at - 1] ?? ' ');
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether a lead-in clause (lower case) is worth keeping as a sentence beside opening a section. */
export function asksItself(clause: string, { kind }: Heading): boolean {
  const isAsking = kind === 'requirements' || kind === 'nice-to-have' || kind === 'duties';
  return isAsking && (countWords(clause) >= 9 || /\d/.test(clause)) && ASKED.test(clause);
}

function headingOf(row: HeadingRow): Heading {
  return { kind: row.kind, necessity: row.necessity ?? 'unstated', isField: row.isField ?? false };
}

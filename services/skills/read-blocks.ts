/**
 * A posting's lines in, blocks of text out, each with the section it stands in.
 *
 * The section is state that runs down the page: a heading opens one, the next heading closes it, and prose after a list
 * casts doubt on it, because adverts put their closing words there without a new heading.
 */
import type { Necessity } from '../domain/posting.ts';
import { isCompanyTalk } from './company-talk.ts';
import { countWords } from './cut-long-sentences.ts';
import { asksItself, classifyHeading, classifyLeadIn, findInlineHeadings } from './find-headings.ts';
import type { Heading } from './find-headings.ts';
import type { SectionKind } from './heading-row.ts';

export interface Block {
  start: number;
  end: number;
  isHeading: boolean;
  isBullet: boolean;
  kind: SectionKind;
  /** The heading it stands under, as written. */
  section: string | null;
  necessity: Necessity;
  isAfterList: boolean;
}

interface Section {
  kind: SectionKind;
  label: string | null;
  necessity: Necessity;
  hasBullets: boolean;
  isAfterList: boolean;
}

interface Line {
  start: number;
  end: number;
  isBullet: boolean;
}

const BULLET =
  /^(?:[•▪●◦‣∙➢➤►✓✔✅❖■□·*+>–—-]+(?![\d%])|o\s(?=\S)|\(?\d{1,2}[.)](?!\d)|\(?[A-Za-z][.)]\s+(?!\p{Ll})|\(?[ivx]{1,4}[.)]\s|\p{Extended_Pictographic}(?![\d️⃣]))[\ufe0f\u200d\s]*/u;
const NO_SECTION: Section = {
  kind: 'unknown',
  label: null,
  necessity: 'unstated',
  hasBullets: false,
  isAfterList: false,
};
const MAX_HEADING_LENGTH = 110;
const MAX_FIELD_LENGTH = 120;

export function readBlocks(text: string, lower: string): Block[] {
  const blocks: Block[] = [];
  const lines = readLines(text);
  let section = NO_SECTION;
  /** A field heading alone on its line ("Location") covers the one line below it. */
  let pendingField: Section | undefined;
  const write = (line: Line, end: number, start: number, of: Section, isHeading = false): void => {
    if (text.slice(start, end).trim() === '') return;
    const { kind, label, necessity, isAfterList } = of;
    blocks.push({ start, end, isHeading, isBullet: line.isBullet, kind, section: label, necessity, isAfterList });
  };

  for (const [position, line] of lines.entries()) {
    const fieldText = pendingField;
    pendingField = undefined;
    const heading = readHeadingLine(text, lower, line, lines[position + 1], section);
    if (fieldText !== undefined && heading?.isKnown !== true && countWords(text.slice(line.start, line.end)) <= 12) {
      write(line, line.end, line.start, fieldText);
      continue;
    }
    if (heading !== undefined) {
      write(line, line.end, line.start, section, !heading.isAlsoText);
      const opened = open(heading, text, line.start, line.end);
      if (heading.isField) pendingField = opened;
      else section = opened;
      continue;
    }
    section = afterLine(section, text, lower, line);
    let from = line.start;
    let current = section;
    const headings = findInlineHeadings(text, lower, line.start, line.end);
    for (const [position, found] of headings.entries()) {
      write(line, found.start, from, current);
      const opened = open(found, text, found.start, found.end);
      write(line, found.end, found.start, found.isAlsoText ? opened : current, !found.isAlsoText);
      from = found.end;
      if (found.isField) {
        const valueEnd = fieldValueEnd(text, from, headings[position + 1]?.start ?? line.end);
        write(line, valueEnd, from, opened);
        from = valueEnd;
        current = section;
      } else {
        current = section = opened;
      }
    }
    write(line, line.end, from, current);
  }
  return blocks;
}

interface HeadingLine extends Heading {
  /** Found in the table, not only looking like a heading. */
  isKnown: boolean;
  /** "At least three years' experience with one of:" opens a list and asks for something itself. */
  isAlsoText: boolean;
}

/** The heading a whole line is, known or only looking like one. */
function readHeadingLine(
  text: string,
  lower: string,
  line: Line,
  next: Line | undefined,
  section: Section,
): HeadingLine | undefined {
  const written = text.slice(line.start, line.end);
  if (written.length > 2 * MAX_HEADING_LENGTH) return undefined;
  const clause = lower.slice(line.start, line.end);
  const endsWithColon = /[:;]\W*$/.test(written);
  const isSentence = /\p{L}[.!]$/u.test(written) && countWords(written) > 4;
  const known = isSentence ? undefined : classifyHeading(clause);
  if (known !== undefined && (!line.isBullet || endsWithColon || countWords(written) <= 2)) {
    return { ...known, isKnown: true, isAlsoText: false };
  }
  if (/:\W*$/.test(written) && !/[.!?]\s+\p{Lu}/u.test(written)) return readLeadInLine(clause, section);
  if (line.isBullet || written.length > MAX_HEADING_LENGTH || written.includes(': ')) return undefined;
  const looksLikeHeading = isShouted(written) || (next?.isBullet === true && isTitle(written));
  if (!looksLikeHeading) return undefined;
  const leadIn = classifyLeadIn(clause) ?? { kind: 'unknown', necessity: 'unstated', isField: false };
  return { ...leadIn, isKnown: false, isAlsoText: false };
}

function readLeadInLine(clause: string, section: Section): HeadingLine | undefined {
  const leadIn = classifyLeadIn(clause);
  const words = countWords(clause);
  const isInherited =
    section.kind !== 'company' && section.kind !== 'application' && section.kind !== 'equal opportunity';
  const within = {
    kind: isInherited ? section.kind : 'unknown',
    necessity: section.necessity,
    isField: false,
  } as const;
  // An unknown subheading ("Programming:") stays within its section, unless that is prose; a long clause is a sentence.
  if (leadIn === undefined) return words <= 6 ? { ...within, isKnown: true, isAlsoText: false } : undefined;
  const isAsking = leadIn.kind === 'requirements' || leadIn.kind === 'nice-to-have' || leadIn.kind === 'duties';
  const necessity = isAsking && leadIn.necessity === 'unstated' ? section.necessity : leadIn.necessity;
  return { ...leadIn, necessity, isKnown: true, isAlsoText: asksItself(clause, leadIn) };
}

/** Where the value of `Location: Leeds` ends when other text runs on after it: a value is short, and one sentence. */
function fieldValueEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  const length = /[.!?](?=\s+\p{Lu})/u.exec(value)?.index ?? value.length;
  return length <= MAX_FIELD_LENGTH ? start + length : start;
}

function open(heading: Heading, text: string, start: number, end: number): Section {
  const label = text.slice(start, end).replace(/^[^\p{L}\p{Nd}]+|[\s:*_]+$/gu, '');
  return { kind: heading.kind, label, necessity: heading.necessity, hasBullets: false, isAfterList: false };
}

/** Prose after bullets ends the list; only its heading's name is kept where the section was one to keep. */
function afterLine(section: Section, text: string, lower: string, line: Line): Section {
  if (line.isBullet) return section.hasBullets ? section : { ...section, hasBullets: true };
  const written = text.slice(line.start, line.end);
  const isProse = /^["“(]?\p{Lu}/u.test(written) && countWords(written) >= 6 && /[.!?:]["”)]?$/.test(written);
  const isKept = section.kind === 'requirements' || section.kind === 'duties' || section.kind === 'nice-to-have';
  if (!isProse || section.isAfterList) return section;
  if (isKept)
    return section.hasBullets || isCompanyTalk(lower.slice(line.start, line.end), true) ? NO_SECTION : section;
  return section.hasBullets ? { ...section, isAfterList: true } : section;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const written = match[0];
    const indent = written.length - written.trimStart().length;
    const bullet = BULLET.exec(written.slice(indent))?.[0].length ?? 0;
    const line = {
      start: match.index + indent + bullet,
      end: match.index + written.trimEnd().length,
      isBullet: bullet > 0,
    };
    const previous = lines.at(-1);
    if (line.start >= line.end) continue;
    if (previous !== undefined && isContinued(text, previous, line)) previous.end = line.end;
    else lines.push(line);
  }
  return lines;
}

/** A line that starts small goes on with one that started large and did not end: hard-wrapped text, not a list. */
function isContinued(text: string, { start, end }: Line, next: Line): boolean {
  if (next.isBullet || !/^\n\s?$/.test(text.slice(end, next.start)) || !/^\p{Ll}{2}/u.test(text.slice(next.start)))
    return false;
  return /^\p{Lu}/u.test(text.slice(start, start + 2)) && /[\p{L}\d)]$/u.test(text.slice(end - 2, end));
}

/** "GENERAL SUMMARY", but not the list item "SQL" or "AWS, GCP". */
function isShouted(written: string): boolean {
  const letters = written.replace(/[^\p{L}]/gu, '');
  return letters.length >= 8 && letters === letters.toUpperCase() && !written.includes(',') && !/[.!]$/.test(written);
}

/** "Candidate Attributes": nearly every word capitalised. */
function isTitle(written: string): boolean {
  const words = written.match(/\p{L}+/gu) ?? [];
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
  return words.length >= 1 && words.length <= 8 && capitalised.length >= 0.7 * words.length && !/[.,;]$/.test(written);
}

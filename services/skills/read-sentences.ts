/**
 * The plain text of a posting in, all its sentences out, each with its block and why the tables say that it asks for nothing.
 *
 * What cannot ask (benefits, the employer's praise of itself, how to apply) gets its reason here, before any model sees it.
 * Where no table says what a sentence is, it may ask: a later stage can still turn it down, but cannot bring it back.
 */
import { ASKED, boilerplateReason, STRONGLY_ASKED } from './boilerplate.ts';
import { isCompanyTalk, namesItsEmployer, ROLE_TALK } from './company-talk.ts';
import { countWords, cutLongSentence } from './cut-long-sentences.ts';
import type { SectionKind } from './heading-row.ts';
import { readBlocks, type Block } from './read-blocks.ts';
import { splitSentences, type Span } from './split-sentences.ts';

/** One sentence of a posting, with the block it stands in. */
export interface ReadSentence extends Span {
  text: string;
  /** The same in lower case with straight apostrophes: what the tables see. */
  lower: string;
  block: Block;
  /** Why it asks for nothing; undefined when it may ask for something. */
  reason: string | undefined;
}

const DROPPED_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'benefits',
  'terms',
  'company',
  'application',
  'equal opportunity',
]);

/** Sections written as prose, where adverts wander from themselves to the job; lists of benefits do not. */
const PROSE_SECTIONS: ReadonlySet<SectionKind> = new Set(['company', 'application']);

/**
 * All sentences in order, judged by the tables alone; headings among them.
 * @param employer its name without the legal form, where it is known
 */
export function readSentences(
  description: string,
  language: string | null,
  employer: string | null = null,
): ReadSentence[] {
  const allLower = sameLengthLowerCase(description);
  const seen = new Set<string>();
  const read = ({ start, end }: Span) => ({
    start,
    end,
    text: description.slice(start, end),
    lower: allLower.slice(start, end),
  });
  return readBlocks(description, allLower).flatMap((block): ReadSentence[] => {
    const { start, end } = block;
    if (block.isHeading) return [{ ...read(block), block, reason: 'heading' }];
    const spans = splitSentences(description, start, end).flatMap((span) =>
      cutLongSentence(description, span, language),
    );
    return spans.map((span) => {
      const sentence = read(span);
      // Questionnaires repeat their scale under every task: the second time nothing is read at all.
      const reason = seen.has(sentence.lower)
        ? 'repeated'
        : reasonToDrop(sentence.text, sentence.lower, block, employer);
      seen.add(sentence.lower);
      return { ...sentence, block, reason };
    });
  });
}

function reasonToDrop(text: string, sentence: string, block: Block, employer: string | null): string | undefined {
  if (!/\p{L}{2}|\b[cr]\b/u.test(sentence)) return 'too short';
  if (DROPPED_SECTIONS.has(block.kind) && !STRONGLY_ASKED.test(sentence)) {
    // Prose may have left the subject of its heading without another heading: it must say that it asks for something.
    const isAsking = block.isAfterList
      ? ASKED.test(sentence)
      : PROSE_SECTIONS.has(block.kind) && ROLE_TALK.test(sentence);
    if (!isAsking) return `${block.kind} section`;
  }
  const boilerplate = boilerplateReason(sentence);
  if (boilerplate !== undefined) return boilerplate;
  const isInList = block.kind !== 'unknown';
  if (!(isInList && block.isBullet) && isCompanyTalk(sentence, isInList)) return 'about the employer';
  if (!isInList && !block.isBullet && employer !== null && namesItsEmployer(text, sentence, employer)) {
    return 'about the employer';
  }
  // One word alone is a requirement only in a list of them ("Docker"); a list that lost its bullets starts in lower case.
  const fewest = /^\p{Ll}/u.test(text) ? 2 : 3;
  return !isInList && !block.isBullet && countWords(sentence) < fewest ? 'too short' : undefined;
}

/** Lower case with straight apostrophes, character for character: offsets in one are offsets in the other. */
function sameLengthLowerCase(text: string): string {
  const straight = text.replace(/[’‘ʼ´`′]/g, "'");
  const lower = straight.toLowerCase();
  // 'İ' becomes two code units in lower case.
  return lower.length === text.length
    ? lower
    : Array.from({ length: text.length }, (_, at) => {
        const char = (straight[at] ?? '').toLowerCase();
        return char.length === 1 ? char : (straight[at] ?? '');
      }).join('');
}

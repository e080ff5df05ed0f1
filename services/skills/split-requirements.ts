/**
 * The plain text of a posting in, its requirement sentences out, each with its place in that text.
 *
 * A requirement is whatever may ask for something: duties count, because they name skills. What cannot ask (benefits,
 * the employer's praise of itself, how to apply) is dropped here, with the reason, before any model sees it. Where
 * nothing says what a sentence is, it is kept: a later stage can still turn it down, but cannot bring it back.
 */
import type { Necessity, Requirement } from '../domain/posting.ts';
import { ASKED, boilerplateReason, STRONGLY_ASKED } from './boilerplate.ts';
import { isCompanyTalk, ROLE_TALK } from './company-talk.ts';
import { countWords, cutLongSentence } from './cut-long-sentences.ts';
import { readBlocks } from './read-blocks.ts';
import type { Block } from './read-blocks.ts';
import { readNecessity } from './read-necessity.ts';
import type { SectionKind } from './heading-row.ts';
import { splitSentences } from './split-sentences.ts';
import type { Span } from './split-sentences.ts';

export interface DroppedSentence {
  text: string;
  /** A few words for people: `benefits section`, `how to apply`, `heading`. */
  reason: string;
}
export interface SplitPosting {
  requirements: Requirement[];
  dropped: DroppedSentence[];
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

/** Requirements of one posting in order of appearance; `description.slice(start, end) === text` for each. */
export function splitRequirements(description: string, language: string | null): Requirement[] {
  return splitPosting(description, language).requirements;
}

/** The same, with everything left out and why: for explaining, and for checking the tables. */
export function splitPosting(description: string, language: string | null): SplitPosting {
  const lower = sameLengthLowerCase(description);
  const requirements: Requirement[] = [];
  const dropped: DroppedSentence[] = [];
  const seen = new Set<string>();
  for (const block of readBlocks(description, lower)) {
    if (block.isHeading) {
      dropped.push({ text: description.slice(block.start, block.end), reason: 'heading' });
      continue;
    }
    const sentences = splitSentences(description, block.start, block.end).flatMap((span) =>
      cutLongSentence(description, span, language),
    );
    for (const span of sentences) {
      const text = description.slice(span.start, span.end);
      const sentence = lower.slice(span.start, span.end);
      // Questionnaires repeat their scale under every task: the second time nothing is read at all.
      const reason = seen.has(sentence) ? 'repeated' : reasonToDrop(text, sentence, block);
      seen.add(sentence);
      if (reason !== undefined) dropped.push({ text, reason });
      else
        requirements.push(
          toRequirement(requirements.length, text, span, block, readNecessity(sentence, block.necessity)),
        );
    }
  }
  return { requirements, dropped };
}

function reasonToDrop(text: string, sentence: string, block: Block): string | undefined {
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
  // One word alone is a requirement only in a list of them ("Docker"); a list that lost its bullets starts in lower case.
  const fewest = /^\p{Ll}/u.test(text) ? 2 : 3;
  return !isInList && !block.isBullet && countWords(sentence) < fewest ? 'too short' : undefined;
}

function toRequirement(position: number, text: string, span: Span, block: Block, necessity: Necessity): Requirement {
  return { position, text, start: span.start, end: span.end, section: block.section, necessity };
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

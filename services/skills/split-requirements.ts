/**
 * The plain text of a posting in, its requirement sentences out, each with its place in that text.
 *
 * A requirement is whatever may ask for something: duties count, because they name skills. Tables turn down what cannot ask
 * (read-sentences.ts), and where words were trained for the language, prose worded like company talk (silent-sentences.ts).
 */
import type { AskingWords } from '../../models/asking-words.ts';
import type { Requirement } from '../domain/posting.ts';
import { readNecessity } from './read-necessity.ts';
import { readSentences } from './read-sentences.ts';
import { silentSentences } from './silent-sentences.ts';

export interface DroppedSentence {
  text: string;
  /** A few words for people: `benefits section`, `how to apply`, `heading`. */
  reason: string;
}
export interface SplitPosting {
  requirements: Requirement[];
  dropped: DroppedSentence[];
}

export interface SplitKnowledge {
  /** Of the language; without them only the tables decide. */
  askingWords?: Pick<AskingWords, 'weights'> | undefined;
  /** The employer's name without its legal form, where it is known. */
  employer?: string | null;
}

/** Requirements of one posting in order of appearance; `description.slice(start, end) === text` for each. */
export function splitRequirements(
  description: string,
  language: string | null,
  known: SplitKnowledge = {},
): Requirement[] {
  return splitPosting(description, language, known).requirements;
}

/** The same, with everything left out and why: for explaining, and for checking the tables. */
export function splitPosting(
  description: string,
  language: string | null,
  { askingWords, employer = null }: SplitKnowledge = {},
): SplitPosting {
  const requirements: Requirement[] = [];
  const dropped: DroppedSentence[] = [];
  const sentences = readSentences(description, language, employer);
  const silent = askingWords && silentSentences(sentences, language, askingWords);
  for (const sentence of sentences) {
    const { text, start, end, block } = sentence;
    const reason = sentence.reason ?? (silent?.has(sentence) === true ? 'words of no requirement' : undefined);
    if (reason !== undefined) dropped.push({ text, reason });
    else {
      const necessity = readNecessity(sentence.lower, block.necessity);
      requirements.push({ position: requirements.length, text, start, end, section: block.section, necessity });
    }
  }
  return { requirements, dropped };
}

/** The words that ask for something in adverts, each language's read when it is first asked for. */
import { readAskingWords, type AskingWords } from '../../models/asking-words.ts';
import { MODEL_LANGUAGE } from '../skills/link-mentions.ts';

export type AskingWordsOf = (language: string | null) => AskingWords | undefined;

/** Those that are shipped: what they say is part of what links a posting. */
const LANGUAGES = ['en', 'fr', 'pl'];

export function openAskingWords(): { askingWordsOf: AskingWordsOf; checksums: string[] } {
  const shipped = new Map(LANGUAGES.map((language) => [language, readAskingWords(language)]));
  return {
    // A text of an unknown language is read as English.
    askingWordsOf: (language) => shipped.get(language ?? MODEL_LANGUAGE),
    checksums: [...shipped.values()].flatMap((words) => words?.checksum ?? []),
  };
}

/** Words that carry no meaning of their own: a window of nothing else is not worth embedding. */
import { deu, eng, fra, pol } from 'stopword';

const ENGLISH = new Set([
  ...eng,
  // What every posting says whatever it asks for.
  ...[
    'must',
    'able',
    'ability',
    'experience',
    'experienced',
    'knowledge',
    'skill',
    'skills',
    'strong',
    'excellent',
    'good',
    'year',
    'years',
  ],
  ...[
    'required',
    'preferred',
    'desirable',
    'essential',
    'plus',
    'including',
    'etc',
    'using',
    'use',
    'within',
    'candidate',
    'will',
    'you',
    'your',
  ],
]);

const BY_LANGUAGE: Record<string, ReadonlySet<string>> = {
  en: ENGLISH,
  de: new Set(deu),
  fr: new Set(fra),
  pl: new Set(pol),
};

const NONE: ReadonlySet<string> = new Set();

/** Folded words; empty for a language without a list. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return BY_LANGUAGE[language] ?? NONE;
}

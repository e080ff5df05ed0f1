/**
 * How sure a word-for-word hit is, by what kind of label was hit.
 *
 * Counted on the real sentences of HOUSE and TECH validation with ESCO 1.1.1, hits that are in the gold of all hits:
 * preferred names (SQL) 41/49, preferred labels of several words 19/22, of one word 6/11; other labels 6/96, because
 * many ESCO aliases are far wider than the skill ("data" for statistics, "design" for think creatively). An own list is
 * written by somebody who wants its aliases found: there they count nearly as much as the label.
 */
import type { LexiconHit } from './skill-lexicon.ts';

/** Whether the aliases of a taxonomy mean the skill itself. */
export type AliasTrust = 'curated' | 'loose';

const PREFERRED = { name: 0.84, severalWords: 0.86, oneWord: 0.55 };
const ALIAS = {
  curated: { name: 0.8, severalWords: 0.8, oneWord: 0.5 },
  loose: { name: 0.06, severalWords: 0.06, oneWord: 0.06 },
};

/** Probability that the text asks for the skill, 0 to 1. */
export function hitConfidence({ isPreferred, isName, wordCount }: LexiconHit, aliases: AliasTrust): number {
  const table = isPreferred ? PREFERRED : ALIAS[aliases];
  return isName ? table.name : wordCount > 1 ? table.severalWords : table.oneWord;
}

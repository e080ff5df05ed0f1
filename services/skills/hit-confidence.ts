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
export function hitConfidence(
  { isPreferred, isCurated = false, isName, wordCount }: LexiconHit,
  aliases: AliasTrust,
): number {
  const table = isPreferred ? PREFERRED : ALIAS[isCurated ? 'curated' : aliases];
  return isName ? table.name : wordCount > 1 ? table.severalWords : table.oneWord;
}

/**
 * Everyday words that are also labels of ESCO skills. In adverts they nearly always mean something else ("care plan", "high
 * energy", "logging of errors"; ESCO's logging fells trees): read on 164 hits in 120 real postings.
 */
const EVERYDAY_LABELS = new Set(
  (
    'plan energy logging crafting logic literature consultation protein golf ecology ethics plastic metal silk leather ' +
    'fashion sport gaming racing fire water wood paper glass music film media art arts food drink wine beer history time ' +
    'records labels patterns resources products materials standards data'
  ).split(' '),
);

/**
 * The confidence of a candidate: the trained one, or that of its word-for-word hit where it is surer. A label of one
 * word is a weak witness: there the two are averaged (as log odds), and an everyday word is never believed.
 * @param trained probability of the trained link confidence, 0 to 1
 */
export function confidenceWithHit(
  trained: number,
  hit: LexiconHit | undefined,
  words: string,
  aliases: AliasTrust,
): number {
  if (hit === undefined) return trained;
  const ofHit = hitConfidence(hit, aliases);
  if (aliases === 'loose' && !hit.isCurated && !hit.isName && isEveryday(words))
    return Math.min(trained, MOST_OF_EVERYDAY);
  if (!hit.isPreferred || hit.isName || hit.wordCount > 1) return Math.max(trained, ofHit);
  const logOdds = (p: number) => Math.log(p / (1 - p));
  const mean = (logOdds(Math.min(0.999, Math.max(0.001, trained))) + logOdds(ofHit)) / 2;
  return Math.max(trained, 1 / (1 + Math.exp(-mean)));
}

/** Below any threshold at which links are made. */
const MOST_OF_EVERYDAY = 0.3;

function isEveryday(words: string): boolean {
  const folded = words.toLowerCase();
  return EVERYDAY_LABELS.has(folded) || EVERYDAY_LABELS.has(folded.replace(/s$/u, ''));
}

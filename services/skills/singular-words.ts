/**
 * English plurals in, singulars out, word by word: labels of occupations are in the singular, titles of classifications and
 * of some adverts are not ("Loan Officers"), and the embedding model hears a difference that is none.
 */

/** Words that end in s and are no plural, or mean something else without it. */
const NO_PLURAL = /(?:ss|us|is|ics|news|sales|operations|systems|series|logistics|goods|arts)$/iu;
const FEWEST_LETTERS = 4;

export function singularWords(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => (word.length < FEWEST_LETTERS || isName(word) ? word : singular(word)));
}

/** AWS, PHPs: capitals inside a word are a name's. */
function isName(word: string): boolean {
  return /\p{L}\p{Lu}/u.test(word) && !/^\p{Lu}+$/u.test(word) ? true : /^\p{Lu}{2,4}$/u.test(word);
}

function singular(word: string): string {
  if (NO_PLURAL.test(word)) return word;
  if (/.men$/iu.test(word)) return word.replace(/en$/u, 'an').replace(/EN$/u, 'AN');
  if (/..ies$/iu.test(word)) return word.replace(/ies$/u, 'y').replace(/IES$/u, 'Y');
  if (/(?:sses|shes|ches|xes)$/iu.test(word)) return word.slice(0, -2);
  return word.replace(/s$/iu, '');
}

/**
 * A short text in, the letter sequences it is made of out: what survives endings, compounds and misspellings in any
 * language, where a word list would not.
 *
 * Each word counts once, with a blank on both sides, so "art" at the start of a word is not "art" inside one.
 */
const LENGTHS = [3, 4];

/** "Arzt" and "Ärztin" are one occupation; the ending is cut where three letters are left of the word. */
const FEMININE: Readonly<Record<string, RegExp>> = { de: /(?<=\p{L}{3})in(?:nen)?$/u };

/** "ox" -> [" ox", "ox ", " ox "]; the whole word with its blanks is always the last of a word's. @param language ISO 639-1 */
export function letterGrams(text: string, language: string): string[] {
  const ending = FEMININE[language];
  const words = (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  ).map((word) => (ending === undefined ? word : word.replace(ending, '')));
  return [...new Set(words)].flatMap((word) => {
    const characters = Array.from(` ${word} `);
    const grams: string[] = [];
    for (const length of LENGTHS) {
      // A word of this length is its own gram, which is added below.
      for (let start = 0; start + length <= characters.length && length < characters.length; start++) {
        grams.push(characters.slice(start, start + length).join(''));
      }
    }
    return [...grams, characters.join('')];
  });
}

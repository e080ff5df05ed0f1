/**
 * One spelling for comparing names: lower case, no accents, words separated by single blanks.
 */

/** Letters that Unicode decomposition leaves alone. */
const PLAIN_LETTER: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** `Île-de-France` -> `ile de france`, `L’Haÿ-les-Roses` -> `l hay les roses`. Never throws; '' when no letter or digit is left. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøßæœđðþı]/g, (letter) => PLAIN_LETTER[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

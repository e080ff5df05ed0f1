/**
 * The start of a CSV file in, its delimiter out: the one of `,` `;` tab that the header line holds most often.
 *
 * Only the header counts: a description in the first row may hold more commas than the row has semicolons.
 */
export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** The header line, quoted cells over several lines included; undefined while `text` holds no end of it. */
export function findHeaderLine(text: string): string | undefined {
  let isQuoted = false;
  let isBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    if (character !== '\n' && character !== '\r') {
      isBlank &&= character.trim() === '';
    } else if (!isQuoted && !isBlank) {
      return text.slice(0, at);
    }
  }
  return undefined;
}

/** A tie, and a header of one column, gives the comma. */
export function findDelimiter(header: string): Delimiter {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  const [first] = DELIMITERS.filter((_, position) => counts[position] === Math.max(...counts));
  return first ?? ',';
}

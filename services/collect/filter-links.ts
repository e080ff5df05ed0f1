/**
 * Addresses in, those a pattern of the user's matches out, within a time limit.
 *
 * The addresses are written by strangers: some patterns take exponential time on the right one. A regular expression
 * cannot be stopped from within, a script of node:vm can.
 */
import { runInNewContext } from 'node:vm';
import { InvalidInputError } from '../errors.ts';

const TIME_LIMIT_MS = 250;

/**
 * @param pattern a regular expression without flags, found anywhere in the address
 * @throws InvalidInputError when the pattern takes too long on these addresses
 */
export function filterLinks(urls: readonly string[], pattern: string): string[] {
  const script = 'const wanted = new RegExp(pattern); JSON.stringify(urls.map((url) => wanted.test(url)))';
  try {
    const matches = JSON.parse(
      String(runInNewContext(script, { urls: [...urls], pattern }, { timeout: TIME_LIMIT_MS })),
    ) as boolean[];
    return urls.filter((_url, position) => matches[position]);
  } catch (error) {
    throw new InvalidInputError(
      `followLinksMatching took more than ${TIME_LIMIT_MS} ms on the links of one page; use a pattern without nested repeats.`,
      { cause: error },
    );
  }
}

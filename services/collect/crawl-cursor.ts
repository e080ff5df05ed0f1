/**
 * How far a crawl is, as text that travels in a job: what is still to be read, and what is known.
 *
 * Known pages are kept as short hashes: a cursor of the largest crawl (1,000 pages) stays near 150 kB.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';

const CrawlState = z.object({
  /** To be read, in order. */
  pending: z.array(z.string()),
  /** Did not answer once; read again when all else is read. */
  again: z.array(z.string()),
  /** Hashes of every address ever put in `pending`. */
  known: z.array(z.string()),
  /** Pages read well so far. */
  readCount: z.number().int().min(0),
});
export type CrawlState = z.infer<typeof CrawlState>;

export function startCrawl(urls: readonly string[], maxPages: number): CrawlState {
  const state: CrawlState = { pending: [], again: [], known: [], readCount: 0 };
  addUrls(state, urls, maxPages);
  return state;
}

/** Puts addresses that are not known yet at the end, as long as no more than `maxPages` are known. */
export function addUrls(state: CrawlState, urls: readonly string[], maxPages: number): void {
  const known = new Set(state.known);
  for (const url of urls) {
    if (known.size >= maxPages) break;
    const hash = createHash('sha256').update(url).digest('base64url').slice(0, 11);
    if (known.has(hash)) continue;
    known.add(hash);
    state.known.push(hash);
    state.pending.push(url);
  }
}

export function isCrawled(state: CrawlState): boolean {
  return state.pending.length === 0 && state.again.length === 0;
}

export function writeCursor(state: CrawlState): string {
  return JSON.stringify(state);
}

/** @throws InvalidInputError for text that `writeCursor` did not write */
export function readCursor(cursor: string): CrawlState {
  try {
    return CrawlState.parse(JSON.parse(cursor));
  } catch (error) {
    throw new InvalidInputError('The cursor of the collection cannot be read; start the collection again.', {
      cause: error,
    });
  }
}

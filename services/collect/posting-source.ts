/**
 * Where postings come from over the network: one page of a source at a time, told apart by a cursor.
 *
 * A source keeps nothing between two calls: the cursor says where to go on, so that any worker can. Asking again
 * with the same cursor is harmless, and what is new or changed is for the store to tell.
 */
import type { UnstampedPosting } from './read-posting-file.ts';

export interface CollectProblem {
  /** The page it is about. */
  url: string;
  /** One sentence. */
  message: string;
}

export interface CollectedPage {
  /** Ids are unique within the page. */
  postings: UnstampedPosting[];
  /** What was left out, and why. The rest of the page is good. */
  problems: CollectProblem[];
  /** Absent when the source has no more. */
  nextCursor?: string;
}

export interface PostingSource {
  readonly id: string;
  /**
   * @param cursor of the page before; undefined for the first
   * @throws TransientError when the source cannot be reached, RateLimitedError when it asks us to wait
   */
  collect(cursor: string | undefined, signal: AbortSignal): Promise<CollectedPage>;
}

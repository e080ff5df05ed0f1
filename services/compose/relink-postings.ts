/** Links some postings again, those of a page together, whatever was linked before. */
import type { LinkedPosting, PostingStore } from '../store/store.ts';
import type { Posting } from '../domain/posting.ts';

/** As many as one job of linking takes: workers/plan-linking.job.ts. */
const PAGE_SIZE = 48;

export async function relinkPostings(
  ids: readonly string[],
  postings: Pick<PostingStore, 'postings' | 'saveLinked'>,
  linkPostings: (postings: readonly Posting[], signal: AbortSignal) => Promise<LinkedPosting[]>,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE_SIZE) {
    const page = await postings.postings(ids.slice(from, from + PAGE_SIZE));
    await postings.saveLinked(await linkPostings(page, signal));
  }
}

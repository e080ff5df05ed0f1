/** Fetches one page of a source and keeps it raw; the next page is the same job with a cursor, then normalising follows. */
import type { RawPosting } from '../services/domain/posting.ts';
import type { JobHandler } from '../services/queue/jobs.ts';
import type { PostingStore } from '../services/store/store.ts';

export interface CollectPostingsDeps {
  postings: Pick<PostingStore, 'saveRaw'>;
  /** One page of the source; `nextCursor` is absent at its end. */
  collectPage: (
    sourceId: string,
    cursor: string | undefined,
    signal: AbortSignal,
  ) => Promise<{ postings: RawPosting[]; nextCursor?: string | undefined }>;
}

export function collectPostingsHandler({ postings, collectPage }: CollectPostingsDeps): JobHandler<'collect-postings'> {
  return async ({ sourceId, cursor }, { signal }) => {
    const page = await collectPage(sourceId, cursor, signal);
    await postings.saveRaw(page.postings);
    return page.nextCursor === undefined
      ? [{ name: 'normalise-postings', payload: {} }]
      : [{ name: 'collect-postings', payload: { sourceId, cursor: page.nextCursor } }];
  };
}

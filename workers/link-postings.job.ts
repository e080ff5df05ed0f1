/** Finds what a page of postings asks for. The job that leaves nothing pending is followed by the index. */
import type { Posting } from '../services/domain/posting.ts';
import type { JobHandler } from '../services/queue/jobs.ts';
import type { CredentialStore, LinkedPosting, PostingStore } from '../services/store/store.ts';

export interface LinkPostingsJobDeps {
  postings: Pick<PostingStore, 'postings' | 'saveLinked' | 'pendingLinks'>;
  credentials: Pick<CredentialStore, 'pendingLinks'>;
  linkerId: (signal: AbortSignal) => Promise<string>;
  linkPostings: (postings: readonly Posting[], signal: AbortSignal) => Promise<LinkedPosting[]>;
}

export function linkPostingsHandler(deps: LinkPostingsJobDeps): JobHandler<'link-postings'> {
  return async ({ postingIds }, { signal }) => {
    const found = await deps.postings.postings(postingIds);
    const linked = await deps.linkPostings(found, signal);
    if (linked.length > 0) await deps.postings.saveLinked(linked);
    return (await isAllLinked(deps, signal)) ? [{ name: 'rebuild-index', payload: {} }] : [];
  };
}

/** True for whichever linking job ends last, on whichever machine; a second one would find the index fresh. */
export async function isAllLinked(
  {
    postings,
    credentials,
    linkerId,
  }: Pick<LinkPostingsJobDeps, 'credentials' | 'linkerId'> & { postings: Pick<PostingStore, 'pendingLinks'> },
  signal: AbortSignal,
): Promise<boolean> {
  const linker = await linkerId(signal);
  const pending = await Promise.all([postings.pendingLinks(linker, 1), credentials.pendingLinks(linker, 1)]);
  return pending.every((ids) => ids.length === 0);
}

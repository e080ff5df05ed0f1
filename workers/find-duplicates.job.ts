/** Marks the postings that repeat another one, over all of them at once. */
import type { Posting } from '../services/domain/posting.ts';
import type { JobHandler } from '../services/queue/jobs.ts';
import type { DuplicateOf, PostingStore } from '../services/store/store.ts';

export interface FindDuplicatesDeps {
  postings: Pick<PostingStore, 'eachPosting' | 'saveDuplicates'>;
  findDuplicates: (postings: AsyncIterable<Posting>) => Promise<DuplicateOf[]>;
}

export function findDuplicatesHandler({ postings, findDuplicates }: FindDuplicatesDeps): JobHandler<'find-duplicates'> {
  return async ({ limit }) => {
    await postings.saveDuplicates(await findDuplicates(postings.eachPosting()));
    return [{ name: 'plan-linking', payload: { limit } }];
  };
}

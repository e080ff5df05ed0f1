/** Normalises one page of pending postings; the page after it is the same job again, until none is pending. */
import type { RawPosting } from '../services/domain/posting.ts';
import { InvalidInputError } from '../services/errors.ts';
import type { JobHandler } from '../services/queue/jobs.ts';
import type { NormalisedPosting, PostingStore } from '../services/store/store.ts';

export interface NormalisePostingsDeps {
  postings: Pick<PostingStore, 'pendingNormalisation' | 'rawPostings' | 'rejectRaw' | 'saveNormalised'>;
  normaliserVersion: number;
  normalisePosting: (raw: RawPosting) => NormalisedPosting;
}

const PAGE_SIZE = 500;

export function normalisePostingsHandler(deps: NormalisePostingsDeps): JobHandler<'normalise-postings'> {
  const { postings, normaliserVersion, normalisePosting } = deps;
  return async ({ limit }, { signal }) => {
    const pending = await postings.pendingNormalisation(normaliserVersion);
    const raw = await postings.rawPostings(pending.slice(0, PAGE_SIZE));
    signal.throwIfAborted();
    const normalised: NormalisedPosting[] = [];
    for (const posting of raw) {
      try {
        normalised.push(normalisePosting(posting));
      } catch (error) {
        // One unreadable posting must not hold up the others, nor be tried for ever.
        if (!(error instanceof InvalidInputError)) throw error;
        await postings.rejectRaw(posting.id, error.message);
      }
    }
    if (normalised.length > 0) await postings.saveNormalised(normalised);
    const isLast = pending.length <= PAGE_SIZE;
    return [
      isLast ? { name: 'find-duplicates', payload: { limit } } : { name: 'normalise-postings', payload: { limit } },
    ];
  };
}

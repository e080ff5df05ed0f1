/** Makes the linker ready and fans the pending postings and credentials out in pages. */
import type { Job, JobHandler } from '../services/queue/jobs.ts';
import type { CredentialStore, PostingStore } from '../services/store/store.ts';

export interface PlanLinkingDeps {
  postings: Pick<PostingStore, 'pendingLinks'>;
  credentials: Pick<CredentialStore, 'pendingLinks'>;
  /** Opens (and the first time builds) what linking needs, and names the linker. */
  linkerId: (signal: AbortSignal) => Promise<string>;
}

/** Postings whose sentences are embedded together: large enough to fill batches, small enough to lose little in a kill. */
export const POSTINGS_PER_JOB = 96;
export const CREDENTIALS_PER_JOB = 32;

export function planLinkingHandler({ postings, credentials, linkerId }: PlanLinkingDeps): JobHandler<'plan-linking'> {
  return async ({ limit }, { signal }) => {
    const linker = await linkerId(signal);
    const postingIds = (await postings.pendingLinks(linker)).slice(0, limit);
    const credentialIds = await credentials.pendingLinks(linker);
    const jobs: Job[] = [
      ...pages(postingIds, POSTINGS_PER_JOB).map((page): Job => ({
        name: 'link-postings',
        payload: { postingIds: page },
      })),
      ...pages(credentialIds, CREDENTIALS_PER_JOB).map((page): Job => ({
        name: 'link-credentials',
        payload: { credentialIds: page },
      })),
    ];
    return jobs.length > 0 ? jobs : [{ name: 'rebuild-index', payload: {} }];
  };
}

function pages(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, page) => ids.slice(page * size, (page + 1) * size));
}

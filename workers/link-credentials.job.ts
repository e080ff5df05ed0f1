/** Finds what a page of credentials teaches. */
import type { Credential, SkillCoverage } from '../services/domain/credential.ts';
import type { JobHandler } from '../services/queue/jobs.ts';
import type { CredentialStore, PostingStore } from '../services/store/store.ts';
import { isAllLinked } from './link-postings.job.ts';

export interface LinkCredentialsDeps {
  postings: Pick<PostingStore, 'pendingLinks'>;
  credentials: Pick<CredentialStore, 'credentials' | 'saveCoverage' | 'pendingLinks'>;
  linkerId: (signal: AbortSignal) => Promise<string>;
  /** Coverages of each credential, in order. */
  coverSkills: (credentials: readonly Credential[], signal: AbortSignal) => Promise<SkillCoverage[][]>;
}

export function linkCredentialsHandler(deps: LinkCredentialsDeps): JobHandler<'link-credentials'> {
  return async ({ credentialIds }, { signal }) => {
    const linker = await deps.linkerId(signal);
    const credentials = await deps.credentials.credentials(credentialIds);
    const coverages = await deps.coverSkills(credentials, signal);
    for (const [at, { id }] of credentials.entries()) {
      await deps.credentials.saveCoverage(id, linker, coverages[at] ?? []);
    }
    return (await isAllLinked(deps, signal)) ? [{ name: 'rebuild-index', payload: {} }] : [];
  };
}

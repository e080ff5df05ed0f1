/**
 * The whole pipeline on one page: each job and the handler that does it.
 *
 * collect-postings -> normalise-postings -> find-duplicates -> plan-linking -> link-postings   -> rebuild-index
 *                                                                           -> link-credentials ->
 */
import type { JobHandlers } from '../services/queue/jobs.ts';
import { collectPostingsHandler, type CollectPostingsDeps } from './collect-postings.job.ts';
import { findDuplicatesHandler, type FindDuplicatesDeps } from './find-duplicates.job.ts';
import { linkCredentialsHandler, type LinkCredentialsDeps } from './link-credentials.job.ts';
import { linkPostingsHandler, type LinkPostingsJobDeps } from './link-postings.job.ts';
import { normalisePostingsHandler, type NormalisePostingsDeps } from './normalise-postings.job.ts';
import { planLinkingHandler, type PlanLinkingDeps } from './plan-linking.job.ts';
import { rebuildIndexHandler, type RebuildIndexDeps } from './rebuild-index.job.ts';

export type PipelineDeps = CollectPostingsDeps &
  NormalisePostingsDeps &
  FindDuplicatesDeps &
  PlanLinkingDeps &
  LinkPostingsJobDeps &
  LinkCredentialsDeps &
  RebuildIndexDeps;

export function buildHandlers(deps: PipelineDeps): JobHandlers {
  return {
    'collect-postings': collectPostingsHandler(deps),
    'normalise-postings': normalisePostingsHandler(deps),
    'find-duplicates': findDuplicatesHandler(deps),
    'plan-linking': planLinkingHandler(deps),
    'link-postings': linkPostingsHandler(deps),
    'link-credentials': linkCredentialsHandler(deps),
    'rebuild-index': rebuildIndexHandler(deps),
  };
}

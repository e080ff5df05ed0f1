/** Brings the snapshot of outcomes up to date with the catalogue. */
import type { JobHandler } from '../services/queue/jobs.ts';

export interface RebuildIndexDeps {
  rebuildIndexes: (signal: AbortSignal) => Promise<void>;
}

export function rebuildIndexHandler({ rebuildIndexes }: RebuildIndexDeps): JobHandler<'rebuild-index'> {
  return async (_payload, { signal }) => {
    await rebuildIndexes(signal);
    return [];
  };
}

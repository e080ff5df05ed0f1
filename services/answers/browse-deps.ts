/** What looking around needs besides the parts of an answer: names, single postings and the whole catalogue. */
import type { Store } from '../store/store.ts';
import type { AnswerDeps } from './answer-deps.ts';

export interface BrowseDeps extends AnswerDeps {
  directory: Store['directory'];
  postings: Pick<Store['postings'], 'postings' | 'storedLinks' | 'rawPostings'>;
  credentials: AnswerDeps['credentials'] & Pick<Store['credentials'], 'all' | 'coverageBy'>;
  /** Skills and occupations of the taxonomy in use. */
  conceptCounts: { skills: number; occupations: number };
}

/** The taxonomy in use and the own lists beside it. */
export function frameworksOf({ taxonomy }: Pick<AnswerDeps, 'taxonomy'>): string[] {
  return [taxonomy.name, ...(taxonomy.lists ?? []).map(({ name }) => name)];
}

/** Everything there is, at any time. */
export const EVERYTHING = {
  region: null,
  employer: null,
  occupation: null,
  postingId: null,
  since: null,
  until: null,
} as const;

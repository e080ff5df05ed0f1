/** What may be asked of the store about what there is: counts of everything, and things by their words. */

export interface StoreOverview {
  postings: { raw: number; n: number; employers: number; duplicatesRemoved: number };
  credentials: { n: number; linked: number; providers: number };
  /** Days, YYYY-MM-DD; null where no posting says when. */
  window: { since: string | null; until: string | null };
  postingSources: { source: string; count: number }[];
  credentialSources: { source: string; count: number }[];
}

export interface FoundConcept {
  id: string;
  /** The preferred label. */
  label: string;
  framework: string;
  /** Type of a skill; empty for an occupation. */
  type: string;
  /** The label that was found. */
  found: string;
}

export interface FoundPosting {
  id: string;
  title: string;
  employer: string | null;
  place: string | null;
  postedOn: string | null;
}

/**
 * Words are found by their beginnings and all of them have to be there, in any order, case and accents as written. What is
 * called just so comes first, then what holds whole words of the text, then what begins so, then shorter names; ties by id.
 */
export interface DirectoryStore {
  overview(): Promise<StoreOverview>;
  findSkills(text: string, frameworks: readonly string[], limit: number): Promise<FoundConcept[]>;
  findOccupations(text: string, frameworks: readonly string[], limit: number): Promise<FoundConcept[]>;
  /** Ids of credentials by title and provider. */
  findCredentials(text: string, limit: number): Promise<string[]>;
  /** Original postings by title and employer, newest first. */
  findPostings(text: string, limit: number): Promise<FoundPosting[]>;
}

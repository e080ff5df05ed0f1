/**
 * What the stages may ask of the store. One implementation (PostgreSQL dialect), two drivers; see open-store.ts.
 */
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import type { GapReport } from '../domain/gap-report.ts';
import type { ScopeCounts, ScopeRemainder } from '../domain/gap.ts';
import type { Occupation } from '../domain/occupation.ts';
import type { Necessity, Posting, PostingSkill, RawPosting, Requirement, SkillLink } from '../domain/posting.ts';
import type { Scope } from '../domain/scope.ts';
import type { CoreSkill, CoreSkillLink, Skill } from '../domain/skill.ts';
import type { TaxonomyRelease } from '../domain/taxonomy.ts';
import type { AccessStore } from './access-store.ts';
import type { CorrectionStore } from './correction-store.ts';
import type { SkillPlaces } from './count-places.ts';
import type { DirectoryStore } from './directory-store.ts';
import type { ReadPosting } from './read-postings.ts';

export type { AccessStore, ApiKey, AuditEntry } from './access-store.ts';
export type { CorrectionStore } from './correction-store.ts';
export type { SkillPlaces } from './count-places.ts';
export type { DirectoryStore, FoundConcept, FoundPosting, StoreOverview } from './directory-store.ts';
export type { ReadPosting } from './read-postings.ts';

/** What a derived row was made with. Rows of another linker than the current one are out of date. */
export interface Linker {
  id: string;
  modelId: string;
  framework: string;
  taxonomyVersion: string;
  parameters: Record<string, unknown>;
}

export interface TaxonomySummary {
  framework: string;
  version: string;
  language: string;
  counts: Record<string, number>;
}

/** A label of a skill or an occupation, in one language. */
export interface ConceptLabel {
  conceptId: string;
  language: string;
  kind: 'preferred' | 'alternative' | 'hidden';
  label: string;
}

/** A skill of an own list that is a skill of another framework, whether that is imported or not. */
export interface SameSkill {
  skillId: string;
  sameAs: string;
}

export interface TaxonomyStore {
  /** Replaces the framework's release in one transaction. The same content again changes nothing. */
  saveRelease(release: TaxonomyRelease, contentHash: string, importedAt: string): Promise<TaxonomySummary>;
  saveCoreSkills(skills: readonly CoreSkill[], links: readonly CoreSkillLink[]): Promise<void>;
  activeReleases(): Promise<TaxonomySummary[]>;
  skills(framework: string): Promise<Skill[]>;
  skillsById(ids: readonly string[]): Promise<Map<string, Skill>>;
  skillLabels(framework: string): Promise<ConceptLabel[]>;
  /** Skills of the framework that say which skill of another one they are, ordered by id. */
  sameSkills(framework: string): Promise<SameSkill[]>;
  /** `altLabels` of every imported language, and the preferred labels of all but the first. */
  occupations(framework: string): Promise<Occupation[]>;
  /** Labels of every occupation, ordered by id, language and kind (preferred first). */
  occupationLabels(framework: string): Promise<ConceptLabel[]>;
  occupationSkillIds(
    occupationIds: readonly string[],
  ): Promise<{ skillId: string; relation: 'essential' | 'optional' }[]>;
  /** In how many occupations each skill is essential or optional; skills of none are left out. */
  occupationCounts(framework: string): Promise<Map<string, number>>;
  coreSkills(listYear: number): Promise<CoreSkill[]>;
  /** Core skill ids by skill id, groups expanded to every skill below them. */
  coreSkillsBySkill(framework: string): Promise<Map<string, string[]>>;
}

export interface NormalisedPosting extends Posting {
  contentHash: string;
  normaliserVersion: number;
  regionPath: string[];
}

export interface DuplicateOf {
  duplicateId: string;
  originalId: string;
  kind: 'exact' | 'near';
}

export interface OccupationLink {
  occupationId: string;
  confidence: number;
  iscoCode: string | null;
}

/** Everything linking finds out about one posting; saved together or not at all. */
export interface LinkedPosting {
  postingId: string;
  linkerId: string;
  requirements: readonly Requirement[];
  links: readonly SkillLink[];
  skills: readonly PostingSkill[];
  occupation: OccupationLink | null;
}

/** Requirements and links of a linked posting, without what is rolled up from them. */
export type StoredLinks = Pick<LinkedPosting, 'postingId' | 'requirements' | 'links'>;

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** Whose a row is; null: shared by all. */
export interface Owned {
  organisation: string | null;
}

export interface PostingStore {
  /** Called page by page inside one `Store.transaction`, so that a file is imported whole or not at all. */
  saveRaw(postings: readonly RawPosting[]): Promise<ImportCounts>;
  /** Ids of raw postings not normalised yet, or changed since, or normalised by an older version; ordered by id. */
  pendingNormalisation(normaliserVersion: number): Promise<string[]>;
  rawPostings(ids: readonly string[]): Promise<RawPosting[]>;
  /** Sets aside a raw posting that cannot be normalised, with the reason; it is pending again when it changes. */
  rejectRaw(id: string, because: string): Promise<void>;
  saveNormalised(postings: readonly NormalisedPosting[]): Promise<void>;
  /** All postings, for finding duplicates, in pages ordered by id. */
  eachPosting(): AsyncIterable<Posting & Owned>;
  saveDuplicates(duplicates: readonly DuplicateOf[]): Promise<void>;
  /** Ids of originals that the given linker has not linked yet, or that were marked for relinking, ordered by id. */
  pendingLinks(linkerId: string, limit?: number): Promise<string[]>;
  postings(ids: readonly string[]): Promise<(Posting & Owned)[]>;
  saveLinked(linked: readonly LinkedPosting[]): Promise<void>;
  /**
   * Ids of linked postings with a requirement that holds the plain letters and digits, in any case; all linked ones for
   * null. Generous: which words they are part of is not looked at. Ordered by id.
   */
  linkedWith(piece: string | null): Promise<string[]>;
  /** What linking left of these postings, ordered by id; unlinked ones are left out. */
  storedLinks(postingIds: readonly string[]): Promise<StoredLinks[]>;
  /** Puts corrected links and skills in the place of the stored ones; who linked stays. */
  replaceLinks(corrected: readonly Pick<LinkedPosting, 'postingId' | 'links' | 'skills'>[]): Promise<void>;
  /** Makes linked postings pending; they keep their links until they are linked again. */
  markForRelinking(postingIds: readonly string[]): Promise<void>;
  counts(): Promise<{
    raw: number;
    rejected: number;
    postings: number;
    duplicates: number;
    linked: number;
    links: number;
  }>;
}

export interface StoredCredential extends Credential {
  contentHash: string;
}

/** What is cheap to ask of every row. Prerequisites and titles come whether they pass or not. */
export interface CoveringWishes {
  /** ISO 639-1; regional forms pass. Absent: any, and unknown. */
  languages?: readonly string[] | undefined;
  /** Credentials longer than this, or of unknown length, stay out. */
  maxHours?: number | undefined;
  /** Titles of credentials already held, any case: they come along where they cover nothing, too. */
  titles?: readonly string[] | undefined;
  /** The same list of skills will be handed in again, so the answer may be kept. Never for a learner: nothing of one is kept. */
  isAskedAgain?: boolean;
}

export interface CoveringCredentials {
  credentials: Credential[];
  coverages: SkillCoverage[];
}

export interface CredentialStore {
  save(credentials: readonly StoredCredential[], importedAt: string): Promise<ImportCounts>;
  pendingLinks(linkerId: string, limit?: number): Promise<string[]>;
  credentials(ids: readonly string[]): Promise<Credential[]>;
  /** By id; the same array until something changes. */
  all(): Promise<readonly Credential[]>;
  /** Makes credentials pending; they keep their coverage until they are linked again. */
  markForRelinking(credentialIds: readonly string[]): Promise<void>;
  saveCoverage(credentialId: string, linkerId: string, coverage: readonly SkillCoverage[]): Promise<void>;
  coverageOf(skillIds: readonly string[]): Promise<SkillCoverage[]>;
  /** All that one credential covers, ordered by skill id. */
  coverageBy(credentialId: string): Promise<SkillCoverage[]>;
  /**
   * What a question about these skills needs and no more: the credentials that cover one of them above 0 and pass the
   * wishes, all that they need first (and what that needs), those of the given titles, and what all of them cover of the
   * skills. Both are ordered by id. Two queries, however large the catalogue.
   */
  covering(skillIds: readonly string[], wishes?: CoveringWishes): Promise<CoveringCredentials>;
  counts(): Promise<{ credentials: number; linked: number; coverages: number }>;
}

/** One quoted proof that a posting asks for a skill. */
export interface DemandEvidence {
  skillId: string;
  postingId: string;
  title: string;
  employer: string | null;
  postedOn: string | null;
  /** The requirement sentence; start and end say where in it the skill was read. */
  quote: string;
  start: number;
  end: number;
  confidence: number;
}

export interface DemandStore {
  /** Counts over linked postings of the scope, duplicates left out. */
  counts(scope: Scope): Promise<ScopeCounts & { duplicatesRemoved: number }>;
  /** The same from the rows themselves, slowly: what counts must equal to the last bit. For checks. */
  recount(scope: Scope): Promise<ScopeCounts & { duplicatesRemoved: number }>;
  /** Linked postings of each broader scope that are not in the narrower one, and their employers, in the same order. */
  remainders(scope: Scope, broader: readonly Scope[]): Promise<ScopeRemainder[]>;
  /** The given skills in each posting of the scope, for counts over sets of skills. */
  postingSkills(
    scope: Scope,
    skillIds: readonly string[],
  ): Promise<(PostingSkill & { postingId: string; employerKey: string | null })[]>;
  /** Weekly counts of the given skills. Weeks start on Monday. */
  weekly(
    scope: Scope,
    skillIds: readonly string[],
  ): Promise<{ week: string; n: number; skillId: string; expectedCount: number }[]>;
  /** The same for each source by itself, for trends: sources list different jobs, and were read at different times. */
  weeklyBySource(
    scope: Scope,
    skillIds: readonly string[],
  ): Promise<{ week: string; source: string; n: number; skillId: string; expectedCount: number }[]>;
  /** The surest quotes for each skill, of different employers first; what one employer says many times over is quoted once. */
  evidence(scope: Scope, skillIds: readonly string[], perSkill: number): Promise<DemandEvidence[]>;
  /**
   * Sentences that no skill was read in, each once in any case and spacing of it, as the first posting says it; in most
   * postings first, ties by text. Which of those said equally often make the limit is arbitrary, and always the same.
   */
  unlinkedRequirements(scope: Scope, language: string, limit: number): Promise<UnlinkedRequirement[]>;
  /** Every linked posting of the scope, with what it hires for, by id. */
  askingPostings(scope: Scope): Promise<AskingPostingRow[]>;
  /** How firmly the scope asks for each of the skills. */
  necessityCounts(scope: Scope, skillIds: readonly string[]): Promise<NecessityCount[]>;
  /**
   * The requirement sentences of at most `limit` postings in a language (or in one that could not be told), of the scope or
   * of everything else. Which of more postings are read depends on their ids alone.
   */
  readPostings(scope: Scope, side: 'inside' | 'outside', language: string, limit: number): Promise<ReadPosting[]>;
  /** Where, by whom and beside what the skill is asked for in the scope. */
  places(scope: Scope, skillId: string): Promise<SkillPlaces>;
  /** Postings by the occupation they hire for, most first. */
  occupations(scope: Scope): Promise<{ id: string; postingCount: number }[]>;
  employers(): Promise<{ key: string; name: string; postingCount: number }[]>;
  regions(): Promise<{ code: string; postingCount: number }[]>;
  saveWorkforce(employer: { key: string; name: string }, rows: readonly WorkforceRow[]): Promise<void>;
  workforce(employerKey: string): Promise<WorkforceRow[]>;
}

export interface AskingPostingRow {
  postingId: string;
  employer: string | null;
  occupationId: string | null;
  iscoCode: string | null;
}

/** Expected postings that ask for a skill as a must, as nice to have, or without saying. */
export interface NecessityCount {
  skillId: string;
  necessity: Necessity;
  expectedCount: number;
}

/** A sentence of postings in a language, or in one that could not be told, with no link to any skill. */
export interface UnlinkedRequirement {
  text: string;
  postingCount: number;
}

export interface WorkforceRow {
  skill: string;
  headCount: number;
  proficiency: number | null;
}

export interface StoredGapReport {
  report: GapReport;
  storedAt: string;
}

export interface GapReportStore {
  /** The same report again changes nothing, not even when it was stored. */
  save(report: GapReport, storedAt: string): Promise<void>;
  /** The one report whose id begins with this text; null when there is none or more than one. */
  find(idPrefix: string): Promise<StoredGapReport | null>;
}

export interface Store {
  corrections: CorrectionStore;
  directory: DirectoryStore;
  taxonomies: TaxonomyStore;
  postings: PostingStore;
  credentials: CredentialStore;
  demand: DemandStore;
  gapReports: GapReportStore;
  access: AccessStore;
  /**
   * The store as one organisation sees it: shared rows and its own. What it saves is its own, under ids of its own. Null sees and
   * saves what is shared.
   * @throws InvalidInputError for a name that is no plain word
   */
  viewOf(organisation: string | null): Store;
  /** Changes with every transaction that writes, and may change without one: equal means that nothing changed. */
  version(): Promise<string>;
  saveLinker(linker: Linker): Promise<void>;
  /** The linker behind most linked postings of a framework; null before anything is linked. */
  lastLinker(framework: string): Promise<Linker | null>;
  /** Runs the work in one transaction: an import is whole or absent. */
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** What the answers read: the store's interfaces, the linker's view of the taxonomy, and the settings of one call. */
import type { Credential } from '../domain/credential.ts';
import type { IntegerSolver } from '../credentials/integer-program.ts';
import type { SkillSupply } from '../domain/gap.ts';
import type { Posting } from '../domain/posting.ts';
import type { NearOutcome, SearchedRequirement } from '../credentials/answer-unlinked.ts';
import type { LinkedPosting, Store, UnlinkedRequirement } from '../store/store.ts';
import type { ReplyHeader } from '../domain/reply.ts';
import type { ResolveScopeDeps } from './resolve-scope.ts';

export interface AnswerDeps extends ResolveScopeDeps {
  taxonomies: Store['taxonomies'];
  demand: Store['demand'];
  credentials: Pick<Store['credentials'], 'covering' | 'coverageOf' | 'credentials'>;
  taxonomy: ReplyHeader['taxonomy'];
  modelId: string;
  /** What made the links; null before anything is linked. */
  linkerId: string | null;
  /** What a learner's statements show, or what an employer's staff can do. */
  supplyOfProfile: (statements: readonly { text: string; trust: ProfileTrust }[]) => Promise<SkillSupply[]>;
  /** The learning outcomes nearest to those sentences that are likely requirements; none before an index is built. */
  searchOutcomes: (sentences: readonly UnlinkedRequirement[]) => Promise<SearchedRequirement[]>;
  /** The learning outcomes of the catalogue nearest to each text; none before an index is built. */
  nearestOutcomes: (texts: readonly string[]) => Promise<NearOutcome[][]>;
  /** What texts that somebody hands in ask for, one result each; nothing of them is kept. */
  linkTexts: (texts: readonly Posting[]) => Promise<LinkedPosting[]>;
  supplyOfEmployer: (employerKey: string) => Promise<SkillSupply[]>;
  /** Behind an exact plan. */
  solveIntegerProgram: IntegerSolver;
}

export type ProfileTrust = 'inferred' | 'claimed' | 'endorsed' | 'assessed' | 'verified';

/** Chosen per call; the same options on the same data give the same bytes. */
export interface AnswerOptions {
  top: number;
  seed: number;
  evidencePerSkill: number;
}

export const DEFAULT_OPTIONS: AnswerOptions = { top: 20, seed: 1, evidencePerSkill: 3 };

/** EQF level where known, otherwise the provider's own word. */
export function levelOf(credential: Credential): string | null {
  return credential.eqfLevel === null ? credential.statedLevel : `EQF ${credential.eqfLevel}`;
}

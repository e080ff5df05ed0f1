/**
 * A gap report: every published gap of a scope at one moment, with what it was counted from, so that a later one can be
 * compared with it and each change has a cause. Stored as it is; a new field has to be optional.
 */
import { z } from 'zod';
import { SkillGap } from './gap.ts';
import { Scope } from './scope.ts';

export const ReportedGap = SkillGap.extend({ label: z.string() });
export type ReportedGap = z.infer<typeof ReportedGap>;

/** Everything the numbers depend on. The same values give the same report, to the byte. */
export const GapReportBasis = z.object({
  scope: Scope,
  framework: z.string(),
  /** Which formulas: docs/adr. Raised when one changes. */
  formulaVersion: z.number().int(),
  parameters: z.object({ seed: z.number().int(), minPostingCount: z.number().int() }),
  taxonomy: z.object({ name: z.string(), version: z.string() }),
  modelId: z.string(),
  /** Model, taxonomy, trained parameters and options of the links; null before anything is linked. */
  linkerId: z.string().nullable(),
  /** Hash of the counts of the scope and of its parent. */
  demandVersion: z.string(),
  /** Hash of what the scope can supply. */
  supplyVersion: z.string(),
});
export type GapReportBasis = z.infer<typeof GapReportBasis>;

export const GapReport = z.object({
  /** First 16 hex digits of the hash of the basis. */
  id: z.string(),
  basis: GapReportBasis,
  scopeLabel: z.string(),
  postings: z.object({ n: z.number().int(), employers: z.number().int(), duplicatesRemoved: z.number().int() }),
  suppressed: z.string().nullable(),
  /** Largest gap first. */
  gaps: z.array(ReportedGap),
});
export type GapReport = z.infer<typeof GapReport>;

/** As the API shows it. */
export const StoredReportReply = GapReport.extend({ storedAt: z.iso.datetime() });
export type StoredReportReply = z.infer<typeof StoredReportReply>;

export const ChangeCause = z.enum(['demand', 'supply', 'data volume', 'model']);
export type ChangeCause = z.infer<typeof ChangeCause>;

export const GapChange = z.object({
  skill: z.object({ id: z.string(), label: z.string() }),
  /** Null where the skill was not published: too few postings asked for it, or the list did not have it. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** After less before, a skill not published counting as 0. */
  change: z.number(),
  /** Parts of the change; they sum to it. */
  parts: z.object({ demand: z.number(), supply: z.number(), dataVolume: z.number(), model: z.number() }),
  /** The largest part. */
  cause: ChangeCause,
  /** False when both 90 % intervals leave room for no change at all. */
  isClear: z.boolean(),
});
export type GapChange = z.infer<typeof GapChange>;

export const GapReportDiff = z.object({
  before: z.object({ id: z.string(), storedAt: z.string(), scopeLabel: z.string(), postingCount: z.number().int() }),
  after: z.object({ id: z.string(), storedAt: z.string(), scopeLabel: z.string(), postingCount: z.number().int() }),
  /** What differs between the two besides the numbers, one sentence each. */
  notes: z.array(z.string()),
  /** Largest change first. */
  changes: z.array(GapChange),
});
export type GapReportDiff = z.infer<typeof GapReportDiff>;

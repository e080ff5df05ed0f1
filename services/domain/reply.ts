/**
 * Replies of the command line and the API: the published contract. Fields may be added; none is ever renamed.
 */
import { z } from 'zod';
import { Money, Interval, Share, Similarity } from './units.ts';
import { Contribution, LearningOutcome } from './credential.ts';
import { SupplyState } from './gap.ts';
import { Scope } from './scope.ts';
import { Scorecard, SuccessFactor } from './scorecard.ts';

/** What every reply says about itself: for whom, on which data, how many postings stand behind it. */
export const ReplyHeader = z.object({
  scope: Scope,
  /** The scope in words, for a reader. */
  scopeLabel: z.string(),
  window: z.object({ since: z.iso.date().nullable(), until: z.iso.date().nullable() }),
  /** `lists`: own lists whose skills are counted beside those of the taxonomy; absent where there are none. */
  taxonomy: z.object({
    name: z.string(),
    version: z.string(),
    lists: z.array(z.object({ name: z.string(), version: z.string() })).exactOptional(),
  }),
  model: z.object({ id: z.string() }),
  postings: z.object({ n: z.number().int(), employers: z.number().int(), duplicatesRemoved: z.number().int() }),
  /** Null, or the sentence that says why this scope's numbers are not shown. */
  suppressed: z.string().nullable(),
  notes: z.array(z.string()),
});
export type ReplyHeader = z.infer<typeof ReplyHeader>;

export const SkillReply = z.object({ id: z.string(), label: z.string(), framework: z.string(), type: z.string() });
export type SkillReply = z.infer<typeof SkillReply>;

export const EvidenceReply = z.object({
  postingId: z.string(),
  title: z.string(),
  employer: z.string().nullable(),
  postedOn: z.string().nullable(),
  quote: z.string(),
  /** The words of the quote that name the skill, UTF-16 code units. */
  start: z.number().int(),
  end: z.number().int(),
  confidence: z.number(),
});
export type EvidenceReply = z.infer<typeof EvidenceReply>;

export const TrendReply = z.object({
  direction: z.enum(['emerging', 'declining', 'stable']),
  /** Change of the log-odds of being asked for, per week. */
  slope: z.number(),
  interval: Interval,
});

export const GapReply = z.object({
  skill: SkillReply,
  demandShare: Share,
  demandInterval: Interval,
  mustHaveShare: Share,
  supplyShare: Share.nullable(),
  supplyState: SupplyState,
  gapShare: Share,
  gapInterval: Interval,
  /** Highest coverage of any credential: what could be taught. 0 when nothing teaches it. */
  catalogueCoverage: Share,
  /** Credentials with any coverage. */
  taughtBy: z.number().int(),
  specificity: z.number().nullable(),
  trend: TrendReply.nullable(),
  coreSkills: z.array(z.string()),
  evidence: z.array(EvidenceReply),
  /** Expected postings a week, in the order of `weeks`; only where a series was asked for. */
  weekly: z.array(z.number()).exactOptional(),
});
export type GapReply = z.infer<typeof GapReply>;

export const GapsReply = ReplyHeader.extend({
  gaps: z.array(GapReply),
  /** Weeks with postings by their Mondays, oldest first, and how many there are; only where a series was asked for. */
  weeks: z.array(z.object({ week: z.string(), n: z.number().int() })).exactOptional(),
});
export type GapsReply = z.infer<typeof GapsReply>;

export const CredentialReply = z.object({
  id: z.string(),
  title: z.string(),
  provider: z.string().nullable(),
  hours: z.number().nullable(),
  price: Money.nullable(),
  level: z.string().nullable(),
  language: z.string().nullable(),
  mode: z.string(),
  url: z.string().nullable(),
});
export type CredentialReply = z.infer<typeof CredentialReply>;

export const ContributionReply = Contribution.omit({ skillId: true, outcome: true }).extend({
  skill: SkillReply,
  outcome: z.object({
    text: LearningOutcome.shape.text,
    source: z.string(),
    start: z.number().int(),
    end: z.number().int(),
  }),
});

export type ContributionReply = z.infer<typeof ContributionReply>;

export const RankedCredentialReply = z.object({
  credential: CredentialReply,
  gapClosed: Share,
  gapClosedInterval: Interval,
  per10Hours: z.number().nullable(),
  per100Currency: z.number().nullable(),
  contributions: z.array(ContributionReply),
  warnings: z.array(z.string()),
  /** What the catalogue shows of the credential itself; unknown stays unknown. */
  scorecard: Scorecard,
});
export type RankedCredentialReply = z.infer<typeof RankedCredentialReply>;

/** A credential with sentences of the scope that no skill explains and an outcome near each. Never part of gapClosed. */
export const BeyondTaxonomyReply = z.object({
  credential: CredentialReply,
  unlinkedRequirements: z.array(
    z.object({
      quote: z.string(),
      /** Postings of the scope that say it. */
      postingCount: z.number().int(),
      outcome: z.object({ text: LearningOutcome.shape.text, source: z.string() }),
      /** Cosine, not a probability. */
      similarity: Similarity,
    }),
  ),
});
export type BeyondTaxonomyReply = z.infer<typeof BeyondTaxonomyReply>;

export const RankReply = ReplyHeader.extend({
  /** Gaps the ranking is about; the shares of all of them sum to the denominator of gapClosed. */
  gapCount: z.number().int(),
  candidates: z.number().int(),
  credentials: z.array(RankedCredentialReply),
  /** The providers of these credentials and what their catalogues show of the three success factors. */
  institutions: z.array(z.object({ provider: z.string(), factors: z.array(SuccessFactor) })),
  /** Evidence beside the ranking: what the taxonomy has no skill for. */
  beyondTaxonomy: z.array(BeyondTaxonomyReply),
});
export type RankReply = z.infer<typeof RankReply>;

const Totals = z.object({
  price: Money.nullable(),
  hours: z.number().nullable(),
  unknownPriceCount: z.number().int(),
  unknownHoursCount: z.number().int(),
});

export const PlanStepReply = z.object({
  step: z.number().int(),
  credential: CredentialReply,
  gain: z.number(),
  cumulative: Totals.extend({ gapClosed: Share }),
  /** The skills this step is for, largest part first, each with the outcome that says so. */
  because: z.array(ContributionReply),
});

export const PlanReply = ReplyHeader.extend({
  constraints: z.object({
    budget: Money.nullable(),
    hours: z.number().nullable(),
    weeklyHours: z.number(),
    deadline: z.iso.date().nullable(),
    maxCredentials: z.number().int().nullable(),
  }),
  stack: z.array(PlanStepReply),
  gapClosed: Share,
  price: Money.nullable(),
  hours: z.number().nullable(),
  weeks: z.number().nullable(),
  /** No plan closes more than `bound`; `gap` = (bound - gapClosed) / bound. Exact where an integer solver or trying all plans says so. */
  optimal: z.object({ method: z.enum(['greedy', 'exact']), bound: Share, gap: z.number().min(0).max(1) }),
  frontier: z.array(z.object({ gapClosed: Share, price: Money, hours: z.number(), credentials: z.array(z.string()) })),
  freePlan: z.object({
    gapClosed: Share,
    hours: z.number().nullable(),
    weeks: z.number().nullable(),
    stack: z.array(z.object({ credential: CredentialReply, gain: z.number() })),
  }),
  /** Postings brought within a learner's reach, of so many; 0 of 0 where nobody learns. */
  unlocked: z.object({ n: z.number().int(), interval: Interval, of: z.number().int() }),
  excluded: z.record(z.string(), z.number().int()),
  violations: z.array(z.string()),
});
export type PlanReply = z.infer<typeof PlanReply>;

/**
 * The words of stacking: what a learner can spend, and the plan that comes back.
 *
 * Unknown is kept apart from 0 everywhere: a total with an unknown part is null, and beside it stands what is known.
 */
import type { Credential, SkillCoverage } from '../domain/credential.ts';
import type { SkillGap } from '../domain/gap.ts';
import type { Money, Share } from '../domain/units.ts';
import type { CredentialFilters } from './filter-credentials.ts';

/** Every limit may be absent: then there is none, and unknown prices or hours are no obstacle. */
export interface StackConstraints {
  /** Needs known prices in this currency; what is free is free in any. */
  budget?: Money;
  /** Most hours in all. */
  hours?: number;
  /** The limits on hours hold for the known workloads, and an unknown one passes. For limits that nobody asked for. */
  allowsUnknownHours?: boolean;
  /** Most credentials, not counting those held. */
  maxCredentials?: number;
  /** Hours a week the learner has. Default 10. */
  weeklyHours?: number;
  /** Weeks until the deadline: with the weekly hours another limit on the hours. */
  deadlineWeeks?: number;
}

export interface StackRequest {
  credentials: readonly Credential[];
  coverages: readonly SkillCoverage[];
  gaps: readonly SkillGap[];
  constraints: StackConstraints;
  /** Filters on single credentials; prerequisites have to pass them too. */
  filters?: CredentialFilters;
  /** Credentials already held, known to the catalogue or not. */
  heldIds?: readonly string[];
}

export interface StackTotals {
  /** Null when a price is unknown, or when there are several currencies. */
  price: Money | null;
  /** Null when a workload is unknown. */
  hours: number | null;
  /** The known prices, one sum per currency, by currency code. */
  knownPrices: Money[];
  knownHours: number;
  unknownPriceCount: number;
  unknownHoursCount: number;
}

export interface StackStep {
  /** 1, 2, 3 ... in the order to take them. */
  step: number;
  credentialId: string;
  price: Money | null;
  hours: number | null;
  /** What this step adds to gapClosed. */
  gain: number;
  /** Closed after this step, with what was held before. */
  gapClosed: Share;
  /** Price and hours up to and with this step. */
  cumulative: StackTotals;
}

export interface StackPlan {
  steps: StackStep[];
  /** Part of all gaps closed by the plan and the credentials already held together. */
  gapClosed: Share;
  totals: StackTotals;
  /** Whole weeks at the weekly hours; null when a workload is unknown. */
  weeks: number | null;
}

export interface FrontierPoint {
  gapClosed: Share;
  price: Money;
  hours: number;
  credentialIds: string[];
}

/** Why a credential that covers a gap was not considered. */
export type ExclusionReason =
  'filtered' | 'unknown price' | 'other currency' | 'unknown hours' | 'prerequisite not available';

export interface OptimisedStack extends StackPlan {
  /** Closed by the held credentials alone. */
  heldGapClosed: Share;
  /**
   * No plan under the constraints closes more than `bound`; `gap` = (bound - gapClosed) / bound, 0 when proven best.
   * Exact: an integer solver looked for a better plan, or all plans were tried.
   */
  optimal: { method: 'greedy' | 'exact'; bound: Share; gap: number };
  /** Plans that no other found plan beats in gapClosed, price and hours at once; cheapest first. */
  frontier: FrontierPoint[];
  /** The best plan found at price 0 and at most 10 hours a week. */
  freePlan: StackPlan;
  /** How many credentials that cover a gap were left out of the plan's search, by reason. */
  excludedCounts: Record<ExclusionReason, number>;
}

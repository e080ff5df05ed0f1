/**
 * What a catalogue shows of a credential's quality, each finding with the words behind it.
 */
import { z } from 'zod';

export const Finding = z.object({
  name: z.string(),
  /** 1 shown, between 0 and 1 shown in part, 0 shown not to be so, null unknown. */
  met: z.number().min(0).max(1).nullable(),
  /** The catalogue's words, or `unknown`. */
  evidence: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const Scorecard = z.object({
  /** A competency-based assessment, B industry alignment, C stackable design, D digital verification, E flexible delivery, F continuous updates. */
  characteristics: z.array(Finding.extend({ id: z.enum(['A', 'B', 'C', 'D', 'E', 'F']) })),
  /** Rapid skill acquisition, flexible schedules, personalised pathways, lower cost, market relevance. */
  advantages: z.array(Finding),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const SuccessFactor = z.object({
  name: z.string(),
  /** Credentials of the institution that show it, of so many that were looked at. */
  shownBy: z.number().int(),
  of: z.number().int(),
  evidence: z.string(),
});
export type SuccessFactor = z.infer<typeof SuccessFactor>;

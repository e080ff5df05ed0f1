/**
 * What a learner can do, and how surely we know it. Personal data: travels with the request, is never stored or logged.
 */
import { z } from 'zod';

/** How a skill is known, weakest first. The states are never mixed up: the reply names the one it used. */
export const TrustState = z.enum(['inferred', 'claimed', 'endorsed', 'assessed', 'verified']);
export type TrustState = z.infer<typeof TrustState>;

/** One line of a profile that may show a skill. */
export const ProfileStatement = z.object({ text: z.string().min(1), trust: TrustState });
export type ProfileStatement = z.infer<typeof ProfileStatement>;

export const LearnerProfile = z.object({
  statements: z.array(ProfileStatement),
  /** Titles of credentials already held. */
  heldCredentials: z.array(z.string()),
  languages: z.array(z.string()),
  /** The target the file itself names, if any. */
  target: z.string().nullable(),
});
export type LearnerProfile = z.infer<typeof LearnerProfile>;

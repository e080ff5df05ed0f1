/**
 * A micro-credential, with the elements of the Council Recommendation 2022/C 243/02 (Annex I) and the ELM names.
 * Unknown is null and stays null: nothing is imputed.
 */
import { z } from 'zod';
import { Interval, Money, Share } from './units.ts';
import { SkillId } from './skill.ts';

export const LearningOutcome = z.object({
  text: z.string().min(1),
  /** Skills the provider itself names for this outcome (ELM relatedESCOSkill, OB alignment, CTDL teaches). */
  relatedSkillIds: z.array(z.string()),
});
export type LearningOutcome = z.infer<typeof LearningOutcome>;

export const Participation = z.enum(['online', 'onsite', 'blended', 'self-paced online', 'unspecified']);
export type Participation = z.infer<typeof Participation>;

export const Credential = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  title: z.string().min(1),
  provider: z.string().nullable(),
  providerKind: z.enum(['university', 'ngo', 'company', 'public body', 'unspecified']),
  /** ISO 3166-1 alpha-2. */
  providerCountry: z.string().nullable(),
  awardingBody: z.string().nullable(),
  description: z.string().nullable(),
  learningOutcomes: z.array(LearningOutcome),
  workloadHours: z.number().positive().nullable(),
  ects: z.number().positive().nullable(),
  eqfLevel: z.number().int().min(1).max(8).nullable(),
  /** The provider's own word for the level (Beginner, Intermediate ...), never read as an EQF level. */
  statedLevel: z.string().nullable(),
  assessment: z.object({ type: z.string(), description: z.string().nullable() }).nullable(),
  participation: Participation,
  qualityAssurance: z.object({ type: z.string(), body: z.string().nullable() }).nullable(),
  learnerIdentification: z.string().nullable(),
  identityVerification: z.string().nullable(),
  issuing: z.string().nullable(),
  price: Money.nullable(),
  language: z.string().nullable(),
  entryRequirements: z.string().nullable(),
  /** Credentials that must be held before this one. */
  prerequisiteIds: z.array(z.string()),
  partOfIds: z.array(z.string()),
  hasPartIds: z.array(z.string()),
  stackable: z.boolean().nullable(),
  integrationMode: z.enum(['curricular', 'stackable', 'co-curricular']).nullable(),
  /** Region codes, or `online`. Empty when the source does not say. */
  availableIn: z.array(z.string()),
  url: z.string().nullable(),
  lastReviewedOn: z.iso.date().nullable(),
  /** Occupation codes the catalogue states (SOC, ISCO), kept for evaluation and display. */
  occupationCodes: z.array(z.string()),
  raw: z.record(z.string(), z.unknown()),
});
export type Credential = z.infer<typeof Credential>;

/** Credential c teaches skill s with this probability, and the sentence that says so. */
export const SkillCoverage = z.object({
  credentialId: z.string(),
  skillId: SkillId,
  coverage: Share,
  state: z.enum(['declared', 'inferred']),
  outcome: z.object({
    text: z.string(),
    source: z.enum(['learning outcome', 'description', 'title']),
    /** Where in `text` the skill was read, UTF-16 code units. */
    start: z.number().int(),
    end: z.number().int(),
  }),
});
export type SkillCoverage = z.infer<typeof SkillCoverage>;

/** One skill's part in the score of a credential: contribution = gapShare x coverage / sum of gapShare. */
export const Contribution = z.object({
  skillId: SkillId,
  gapShare: Share,
  coverage: Share,
  contribution: z.number().min(0).max(1),
  state: z.enum(['declared', 'inferred']),
  outcome: SkillCoverage.shape.outcome,
});
export type Contribution = z.infer<typeof Contribution>;

export const RankedCredential = z.object({
  credentialId: z.string(),
  gapClosed: Share,
  gapClosedInterval: Interval,
  /** gapClosed for every 10 hours of workload; null when the workload is unknown. */
  per10Hours: z.number().min(0).nullable(),
  /** gapClosed for every 100 units of the credential's currency; null when the price is unknown or 0. */
  per100Currency: z.number().min(0).nullable(),
  contributions: z.array(Contribution),
});
export type RankedCredential = z.infer<typeof RankedCredential>;

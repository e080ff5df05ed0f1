/**
 * Skills, and the taxonomies (ESCO, O*NET, own lists) that name them. Names follow ESCO.
 */
import { z } from 'zod';

/** A URI for ESCO, a prefixed id for every other framework (`onet:...`, `sample:skill/...`). */
export const SkillId = z.string().min(1).brand<'SkillId'>();
export type SkillId = z.infer<typeof SkillId>;

export const SkillType = z.enum(['knowledge', 'skill', 'technology', 'ability', 'unspecified']);
export type SkillType = z.infer<typeof SkillType>;

export const ReuseLevel = z.enum(['transversal', 'cross-sector', 'sector-specific', 'occupation-specific']);
export type ReuseLevel = z.infer<typeof ReuseLevel>;

export const Skill = z.object({
  id: SkillId,
  /** `esco`, `onet`, or the name an own list was imported under. */
  framework: z.string().min(1),
  preferredLabel: z.string().min(1),
  altLabels: z.array(z.string()),
  hiddenLabels: z.array(z.string()),
  description: z.string().nullable(),
  skillType: SkillType,
  reuseLevel: ReuseLevel.nullable(),
});
export type Skill = z.infer<typeof Skill>;

/** A node above skills or occupations: ESCO skill group, ISCED-F field, ISCO group, O*NET element. */
export const ConceptGroup = z.object({
  id: z.string().min(1),
  framework: z.string().min(1),
  kind: z.enum(['skill-group', 'occupation-group']),
  code: z.string().nullable(),
  preferredLabel: z.string().min(1),
  description: z.string().nullable(),
});
export type ConceptGroup = z.infer<typeof ConceptGroup>;

/** `childId` is narrower than `parentId`. Either side may be a skill, an occupation or a group. */
export interface BroaderRelation {
  childId: string;
  parentId: string;
}

/** `same`: a skill of an own list is a skill of another framework. */
export interface SkillSkillRelation {
  fromId: string;
  toId: string;
  relation: 'essential' | 'optional' | 'same';
}

/** One of the WEF core skills, of the list published in `listYear`. */
export const CoreSkill = z.object({
  id: z.string().min(1),
  listYear: z.number().int(),
  rank: z.number().int().nullable(),
  name: z.string().min(1),
  group: z.string(),
  skillGroup: z.enum(['cognitive', 'interpersonal', 'intrapersonal', 'technical', 'other']),
  definition: z.string(),
});
export type CoreSkill = z.infer<typeof CoreSkill>;

/** Says that a skill (or every skill below a group) belongs to a core skill, and why. */
export const CoreSkillLink = z.object({
  coreSkillId: z.string().min(1),
  framework: z.string().min(1),
  skillId: z.string().min(1),
  kind: z.enum(['skill', 'group']),
  relation: z.enum(['exact', 'close', 'narrow', 'broad']),
  rationale: z.string().min(1),
});
export type CoreSkillLink = z.infer<typeof CoreSkillLink>;

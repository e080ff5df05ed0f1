/**
 * One release of one taxonomy as read from its files: what every taxonomy reader returns and the store saves.
 */
import type { BroaderRelation, ConceptGroup, Skill, SkillSkillRelation } from './skill.ts';
import type { Occupation, OccupationSkillRelation } from './occupation.ts';

export interface TaxonomyRelease {
  /** `esco`, `onet`, or the name of an own list. */
  framework: string;
  /** The publisher's version (`1.1.1`), or the first 12 hex digits of the content hash when none is stated. */
  version: string;
  /** Language of the labels, ISO 639-1. */
  language: string;
  skills: Skill[];
  groups: ConceptGroup[];
  occupations: Occupation[];
  broader: BroaderRelation[];
  occupationSkills: OccupationSkillRelation[];
  skillSkills: SkillSkillRelation[];
  /** Things read over and repaired, one sentence each: shown to the person who imports. */
  warnings: string[];
}

/**
 * Rows of O*NET "Technology Skills" in; one skill per technology, its commodity groups and the occupations that use
 * it out.
 *
 * The same technology stands in hundreds of rows, and sometimes under two commodities.
 */
import type { OccupationSkillRelation } from '../domain/occupation.ts';
import { compareIds } from '../domain/units.ts';
import { SkillId } from '../domain/skill.ts';
import type { BroaderRelation, ConceptGroup, Skill } from '../domain/skill.ts';
import { cleanLabel } from './clean-labels.ts';
import { toOnetId } from './onet-elements.ts';

export interface OnetTechnologyUse {
  occupationCode: string;
  technology: string;
  commodityCode: string;
  commodityTitle: string;
  /** O*NET marks it a hot technology, or in demand in this occupation. */
  isSoughtAfter: boolean;
}

export interface TechnologyConcepts {
  skills: Skill[];
  groups: ConceptGroup[];
  broader: BroaderRelation[];
  occupationSkills: OccupationSkillRelation[];
}

export function readOnetTechnologies(uses: readonly OnetTechnologyUse[]): TechnologyConcepts {
  const idByTechnology = nameTechnologies(uses.map(({ technology }) => cleanLabel(technology)));
  const groupById = new Map<string, ConceptGroup>();
  const broaderByKey = new Map<string, BroaderRelation>();
  const relationByKey = new Map<string, OccupationSkillRelation>();

  for (const { occupationCode, technology, commodityCode, commodityTitle, isSoughtAfter } of uses) {
    const skillId = idByTechnology.get(cleanLabel(technology)) ?? '';
    const group = toCommodity(commodityCode, commodityTitle);
    groupById.set(group.id, group);
    broaderByKey.set(`${skillId} ${group.id}`, { childId: skillId, parentId: group.id });

    const key = `${occupationCode} ${skillId}`;
    const relation = isSoughtAfter || relationByKey.get(key)?.relation === 'essential' ? 'essential' : 'optional';
    relationByKey.set(key, { occupationId: toOnetId(occupationCode), skillId, relation });
  }
  return {
    skills: [...idByTechnology].map(([technology, id]) => toTechnology(technology, id)),
    groups: [...groupById.values()],
    broader: [...broaderByKey.values()],
    occupationSkills: [...relationByKey.values()],
  };
}

/** Kebab names; `C++` and `C#` stay apart from `C`, and whatever still collides is numbered in order of the names. */
function nameTechnologies(technologies: readonly string[]): Map<string, string> {
  const idByTechnology = new Map<string, string>();
  const takenIds = new Set<string>();
  for (const technology of [...new Set(technologies)].sort(compareIds)) {
    const kebab = toKebab(technology);
    let id = toOnetId(`tech/${kebab}`);
    for (let number = 2; takenIds.has(id); number += 1) id = toOnetId(`tech/${kebab}-${number}`);
    takenIds.add(id);
    idByTechnology.set(technology, id);
  }
  return idByTechnology;
}

function toKebab(technology: string): string {
  const spelt = technology.toLowerCase().replaceAll('+', ' plus ').replaceAll('#', ' sharp ');
  return spelt.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'unnamed';
}

function toCommodity(code: string, title: string): ConceptGroup {
  return {
    id: toOnetId(`commodity/${code}`),
    framework: 'onet',
    kind: 'skill-group',
    code,
    preferredLabel: cleanLabel(title),
    description: null,
  };
}

function toTechnology(preferredLabel: string, id: string): Skill {
  return {
    id: SkillId.parse(id),
    framework: 'onet',
    preferredLabel,
    altLabels: [],
    hiddenLabels: [],
    description: null,
    skillType: 'technology',
    reuseLevel: null,
  };
}

/**
 * Rows of the O*NET content model in, skills and the groups above them out.
 *
 * Only elements that nothing stands below are skills (`2.A.1.a` Reading Comprehension, `2.C.10` Transportation);
 * the others are groups, so that "Technical Skills" is never linked as if it were one skill.
 */
import { SkillId } from '../domain/skill.ts';
import type { BroaderRelation, ConceptGroup, Skill, SkillType } from '../domain/skill.ts';
import { cleanLabel, textOrNull } from './clean-labels.ts';

export interface OnetElement {
  id: string;
  name: string;
  description: string;
}

/** Work styles stood at 1.C until release 29 and stand at 1.D since; neither knowledge, skill nor ability. */
const skillTypeByBranch: Readonly<Record<string, SkillType>> = {
  '2.A': 'skill',
  '2.B': 'skill',
  '2.C': 'knowledge',
  '1.C': 'unspecified',
  '1.D': 'unspecified',
};

export interface ElementConcepts {
  skills: Skill[];
  groups: ConceptGroup[];
  broader: BroaderRelation[];
}

/** Elements of the branches 2.A, 2.B, 2.C, and of 1.C or 1.D where it is named "Work Styles". */
export function readOnetElements(elements: readonly OnetElement[]): ElementConcepts {
  const nameById = new Map(elements.map(({ id, name }) => [id, name]));
  const kept = elements.filter(({ id }) => {
    const branch = id.slice(0, 3);
    return branch in skillTypeByBranch && (branch.startsWith('2') || nameById.get(branch) === 'Work Styles');
  });
  const parentIds = new Set(kept.map(({ id }) => parentOf(id)));
  const keptIds = new Set(kept.map(({ id }) => id));

  const concepts: ElementConcepts = { skills: [], groups: [], broader: [] };
  for (const element of kept) {
    if (parentIds.has(element.id) || element.id.length === 3) concepts.groups.push(toGroup(element));
    else concepts.skills.push(toSkill(element));
    const parent = parentOf(element.id);
    if (keptIds.has(parent)) concepts.broader.push({ childId: toOnetId(element.id), parentId: toOnetId(parent) });
  }
  return concepts;
}

export function toOnetId(code: string): string {
  return `onet:${code}`;
}

function parentOf(elementId: string): string {
  return elementId.slice(0, elementId.lastIndexOf('.'));
}

function toGroup({ id, name, description }: OnetElement): ConceptGroup {
  return {
    id: toOnetId(id),
    framework: 'onet',
    kind: 'skill-group',
    code: id,
    preferredLabel: cleanLabel(name),
    description: textOrNull(description),
  };
}

function toSkill({ id, name, description }: OnetElement): Skill {
  return {
    id: SkillId.parse(toOnetId(id)),
    framework: 'onet',
    preferredLabel: cleanLabel(name),
    altLabels: [],
    hiddenLabels: [],
    description: textOrNull(description),
    skillType: skillTypeByBranch[id.slice(0, 3)] ?? 'unspecified',
    reuseLevel: null,
  };
}

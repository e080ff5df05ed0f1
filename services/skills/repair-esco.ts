/**
 * A draft with loose ends in, the same with the ends tied and one warning for each kind of repair out.
 *
 * The official files contradict each other in a few places; what can be kept honestly is kept.
 */
import type { Occupation } from '../domain/occupation.ts';
import type { BroaderRelation } from '../domain/skill.ts';
import type { EscoDraft } from './esco-draft.ts';
import { readIscoCode } from './esco-rows.ts';

/** Adds occupations known only from relations, drops relations to unknown skills; returns the warnings. */
export function repairEsco(draft: EscoDraft, hasOccupations: boolean): string[] {
  const warnings: string[] = [];
  const untyped = [...draft.skillById.values()].filter(({ skillType }) => skillType === 'unspecified').length;
  if (untyped > 0) warnings.push(`${untyped} skills state no type and are kept as unspecified.`);
  if (draft.unlabelledIds.length > 0) {
    warnings.push(
      `${draft.unlabelledIds.length} concepts without any label were left out, ${draft.unlabelledIds[0] ?? ''} first.`,
    );
  }
  if (hasOccupations) warnings.push(...addUndescribedOccupations(draft));
  warnings.push(...dropLooseRelations(draft));
  const undescribed = findUndescribedGroups(draft);
  if (undescribed.length > 0) {
    warnings.push(
      `The broader relations name ${undescribed.length} skill groups that the classification does not describe, ${undescribed[0] ?? ''} first; the relations are kept.`,
    );
  }
  return warnings;
}

/** Broader relations of occupations where the relation table is missing: the ISCO codes say them. */
export function deriveBroaderOccupations(draft: EscoDraft): BroaderRelation[] {
  const groups = [...draft.groupById.values()].filter(({ kind }) => kind === 'occupation-group');
  const groupIdByCode = new Map(groups.map(({ code, id }) => [code, id]));
  const parents = [
    ...groups.map(({ id, code }) => ({ childId: id, parentId: groupIdByCode.get(code?.slice(0, -1) ?? '') })),
    ...[...draft.occupationById.values()].map(({ id, iscoCode }) => ({
      childId: id,
      parentId: groupIdByCode.get(iscoCode),
    })),
  ];
  return parents.flatMap(({ childId, parentId }) => (parentId === undefined ? [] : [{ childId, parentId }]));
}

function addUndescribedOccupations(draft: EscoDraft): string[] {
  const named = new Set([
    ...draft.occupationSkills.map(({ occupationId }) => occupationId),
    ...draft.broaderOccupations.flatMap(({ childId, parentId }) => [childId, parentId]),
  ]);
  const parentById = new Map(draft.broaderOccupations.map(({ childId, parentId }) => [childId, parentId]));
  const missing = [...named].filter((id) => id.includes('/occupation/') && !draft.occupationById.has(id)).sort();
  return missing.map((id) => {
    const label = draft.labelById.get(id);
    const occupation: Occupation = {
      id,
      framework: 'esco',
      preferredLabel: label ?? `unlabelled occupation ${id.slice(id.lastIndexOf('/') + 1)}`,
      altLabels: [],
      description: null,
      iscoCode: findIscoCode(id, parentById, draft),
      code: null,
    };
    draft.occupationById.set(id, occupation);
    return `Occupation ${id} is known only from the relations and is kept ${label === undefined ? 'without a label of its own' : `as "${label}"`}.`;
  });
}

/** The code of the nearest ISCO group, or described occupation, above. */
function findIscoCode(id: string, parentById: ReadonlyMap<string, string>, draft: EscoDraft): string | null {
  let above = parentById.get(id);
  for (let steps = 0; above !== undefined && steps < 10; steps += 1) {
    const code = above.includes('/isco/') ? readIscoCode(above) : draft.occupationById.get(above)?.iscoCode;
    if (code != null) return code;
    above = parentById.get(above);
  }
  return null;
}

function dropLooseRelations(draft: EscoDraft): string[] {
  const isKnown = (skillId: string): boolean => draft.skillById.has(skillId);
  const looseOccupationSkills = keepOnly(
    draft.occupationSkills,
    ({ occupationId, skillId }) => isKnown(skillId) && draft.occupationById.has(occupationId),
  );
  const looseSkillSkills = keepOnly(draft.skillSkills, ({ fromId, toId }) => isKnown(fromId) && isKnown(toId));
  const loose = looseOccupationSkills + looseSkillSkills;
  return loose === 0
    ? []
    : [
        `${loose} relations to skills or occupations that no file describes were left out; check that all files are of one release.`,
      ];
}

/** Changes the array in place; returns how many were removed. */
function keepOnly<Element>(elements: Element[], isKept: (element: Element) => boolean): number {
  const kept = elements.filter(isKept);
  const removedCount = elements.length - kept.length;
  if (removedCount > 0) {
    elements.length = 0;
    for (const each of kept) elements.push(each);
  }
  return removedCount;
}

function findUndescribedGroups(draft: EscoDraft): string[] {
  const named = new Set(draft.broaderSkills.flatMap(({ childId, parentId }) => [childId, parentId]));
  return [...named].filter((id) => !draft.groupById.has(id) && !draft.skillById.has(id)).sort();
}

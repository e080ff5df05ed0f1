/** A space of a few skills for tests, their vectors by a function of the label. */
import { createPlainProduct } from '../../../models/matrix-product.ts';
import { createPlainPairs } from '../../../models/paired-product.ts';
import type { Skill } from '../../../services/domain/skill.ts';
import { compareIds } from '../../../services/domain/units.ts';
import { buildSkillDocuments } from '../../../services/skills/skill-documents.ts';
import { buildSkillLexicon, type SkillLexicon } from '../../../services/skills/skill-lexicon.ts';
import type { SkillSpace } from '../../../services/skills/skill-space.ts';
import { gatherTraits } from '../../../services/skills/skill-traits.ts';

/** @param lexicon of preferred labels alone unless given */
export function buildSkillSpace(
  skills: readonly Skill[],
  vectorOf: (text: string) => Float32Array,
  lexicon: SkillLexicon = buildSkillLexicon(
    skills.map(({ id, preferredLabel }) => ({ skillId: id, label: preferredLabel, isPreferred: true })),
  ),
): SkillSpace {
  const sorted = skills.toSorted((a, b) => compareIds(a.id, b.id));
  const labels = sorted.map(({ preferredLabel }) => preferredLabel);
  const dimensions = vectorOf('').length;
  const matrixOf = (texts: readonly string[]) => Float32Array.from(texts.flatMap((text) => [...vectorOf(text)]));
  return {
    framework: 'own',
    version: '1',
    skills: new Map(skills.map((skill) => [skill.id, skill])),
    lexicon,
    skillIds: sorted.map(({ id }) => id),
    positionOf: new Map(sorted.map(({ id }, position) => [id, position])),
    traits: gatherTraits(sorted, new Map()),
    names: createPlainPairs(matrixOf(labels), matrixOf(labels), dimensions),
    descriptions: createPlainProduct(matrixOf(labels.map(() => '')), dimensions),
    documents: buildSkillDocuments(sorted),
  };
}

/** A space of a few skills for tests, their vectors by a function of the label. */
import { createPlainProduct } from '../../../models/matrix-product.ts';
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
  const product = (texts: readonly string[]) =>
    createPlainProduct(Float32Array.from(texts.flatMap((text) => [...vectorOf(text)])), vectorOf('').length);
  return {
    framework: 'own',
    version: '1',
    skills: new Map(skills.map((skill) => [skill.id, skill])),
    lexicon,
    skillIds: sorted.map(({ id }) => id),
    positionOf: new Map(sorted.map(({ id }, position) => [id, position])),
    traits: gatherTraits(sorted, new Map()),
    names: product([...labels, ...labels]),
    descriptions: product(labels.map(() => '')),
    documents: buildSkillDocuments(sorted),
  };
}

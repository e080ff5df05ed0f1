import { describe, expect, it } from 'vitest';
import { SkillId } from '../../../services/domain/skill.ts';
import { addedAliases } from '../../../services/skills/added-aliases.ts';
import { buildSkillLexicon } from '../../../services/skills/skill-lexicon.ts';

const skills = [
  'have computer literacy',
  'computer equipment',
  'organisational resilience',
  'cope with stress',
  'NoSQL',
  'SQL',
];
const lexicon = buildSkillLexicon([
  ...skills.map((label) => ({ skillId: label, label, isPreferred: true })),
  ...addedAliases(skills.map((label) => ({ id: SkillId.parse(label), preferredLabel: label }))).map(
    ({ conceptId, label, isCurated }) => ({
      skillId: conceptId,
      label,
      isPreferred: false,
      isCurated: isCurated === true,
    }),
  ),
]);

describe('addedAliases', () => {
  it.each([
    ['Computer skills are essential', 'have computer literacy'],
    ['Compassion, resilience and patience', 'cope with stress'],
    ['Relational and No SQL databases', 'NoSQL'],
  ])('finds what adverts call a skill, and not the one that only shares a word: %s', (text, label) => {
    expect(lexicon.hits(text).map(({ skillId }) => skillId)).toEqual([label]);
  });

  it('adds nothing to a taxonomy that lacks the skills', () => {
    expect(addedAliases([{ id: SkillId.parse('own:1'), preferredLabel: 'weaving' }])).toEqual([]);
  });
});

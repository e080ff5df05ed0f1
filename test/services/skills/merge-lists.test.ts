import { describe, expect, it } from 'vitest';
import type { Skill } from '../../../services/domain/skill.ts';
import { mergeLists, type OwnList, type VocabularyLabel } from '../../../services/skills/merge-lists.ts';
import { buildSkill } from '../store/store-fixture.ts';

const esco = (id: string, preferredLabel: string) => buildSkill(id, { framework: 'esco', preferredLabel });
const labelsOf = (skills: readonly Skill[]): VocabularyLabel[] =>
  skills.flatMap(({ id, preferredLabel, altLabels }) => [
    { conceptId: id, language: 'en', kind: 'preferred', label: preferredLabel },
    ...altLabels.map((label) => ({ conceptId: id, language: 'en', kind: 'alternative' as const, label })),
  ]);
const listOf = (skills: Skill[], sameSkills: OwnList['sameSkills'] = []): OwnList => ({
  skills,
  labels: labelsOf(skills),
  sameSkills,
});
const ESCO = [
  esco('e:python', 'Python (computer programming)'),
  esco('e:care', 'care planning'),
  esco('e:c1', 'law (a)'),
  esco('e:c2', 'law (b)'),
];
const taxonomy = { skills: ESCO, labels: labelsOf(ESCO) };
const merge = (...lists: OwnList[]) => mergeLists(taxonomy, lists);

describe('an own list beside a taxonomy', () => {
  it('gives its labels to the skill with its label, in any case and but for a bracket', () => {
    const { skills, labels, sameAs, additions } = merge(
      listOf([
        buildSkill('own:1', { preferredLabel: 'python', altLabels: ['snake'] }),
        buildSkill('own:2', { preferredLabel: 'Care  planning' }),
      ]),
    );
    expect(skills).toEqual(ESCO);
    expect([...sameAs]).toEqual([
      ['own:1', 'e:python'],
      ['own:2', 'e:care'],
    ]);
    expect(labels.slice(taxonomy.labels.length)).toEqual([
      { conceptId: 'e:python', language: 'en', kind: 'alternative', label: 'python', isCurated: true },
      { conceptId: 'e:python', language: 'en', kind: 'alternative', label: 'snake', isCurated: true },
      { conceptId: 'e:care', language: 'en', kind: 'alternative', label: 'Care  planning', isCurated: true },
    ]);
    expect(additions).toEqual([{ skills: [], labels: [] }]);
  });

  it('gives its labels to the skill it names, whatever it calls it', () => {
    const list = listOf([buildSkill('own:1', { preferredLabel: 'tea' })], [{ skillId: 'own:1', sameAs: 'e:care' }]);
    expect(merge(list).sameAs.get('own:1')).toBe('e:care');
  });

  it('adds every other row as a skill of its own, with its labels', () => {
    const own = buildSkill('own:1', { preferredLabel: 'prompt design', altLabels: ['prompting'] });
    const { skills, labels, additions } = merge(listOf([own], [{ skillId: 'own:1', sameAs: 'e:gone' }]));
    expect(skills).toEqual([...ESCO, own]);
    expect(additions[0]?.skills).toEqual([own]);
    expect(additions[0]?.labels.map(({ label, kind, isCurated }) => [label, kind, isCurated])).toEqual([
      ['prompt design', 'preferred', true],
      ['prompting', 'alternative', true],
    ]);
    expect(labels).toEqual([...taxonomy.labels, ...additions[0]!.labels]);
  });

  it('does not choose between two skills that differ by a bracket only', () => {
    expect(merge(listOf([buildSkill('own:law', { preferredLabel: 'law' })])).sameAs.size).toBe(0);
  });

  it('can be the same as a row of an earlier list', () => {
    const first = listOf([buildSkill('one:x', { preferredLabel: 'prompt design' })]);
    const second = listOf([buildSkill('two:x', { preferredLabel: 'Prompt design' })]);
    const { skills, sameAs } = merge(first, second);
    expect(skills).toHaveLength(ESCO.length + 1);
    expect(sameAs.get('two:x')).toBe('one:x');
  });
});

import { describe, expect, it } from 'vitest';
import { buildSkillDocuments } from '../../../services/skills/skill-documents.ts';
import { nearestSkills } from '../../../services/skills/nearest-skills.ts';
import { contentStems } from '../../../services/skills/skill-traits.ts';
import { buildSkill } from '../store/store-fixture.ts';

const skills = [
  buildSkill('bread', {
    preferredLabel: 'bake bread',
    altLabels: ['baking loaves'],
    description: 'Make dough and bake it.',
  }),
  buildSkill('weld', { preferredLabel: 'weld steel', altLabels: [], description: 'Join steel with an arc.' }),
];

describe('the words of skills', () => {
  const documents = buildSkillDocuments(skills);
  const compare = (text: string) => [...documents.compare(contentStems(text))];

  it('are nearest to a sentence that holds them, label, alias or description', () => {
    for (const text of ['bread', 'loaves', 'dough']) expect(compare(text)[0]).toBeGreaterThan(compare(text)[1] ?? 1);
  });

  it('are a cosine: 1 for the same words, 0 for none in common', () => {
    const all = 'weld steel weld steel Join steel with an arc.';
    expect(compare(all)[1]).toBeCloseTo(1, 5);
    expect(compare('unrelated words')).toEqual([0, 0]);
    expect(compare('')).toEqual([0, 0]);
  });
});

describe('the nearest skills', () => {
  it('come nearest first, ties by position, at most so many, none at 0', () => {
    const similarities = Float32Array.from([0.1, 0.5, 0, 0.5, -1, 0.9]);
    expect(nearestSkills(similarities, 3).map(({ skill }) => skill)).toEqual([5, 1, 3]);
    expect(nearestSkills(similarities, 9).map(({ skill }) => skill)).toEqual([5, 1, 3, 0]);
    expect(nearestSkills(similarities, 0)).toEqual([]);
  });
});

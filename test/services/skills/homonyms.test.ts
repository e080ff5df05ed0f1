import { describe, expect, it } from 'vitest';
import { evidenceNeeded } from '../../../services/skills/homonyms.ts';
import { findCandidates } from '../../../services/skills/find-candidates.ts';
import { buildSkill } from '../store/store-fixture.ts';
import { createAxesEmbedder } from './axes-embedder.ts';
import { buildSkillSpace } from './build-skill-space.ts';

const esco = (preferredLabel: string) => ({ id: `http://data.europa.eu/esco/skill/${preferredLabel}`, preferredLabel });

describe('evidenceNeeded', () => {
  it.each([
    ['repair pipelines', 'maintain data pipelines and dashboards', false],
    ['repair pipelines', 'repair gas pipelines in the field', true],
    ['types of pipelines', 'water mains and pipework', true],
    ['migration', 'data migration between two systems', false],
    ['migration', 'immigration and asylum law', true],
    ['process applications', 'real-time processing applications', false],
    ['process applications', 'process applications for passports', true],
    ['move soil', 'dump soiled linen', false],
    ['move soil', 'move soil with an excavator', true],
  ])('of "%s" in "%s" is there: %s', (label, sentence, isThere) => {
    expect(evidenceNeeded(esco(label))?.test(sentence)).toBe(isThere);
  });

  it('is asked for no other skill, nor for one of an own list that is called the same', () => {
    expect(evidenceNeeded(esco('manage a team'))).toBeUndefined();
    expect(evidenceNeeded({ id: 'own:7', preferredLabel: 'data pipelines' })).toBeUndefined();
  });

  it('keeps the skill from being proposed where it is missing, however near the words are', () => {
    const embedder = createAxesEmbedder([/pipelines/i, /bread/i, /parking/i]);
    const { id, preferredLabel } = esco('repair pipelines');
    const space = buildSkillSpace([buildSkill(id, { preferredLabel })], embedder.vectorOf);
    const proposed = (text: string) => {
      const labels = Float32Array.of(1);
      const near = [{ skill: 0, similarity: 1 }];
      const compared = { labels, allLabels: labels, near, descriptions: Float32Array.of(0), windows: [] };
      return findCandidates(space, text, compared, 0).map(({ skillId }) => skillId);
    };
    expect(proposed('build data pipelines')).toEqual([]);
    expect(proposed('build oil pipelines')).toEqual([id]);
  });
});

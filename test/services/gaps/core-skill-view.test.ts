import { describe, expect, it } from 'vitest';
import { countCoreSkills, type PostingAsks } from '../../../services/gaps/core-skill-view.ts';
import { near } from '../../near.ts';

function posting(employerKey: string | null, probabilities: Record<string, number>, mustProbability = 0): PostingAsks {
  const skills = Object.entries(probabilities).map(([skillId, probability]) => ({
    skillId,
    probability,
    mustProbability,
  }));
  return { employerKey, skills };
}
const mapping = new Map([
  ['statistics', ['analytical']],
  ['modelling', ['analytical', 'technological']],
  ['python', ['technological', 'technological']],
]);

describe('countCoreSkills', () => {
  it('counts a posting once however many mapped skills it asks for', () => {
    const [analytical] = countCoreSkills([posting('a', { statistics: 1, modelling: 1 })], mapping);
    expect(analytical).toMatchObject({ skillId: 'analytical', expectedCount: 1, postingCount: 1 });
  });

  it('is the probability that at least one is asked for, summed over postings', () => {
    const postings = [posting('a', { statistics: 0.5, modelling: 0.4 }, 0.1), posting('b', { statistics: 0.2 }, 0.2)];
    const [analytical, technological] = countCoreSkills(postings, mapping);
    expect(analytical!.expectedCount).toBeCloseTo(1 - 0.5 * 0.6 + 0.2, 12);
    expect(analytical!.mustCount).toBeCloseTo(1 - 0.9 * 0.9 + 0.2, 12);
    expect(technological).toMatchObject({ expectedCount: near(0.4), postingCount: 1 });
  });

  it('counts a skill once for a core skill it is mapped to twice', () => {
    const [technological] = countCoreSkills([posting('a', { python: 0.5 })], mapping);
    expect(technological!.expectedCount).toBe(0.5);
  });

  it('counts different employers, and an unnamed one as none', () => {
    const postings = [
      posting('a', { python: 1 }),
      posting('a', { python: 1 }),
      posting('b', { python: 1 }),
      posting(null, { python: 1 }),
    ];
    expect(countCoreSkills(postings, mapping)[0]).toMatchObject({
      postingCount: 4,
      employerCount: 2,
      expectedCount: 4,
    });
  });

  it('lists core skills by id and leaves out those nobody asks for', () => {
    expect(countCoreSkills([posting('a', { modelling: 1, sales: 1 })], mapping).map(({ skillId }) => skillId)).toEqual([
      'analytical',
      'technological',
    ]);
    expect(countCoreSkills([posting('a', { sales: 1 })], mapping)).toEqual([]);
  });
});

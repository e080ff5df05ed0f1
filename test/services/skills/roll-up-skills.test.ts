import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement, SkillLink } from '../../../services/domain/posting.ts';
import { SkillId } from '../../../services/domain/skill.ts';
import { toShare } from '../../../services/domain/units.ts';
import { rollUpSkills } from '../../../services/skills/roll-up-skills.ts';

const requirements = (['must', 'nice', 'unstated'] as const).map((necessity, position): Requirement => ({
  position,
  text: 't',
  start: 0,
  end: 1,
  section: null,
  necessity,
}));
const MUST = 0;
const NICE = 1;

function link(skillId: string, confidence: number, requirementPosition: number): SkillLink {
  return {
    requirementPosition,
    skillId: SkillId.parse(skillId),
    confidence: toShare(confidence),
    start: 0,
    end: 1,
    method: 'label',
  };
}

const anyLink = fc
  .tuple(fc.constantFrom('a', 'b'), fc.constantFrom(0, 0.25, 0.5, 1), fc.constantFrom(0, 1, 2))
  .map(([skillId, confidence, position]) => link(skillId, confidence, position));

describe('what a posting asks for, from its links', () => {
  it('is one minus the chance that every link is wrong', () => {
    const rolled = rollUpSkills(requirements, [link('b', 0.5, NICE), link('b', 0.5, MUST), link('a', 0.25, NICE)]);
    expect(rolled).toEqual([
      { skillId: 'a', probability: 0.25, mustProbability: 0 },
      { skillId: 'b', probability: 0.75, mustProbability: 0.5 },
    ]);
    expect(rollUpSkills(requirements, [])).toEqual([]);
  });

  it('stays within 0 and 1, must never more than all, at least as sure as its surest link', () => {
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 8 }), (links) => {
        for (const { skillId, probability, mustProbability } of rollUpSkills(requirements, links)) {
          const surest = Math.max(...links.filter((one) => one.skillId === skillId).map((one) => one.confidence));
          expect(probability).toBeGreaterThanOrEqual(surest - 1e-12);
          expect(probability).toBeLessThanOrEqual(1);
          expect(mustProbability).toBeGreaterThanOrEqual(0);
          expect(mustProbability).toBeLessThanOrEqual(probability);
        }
      }),
    );
  });

  it('does not depend on the order of the links', () => {
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 8 }), (links) => {
        expect(rollUpSkills(requirements, links.toReversed())).toEqual(rollUpSkills(requirements, links));
      }),
    );
  });
});

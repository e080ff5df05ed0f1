import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrustState } from '../../../services/domain/profile.ts';
import {
  defaultTrustWeights,
  measureEmployerSupply,
  measureLearnerSupply,
  measureRegionSupply,
  proficiencyShare,
  type LearnerEvidence,
} from '../../../services/gaps/measure-supply.ts';
import { buildCoverage } from '../../builders.ts';
import { near } from '../../near.ts';

function evidence(
  skillId: string,
  trust: TrustState,
  confidence = 1,
  proficiency: number | null = null,
): LearnerEvidence {
  return { skillId, trust, confidence, proficiency };
}

describe('proficiencyShare', () => {
  it('is held over asked, at most 1, and 1 when either side states none', () => {
    expect(proficiencyShare(1, 4)).toBe(0.25);
    expect(proficiencyShare(4, 2)).toBe(1);
    expect(proficiencyShare(null, 4)).toBe(1);
    expect(proficiencyShare(1, undefined)).toBe(1);
  });
});

describe('measureLearnerSupply', () => {
  it.each([
    ['inferred', 0.3],
    ['claimed', 0.4],
    ['endorsed', 0.6],
    ['assessed', 0.8],
    ['verified', 1],
  ] as const)('counts a skill that is %s as %d', (trust, supplyShare) => {
    expect(measureLearnerSupply([evidence('python', trust)])).toEqual([
      { skillId: 'python', supplyShare, state: trust },
    ]);
  });

  it('takes the strongest evidence and names its state, whatever the order', () => {
    const all = [evidence('python', 'claimed'), evidence('python', 'assessed'), evidence('python', 'inferred')];
    const expected = [{ skillId: 'python', supplyShare: 0.8, state: 'assessed' }];
    expect(measureLearnerSupply(all)).toEqual(expected);
    expect(measureLearnerSupply(all.toReversed())).toEqual(expected);
  });

  it('does not add up what is said twice', () => {
    expect(measureLearnerSupply([evidence('python', 'claimed'), evidence('python', 'claimed')])[0]?.supplyShare).toBe(
      0.4,
    );
  });

  it('weighs by the confidence of the link: a sure claim beats an unlikely certificate', () => {
    const [supply] = measureLearnerSupply([evidence('python', 'verified', 0.3), evidence('python', 'claimed', 0.9)]);
    expect(supply).toEqual({ skillId: 'python', supplyShare: near(0.36), state: 'claimed' });
  });

  it('names the more trusted state when two count the same', () => {
    const tied = [evidence('python', 'verified', 0.5), evidence('python', 'inferred', 1)];
    const weights = { ...defaultTrustWeights, inferred: 0.5 };
    expect(measureLearnerSupply(tied, new Map(), weights)[0]?.state).toBe('verified');
    expect(measureLearnerSupply(tied.toReversed(), new Map(), weights)[0]?.state).toBe('verified');
  });

  it('counts a lower level in part, where both sides state one', () => {
    const asked = new Map([['python', 4]]);
    expect(measureLearnerSupply([evidence('python', 'verified', 1, 3)], asked)[0]?.supplyShare).toBe(0.75);
    expect(measureLearnerSupply([evidence('python', 'verified', 1, null)], asked)[0]?.supplyShare).toBe(1);
    const weakerButHigher = [evidence('python', 'verified', 1, 1), evidence('python', 'assessed', 1, 4)];
    expect(measureLearnerSupply(weakerButHigher, asked)[0]).toMatchObject({ supplyShare: 0.8, state: 'assessed' });
  });

  it('takes other weights, and says nothing of a skill without evidence', () => {
    const weights = { ...defaultTrustWeights, claimed: 0.1 };
    expect(measureLearnerSupply([evidence('b', 'claimed'), evidence('a', 'claimed')], new Map(), weights)).toEqual([
      { skillId: 'a', supplyShare: 0.1, state: 'claimed' },
      { skillId: 'b', supplyShare: 0.1, state: 'claimed' },
    ]);
    expect(measureLearnerSupply([])).toEqual([]);
  });

  it('does not depend on the order of the evidence', () => {
    const some = fc.record({
      skillId: fc.constantFrom('a', 'b'),
      trust: fc.constantFrom<TrustState>('inferred', 'claimed', 'verified'),
      confidence: fc.constantFrom(0.3, 0.4, 1),
      proficiency: fc.constantFrom(null, 1, 2),
    });
    const tying = { ...defaultTrustWeights, inferred: 0.4 };
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (all) => {
        const asked = new Map([['a', 2]]);
        expect(measureLearnerSupply(all.toReversed(), asked, tying)).toEqual(measureLearnerSupply(all, asked, tying));
      }),
    );
  });
});

describe('measureEmployerSupply', () => {
  const row = (skillId: string, headcount: number, proficiency: number | null = null) => ({
    skillId,
    headcount,
    proficiency,
  });

  it('is the share of the staff that holds the skill, with a posterior of the same mean', () => {
    expect(measureEmployerSupply([row('welding', 20)], 100)).toEqual([
      { skillId: 'welding', supplyShare: 0.2, state: 'measured', posterior: { alpha: 20, beta: 80 } },
    ]);
  });

  it('adds people at several levels and counts each by the level asked for', () => {
    const rows = [row('welding', 10, 1), row('welding', 20, 4)];
    expect(measureEmployerSupply(rows, 100)[0]?.supplyShare).toBeCloseTo(0.3, 12);
    expect(measureEmployerSupply(rows, 100, new Map([['welding', 2]]))[0]?.supplyShare).toBeCloseTo(0.25, 12);
  });

  it('has nothing left to vary when nobody or everybody holds the skill', () => {
    expect(measureEmployerSupply([row('a', 0), row('b', 70), row('b', 50)], 100)).toEqual([
      { skillId: 'a', supplyShare: 0, state: 'measured' },
      { skillId: 'b', supplyShare: 1, state: 'measured' },
    ]);
  });

  it('refuses a head count of nobody', () => {
    expect(() => measureEmployerSupply([], 0)).toThrow(RangeError);
  });
});

describe('measureRegionSupply', () => {
  const coverages = [
    buildCoverage('c1', 'welding', 0.5),
    buildCoverage('c2', 'welding', 1),
    buildCoverage('c3', 'sales', 1),
  ];

  it('is awarded x coverage over the labour force, at most 1', () => {
    const awarded = new Map([
      ['c1', 100],
      ['c2', 30],
    ]);
    expect(measureRegionSupply(awarded, coverages, 1000)).toEqual([
      { skillId: 'welding', supplyShare: 0.08, state: 'measured' },
    ]);
    expect(measureRegionSupply(awarded, coverages, 40)[0]?.supplyShare).toBe(1);
  });

  it('is unknown, not zero, without award counts or a labour force', () => {
    expect(measureRegionSupply(new Map(), coverages, 1000)).toEqual([]);
    expect(measureRegionSupply(new Map([['c1', 100]]), coverages, null)).toEqual([]);
    expect(measureRegionSupply(new Map([['c1', 100]]), coverages, 0)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBesides, describeDemand } from '../../../services/briefs/describe-demand.ts';
import { estimateLevel, estimateOutcomeHours, sumHours } from '../../../services/briefs/estimates.ts';
import { proposeAssessment } from '../../../services/briefs/propose-assessment.ts';
import { readNeed } from '../../../services/briefs/read-need.ts';
import { startsWithVerb, writeOutcome } from '../../../services/briefs/write-outcome.ts';
import { buildCredential } from '../../builders.ts';
import { near } from '../../near.ts';

const outcomes = (count: number) => Array.from({ length: count }, (_, at) => ({ text: `o${at}`, relatedSkillIds: [] }));
const course = (id: string, workloadHours: number | null, outcomeCount: number, eqfLevel: number | null = null) =>
  buildCredential(id, { workloadHours, learningOutcomes: outcomes(outcomeCount), eqfLevel });

describe('a learning outcome', () => {
  it('begins with the label where that is a deed', () => {
    expect(writeOutcome({ preferredLabel: 'manage budgets', skillType: 'skill' }, 6)).toBe('Manage budgets');
    expect(writeOutcome({ preferredLabel: 'think critically', skillType: 'skill' }, null)).toBe('Think critically');
  });

  it('gets a verb by type and level where the label is a name', () => {
    const names = (skillType: 'knowledge' | 'technology', level: number | null) =>
      writeOutcome({ preferredLabel: 'Python', skillType }, level);
    expect(names('knowledge', 3)).toBe('Describe the basics of Python');
    expect(names('knowledge', 4)).toBe('Explain and apply Python');
    expect(names('knowledge', 5)).toBe('Explain and apply Python');
    expect(names('knowledge', 6)).toBe('Analyse and evaluate Python');
    expect(names('technology', null)).toBe('Use and adapt Python');
    expect(writeOutcome({ preferredLabel: 'interview techniques', skillType: 'knowledge' }, 4)).toBe(
      'Explain and apply interview techniques',
    );
    expect(writeOutcome({ preferredLabel: 'log analysis', skillType: 'skill' }, 4)).toBe(
      'Work independently with log analysis',
    );
  });

  it('does not take a name for a deed', () => {
    expect(startsWithVerb('design thinking')).toBe(false);
    expect(startsWithVerb('design user interfaces')).toBe(true);
    expect(startsWithVerb('marketing')).toBe(false);
    expect(startsWithVerb('plan')).toBe(false);
  });
});

describe('the hours of an outcome', () => {
  it('are the median of workload per outcome over credentials that state both', () => {
    const near = [
      course('a', 20, 4),
      course('b', 60, 6),
      course('c', 100, 5),
      course('d', null, 3),
      course('e', 40, 0),
    ];
    expect(estimateOutcomeHours(near)).toMatchObject({ value: 10, range: [5, 20], n: 3 });
    expect(estimateOutcomeHours(near.slice(0, 2)).value).toBe(7.5);
  });

  it('are unknown without such a credential', () => {
    expect(estimateOutcomeHours([course('a', null, 3), course('b', 40, 0)])).toMatchObject({ value: null, n: 0 });
  });

  it('add up only when all are known', () => {
    const known = estimateOutcomeHours([course('a', 20, 4)]);
    const unknown = estimateOutcomeHours([]);
    expect(sumHours([known, known])).toMatchObject({ value: 10, range: [10, 10] });
    expect(sumHours([known, unknown]).value).toBeNull();
    expect(sumHours([known, unknown]).basis).toContain('known for 1 of 2 outcomes: 5 hours');
    expect(sumHours([]).value).toBeNull();
  });
});

describe('the EQF level', () => {
  it('is the median of three stated levels or more', () => {
    const near = [course('a', null, 0, 5), course('b', null, 0, 6), course('c', null, 0, 7)];
    expect(estimateLevel(near, new Map([['9111', 50]]))).toMatchObject({ value: 6, range: [5, 7], n: 3 });
  });

  it('is that of most occupations asking where fewer state one, and says so', () => {
    const level = estimateLevel(
      [course('a', null, 0, 7)],
      new Map([
        ['2221', 3],
        ['3221', 5],
        ['3256', 1],
      ]),
    );
    expect(level).toMatchObject({ value: 5, range: [5, 6], n: 9 });
    expect(level.basis).toContain('ISCO-08');
  });

  it('is unknown without either', () => {
    expect(estimateLevel([], new Map([['http://occupation', 3]])).value).toBeNull();
  });
});

describe('the assessment', () => {
  it('fits the type of most of the uncovered demand', () => {
    const proposed = proposeAssessment([
      { type: 'knowledge', weight: 0.1 },
      { type: 'technology', weight: 0.2 },
      { type: 'technology', weight: 0.1 },
    ]);
    expect(proposed.type).toContain('practical task');
    expect(proposed.because).toContain('75 of 100');
  });
});

describe('the need of a competency', () => {
  it('is what at least half of the askings say', () => {
    expect(readNeed({ must: 5, nice: 2, unstated: 3 })).toBe('must');
    expect(readNeed({ must: 4, nice: 1, unstated: 5 })).toBe('unstated');
    expect(readNeed({ nice: 1 })).toBe('nice');
    expect(readNeed({})).toBe('unstated');
  });
});

const asking = (probabilities: Record<string, number>, employer: string | null = 'E') => ({
  postingId: 'p',
  employer,
  occupation: 'o',
  iscoCode: '2511',
  skills: Object.entries(probabilities).map(([skillId, probability]) => ({ skillId, probability, mustProbability: 0 })),
});

describe('the demand for a bundle', () => {
  it('counts a posting once however many of its skills it asks for', () => {
    const demand = describeDemand(new Set(['a', 'b']), [
      asking({ a: 1, b: 1 }),
      asking({ a: 0.5, c: 1 }, 'F'),
      asking({ c: 1 }),
    ]);
    expect(demand.postingCount).toBeCloseTo(1.5);
    expect(demand.togetherCount).toBeCloseTo(1);
    expect(demand.employers).toEqual([
      { name: 'E', postingCount: 1 },
      { name: 'F', postingCount: 1 },
    ]);
    expect(demand.employerCount).toBe(2);
    expect(demand.iscoWeights.get('2511')).toBeCloseTo(1.5);
    expect(demand.interval[0]).toBeLessThan(demand.share);
  });

  it('never has more postings for two skills than for one', () => {
    const probability = fc.constantFrom(0, 0.3, 0.5, 1);
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: probability, b: probability, c: probability }), { minLength: 1 }),
        (drawn) => {
          const demand = describeDemand(
            new Set(['a', 'b', 'c']),
            drawn.map((each) => asking(each)),
          );
          expect(demand.togetherCount).toBeLessThanOrEqual(demand.postingCount + 1e-9);
          expect(demand.postingCount).toBeLessThanOrEqual(drawn.length + 1e-9);
        },
      ),
    );
  });

  it('is nothing where nobody asks', () => {
    expect(describeDemand(new Set(['a']), [asking({ b: 1 })])).toMatchObject({ share: 0, postingCount: 0 });
  });

  it('finds as prerequisites what its own postings ask for besides and somebody teaches', () => {
    const postings = [
      asking({ a: 1, maths: 1, rare: 1 }),
      asking({ a: 1, maths: 0.5, untaught: 1 }),
      asking({ maths: 1 }),
    ];
    const taught = (skillId: string) => skillId !== 'untaught';
    expect(askedBesides(new Set(['a']), postings, taught, 0.6)).toEqual([{ skillId: 'maths', share: 0.75 }]);
    expect(askedBesides(new Set(['a']), postings, taught, 0.5).map(({ skillId }) => skillId)).toEqual([
      'maths',
      'rare',
    ]);
  });

  it('counts what a posting asks for besides as surely as it asks for the bundle', () => {
    const postings = [asking({ a: 1, maths: 1 }), asking({ a: 0.5, law: 1 })];
    expect(askedBesides(new Set(['a']), postings, () => true, 0.1)).toEqual([
      { skillId: 'maths', share: near(1 / 1.5) },
      { skillId: 'law', share: near(0.5 / 1.5) },
    ]);
  });
});

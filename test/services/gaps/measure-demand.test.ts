import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaMean, betaQuantile, betaVariance } from '../../../services/gaps/beta.ts';
import { measureDemand } from '../../../services/gaps/measure-demand.ts';
import { seededRandom } from '../../../services/gaps/seeded-random.ts';
import { buildCount, buildCounts } from '../../builders.ts';
import { near } from '../../near.ts';

const sure = (skillId: string, count: number) => buildCount(skillId, count);

describe('measureDemand', () => {
  it('without a parent is the Jeffreys posterior, with no specificity', () => {
    const [demand] = measureDemand(buildCounts(19, [sure('welding', 4)]), null);
    expect(demand!.demandShare).toBeCloseTo(4.5 / 20, 12);
    expect(demand!.posterior).toEqual({ alpha: near(4.5, 9), beta: near(15.5, 9) });
    expect(demand!.demandInterval[0]).toBeCloseTo(betaQuantile({ alpha: 4.5, beta: 15.5 }, 0.05), 9);
    expect(demand!.demandInterval[1]).toBeCloseTo(betaQuantile({ alpha: 4.5, beta: 15.5 }, 0.95), 9);
    expect(demand!.specificity).toBeNull();
    expect(demand!.expectedCount).toBe(4);
  });

  it('is drawn to the share outside the scope with the strength given', () => {
    const scope = buildCounts(20, [sure('welding', 10)]);
    const parent = buildCounts(119, [sure('welding', 29.5)]);
    const [demand] = measureDemand(scope, parent, { priorStrength: 30 });
    // Outside: (19.5 + .5) / (99 + 1) = .2, so (30 x .2 + 10) / (30 + 20).
    expect(demand!.demandShare).toBeCloseTo(16 / 50, 12);
    // The parent with every posting in full: (99 x .2 + 10) / 119.
    expect(demand!.specificity).toBeCloseTo(Math.log2(16 / 50 / (29.8 / 119)), 12);
  });

  it('learns the strength when none is given, and caps a given one at the postings outside', () => {
    const scope = buildCounts(20, [sure('welding', 4), sure('sales', 2)]);
    const agreeing = buildCounts(40, [sure('welding', 8), sure('sales', 4)]);
    const learned = measureDemand(scope, agreeing);
    expect(learned).toEqual(measureDemand(scope, agreeing, { priorStrength: 20 }));
    expect(measureDemand(scope, agreeing, { priorStrength: 1000 })).toEqual(learned);
  });

  it('falls back to Jeffreys when the parent holds nothing but the scope, which is then not special', () => {
    const scope = buildCounts(19, [sure('welding', 4)]);
    const [demand] = measureDemand(scope, scope);
    expect(demand!.demandShare).toBeCloseTo(4.5 / 20, 12);
    expect(demand!.specificity).toBe(0);
  });

  it('is positive in specificity exactly where the scope asks more than the rest of its parent', () => {
    const count = fc.constantFrom(1, 2, 4, 8, 20);
    fc.assert(
      fc.property(
        count,
        fc.constantFrom(0, 1, 5, 20, 80),
        fc.constantFrom(1, 3, 30, 79),
        (inside, beyond, priorStrength) => {
          const scope = buildCounts(20, [sure('welding', inside)]);
          const parent = buildCounts(100, [sure('welding', inside + beyond)]);
          const [demand] = measureDemand(scope, parent, { priorStrength });
          const isAbove = inside / 20 - (beyond + 0.5) / 81;
          expect(Math.sign(Math.round(demand!.specificity! * 1e9))).toBe(Math.sign(isAbove));
        },
      ),
    );
  });

  it('finds nothing special in a scope that is pooled with its parent in full', () => {
    const [demand] = measureDemand(buildCounts(20, [sure('welding', 8)]), buildCounts(100, [sure('welding', 20)]), {
      priorStrength: 80,
    });
    expect(demand!.specificity).toBeCloseTo(0, 12);
  });

  it('counts unsure links for what they say: the average of probabilities varies less than a count of answers', () => {
    const certain = buildCounts(49, [buildCount('welding', 5, { postingCount: 5 })]);
    const unsure = buildCounts(49, [buildCount('welding', 5, { postingCount: 10 })]);
    const [few] = measureDemand(certain, null);
    const [many] = measureDemand(unsure, null);
    expect(few!.linkDispersion).toBe(1);
    // Ten links of 1/2: squares 10 x .25, so d = ((2.5 + .5) / 50 - .11^2) / (.11 x .89).
    const d = (3 / 50 - 0.11 ** 2) / (0.11 * 0.89);
    expect(many!.linkDispersion).toBeCloseTo(d, 12);
    expect(many!.posterior).toEqual({ alpha: near(0.5 + 5 / d, 9), beta: near(0.5 + 44 / d, 9) });
    expect(betaVariance(many!.posterior)).toBeLessThan(betaVariance(few!.posterior));
    expect(many!.demandShare).toBe(betaMean(many!.posterior));
  });

  it('says must-have of the part of the asks that say must', () => {
    const must = (mustCount: number) =>
      measureDemand(buildCounts(19, [buildCount('welding', 4, { mustCount })]), null)[0]!;
    expect(must(0).mustHaveShare).toBe(0);
    expect(must(1).mustHaveShare).toBeCloseTo(must(1).demandShare / 4, 12);
    expect(must(4).mustHaveShare).toBe(must(4).demandShare);
    // The same probabilities summed in another order.
    expect(must(4 + 1e-9).mustHaveShare).toBe(must(4).demandShare);
  });

  it('lists the largest share first, ties by id, and leaves out what nobody asks for', () => {
    const skills = [
      sure('sales', 2),
      sure('welding', 9),
      sure('python', 2),
      buildCount('triage', 0, { postingCount: 3 }),
    ];
    expect(measureDemand(buildCounts(20, skills), null).map(({ skillId }) => skillId)).toEqual([
      'welding',
      'python',
      'sales',
    ]);
  });

  it('leaves out a skill that only the parent asks for', () => {
    const demands = measureDemand(
      buildCounts(20, [sure('sales', 2)]),
      buildCounts(90, [sure('sales', 5), sure('python', 50)]),
    );
    expect(demands.map(({ skillId }) => skillId)).toEqual(['sales']);
  });

  it('refuses counts that cannot be', () => {
    const refused = [
      buildCount('welding', 6, { postingCount: 5 }),
      buildCount('welding', 21),
      buildCount('welding', 3, { mustCount: 4 }),
      buildCount('welding', 3, { mustCount: -1 }),
      buildCount('welding', 3, { squaredCount: 3.1 }),
      buildCount('welding', 3, { postingCount: 4, squaredCount: 2 }),
    ];
    for (const count of refused) expect(() => measureDemand(buildCounts(20, [count]), null)).toThrow(/welding/);
  });

  it('does not depend on the order of the counts, and every share lies in its interval', () => {
    const count = fc.constantFrom(0.01, 0.5, 1, 3, 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { maxLength: 6 }), (pairs) => {
        const skills = pairs.map(([inside], at) => sure(`s${at}`, inside));
        const parentSkills = pairs.map(([inside, beyond], at) => sure(`s${at}`, inside + beyond));
        const demands = measureDemand(buildCounts(12, skills), buildCounts(60, parentSkills));
        const turned = measureDemand(buildCounts(12, skills.toReversed()), buildCounts(60, parentSkills));
        expect(turned).toEqual(demands);
        for (const { demandShare, demandInterval, mustHaveShare } of demands) {
          expect(demandInterval[0]).toBeLessThanOrEqual(demandShare);
          expect(demandInterval[1]).toBeGreaterThanOrEqual(demandShare);
          expect(mustHaveShare).toBeLessThanOrEqual(demandShare);
        }
      }),
    );
  });

  it('covers the truth about 9 times in 10 when links are unsure', () => {
    const random = seededRandom(9, 'coverage');
    const [n, confidence, rounds] = [60, 0.5, 600];
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const share = 0.05 + 0.4 * random();
      // A link of confidence 1/2 is right half the time: candidates are twice as frequent as true asks.
      const linked = Array.from({ length: n }, random).filter((u) => u < share / confidence).length;
      if (linked === 0) continue;
      const [demand] = measureDemand(
        buildCounts(n, [buildCount('s', linked * confidence, { postingCount: linked })]),
        null,
      );
      if (demand!.demandInterval[0] <= share && share <= demand!.demandInterval[1]) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.88);
    expect(covered / rounds).toBeLessThan(0.93);
  });
});

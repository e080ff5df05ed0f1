import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta, seededRandom } from '../../../services/gaps/seeded-random.ts';
import { countOutside, learnPriorStrength } from '../../../services/gaps/shrink-shares.ts';
import { buildCount, buildCounts } from '../../builders.ts';

describe('countOutside', () => {
  it('is the parent without the scope, so that no posting counts twice', () => {
    const scope = buildCounts(10, [buildCount('welding', 4)]);
    const outside = countOutside(scope, buildCounts(50, [buildCount('welding', 9), buildCount('sales', 3)]));
    expect(outside.n).toBe(40);
    expect([...outside.expectedBySkill]).toEqual([
      ['welding', 5],
      ['sales', 3],
    ]);
  });

  it('forgives float noise and refuses a parent that cannot contain the scope', () => {
    const parent = buildCounts(50, [buildCount('welding', 4)]);
    const noisy = buildCounts(10, [buildCount('welding', 4 + 1e-9)]);
    expect(countOutside(noisy, parent).expectedBySkill.get('welding')).toBe(0);
    expect(() => countOutside(buildCounts(10, [buildCount('welding', 5)]), parent)).toThrow(/welding/);
    expect(() => countOutside(buildCounts(10, [buildCount('sales', 1)]), parent)).toThrow(/sales/);
    expect(() => countOutside(buildCounts(51, []), parent)).toThrow(/51/);
  });
});

describe('learnPriorStrength', () => {
  it('solves the moment equation, worked by hand', () => {
    const scope = buildCounts(100, [buildCount('a', 40), buildCount('b', 30)]);
    const outside = {
      n: 400,
      expectedBySkill: new Map([
        ['a', 80],
        ['b', 200],
        ['c', 40],
      ]),
    };
    // squares .2^2 + .2^2 + .1^2 = .09, chance .16 + .25 + .09 = .5: rho = (.18 - .01 - .0025) / .99
    expect(learnPriorStrength(scope, outside)).toBeCloseTo(1 / ((0.18 - 0.01 - 0.0025) / 0.99) - 1, 9);
  });

  it('is as large as it may be when the shares agree, and at least one posting when they do not', () => {
    const outside = { n: 400, expectedBySkill: new Map([['a', 80]]) };
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 20)]), outside)).toBe(400);
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 100)]), outside)).toBe(1);
    expect(learnPriorStrength(buildCounts(100, []), { n: 400, expectedBySkill: new Map() })).toBe(1);
    expect(
      learnPriorStrength(buildCounts(100, [buildCount('a', 20)]), { n: 1, expectedBySkill: new Map([['a', 0]]) }),
    ).toBe(1);
  });

  it('stops at the postings outside where the shares differ by hardly more than chance', () => {
    // rho is about .0005, which would be 1,980 postings.
    const outside = { n: 400, expectedBySkill: new Map([['a', 80]]) };
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 24.56)]), outside)).toBe(400);
  });

  it('learns nothing from a single posting', () => {
    expect(learnPriorStrength(buildCounts(1, []), { n: 400, expectedBySkill: new Map([['a', 4]]) })).toBe(1);
  });

  it('never exceeds the number of postings outside', () => {
    const share = fc.constantFrom(0, 0.1, 0.2, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 5 }), fc.constantFrom(0, 1, 3, 50), (pairs, n) => {
        const scope = buildCounts(
          20,
          pairs.map(([inside], at) => buildCount(`s${at}`, 20 * inside)),
        );
        const expectedBySkill = new Map(pairs.map(([, outsideShare], at) => [`s${at}`, n * outsideShare]));
        const strength = learnPriorStrength(scope, { n, expectedBySkill });
        expect(strength).toBeGreaterThanOrEqual(Math.min(1, n));
        expect(strength).toBeLessThanOrEqual(n);
      }),
    );
  });

  it.each([5, 40])('finds the strength %d that simulated scopes were made with', (strength) => {
    const random = seededRandom(2, `strength ${strength}`);
    const binomial = (n: number, share: number) => Array.from({ length: n }, random).filter((u) => u < share).length;
    const [n, outsideN] = [200, 2000];
    const shares = Array.from({ length: 400 }, () => 0.02 + 0.3 * random());
    const scope = shares.map((pi, at) => {
      const own = drawBeta({ alpha: strength * pi, beta: strength * (1 - pi) }, random);
      return buildCount(`s${at}`, binomial(n, own));
    });
    const expectedBySkill = new Map(shares.map((pi, at) => [`s${at}`, binomial(outsideN, pi)]));
    const learned = learnPriorStrength(buildCounts(n, scope), { n: outsideN, expectedBySkill });
    expect(learned / strength).toBeGreaterThan(0.8);
    expect(learned / strength).toBeLessThan(1.25);
  });
});

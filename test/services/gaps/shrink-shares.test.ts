import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBeta, seededRandom } from '../../../services/gaps/seeded-random.ts';
import { countOutside, learnPriorStrength } from '../../../services/gaps/shrink-shares.ts';
import { buildCount, buildCounts } from '../../builders.ts';

/** Postings outside whose links are all sure: each probability is its own square. */
const sureOutside = (n: number, expected: readonly (readonly [string, number])[]) => {
  const expectedBySkill = new Map(expected);
  return { n, expectedBySkill, squaredBySkill: expectedBySkill };
};

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

  it('takes off the squares too, so that links outside are as sure as the rest of the parent says', () => {
    const scope = buildCounts(10, [buildCount('welding', 4)]);
    const parent = buildCounts(50, [buildCount('welding', 9, { postingCount: 14, squaredCount: 6.5 })]);
    expect(countOutside(scope, parent).squaredBySkill.get('welding')).toBeCloseTo(2.5, 12);
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
    const outside = sureOutside(400, [
      ['a', 80],
      ['b', 200],
      ['c', 40],
    ]);
    // squares .2^2 + .2^2 + .1^2 = .09, chance .16 + .25 + .09 = .5: rho = (.18 - .01 - .0025) / .99
    expect(learnPriorStrength(scope, outside)).toBeCloseTo(1 / ((0.18 - 0.01 - 0.0025) / 0.99) - 1, 9);
  });

  it('is as large as it may be when the shares agree, and at least one posting when they do not', () => {
    const outside = sureOutside(400, [['a', 80]]);
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 20)]), outside)).toBe(400);
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 100)]), outside)).toBe(1);
    expect(learnPriorStrength(buildCounts(100, []), sureOutside(400, []))).toBe(1);
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 20)]), sureOutside(1, [['a', 0]]))).toBe(1);
  });

  it('takes less for chance where links are unsure, and so believes less in the rest of the parent', () => {
    const scope = buildCounts(100, [buildCount('a', 26)]);
    const sure = sureOutside(400, [['a', 80]]);
    const unsure = { ...sure, squaredBySkill: new Map([['a', 40]]) };
    expect(learnPriorStrength(scope, unsure)).toBeLessThan(learnPriorStrength(scope, sure));
    // dispersion (40.5/401 - .2007^2) / (.2007 x .7993) = .378: rho = (.06^2 - .16 d (.01 + .0025)) / (.16 (1 - d / 100))
    const share = 80.5 / 401;
    const d = (40.5 / 401 - share ** 2) / (share * (1 - share));
    const rho = (0.06 ** 2 - 0.16 * d * 0.0125) / (0.16 * (1 - d / 100));
    expect(learnPriorStrength(scope, unsure)).toBeCloseTo(1 / rho - 1, 9);
  });

  it('stops at the postings outside where the shares differ by hardly more than chance', () => {
    // rho is about .0005, which would be 1,980 postings.
    const outside = sureOutside(400, [['a', 80]]);
    expect(learnPriorStrength(buildCounts(100, [buildCount('a', 24.56)]), outside)).toBe(400);
  });

  it('learns nothing from a single posting', () => {
    expect(learnPriorStrength(buildCounts(1, []), sureOutside(400, [['a', 4]]))).toBe(1);
  });

  it('never exceeds the number of postings outside', () => {
    const share = fc.constantFrom(0, 0.1, 0.2, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 5 }), fc.constantFrom(0, 1, 3, 50), (pairs, n) => {
        const scope = buildCounts(
          20,
          pairs.map(([inside], at) => buildCount(`s${at}`, 20 * inside)),
        );
        const outside = sureOutside(
          n,
          pairs.map(([, outsideShare], at) => [`s${at}`, n * outsideShare]),
        );
        const strength = learnPriorStrength(scope, outside);
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
    const outside = sureOutside(
      outsideN,
      shares.map((pi, at) => [`s${at}`, binomial(outsideN, pi)]),
    );
    const learned = learnPriorStrength(buildCounts(n, scope), outside);
    expect(learned / strength).toBeGreaterThan(0.8);
    expect(learned / strength).toBeLessThan(1.25);
  });
});

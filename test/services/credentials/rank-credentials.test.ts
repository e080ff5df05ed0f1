import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RankedCredential } from '../../../services/domain/credential.ts';
import { toShare } from '../../../services/domain/units.ts';
import { rankCredentials } from '../../../services/credentials/rank-credentials.ts';
import { drawBeta, seededRandom } from '../../../services/gaps/seeded-random.ts';
import { buildCoverage, buildCredential, buildGap } from '../../builders.ts';
import { near } from '../../near.ts';

const gaps = [buildGap('python', 0.6), buildGap('sales', 0.3), buildGap('welding', 0.1)];
const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('rankCredentials', () => {
  it('is the part of all gaps that the coverage closes, in parts that say where from', () => {
    const coverages = [buildCoverage('c', 'sales', 0.5), buildCoverage('c', 'python', 0.5, { state: 'declared' })];
    const [ranked] = rankCredentials([buildCredential('c')], coverages, gaps);
    expect(ranked!.gapClosed).toBeCloseTo(0.45, 12);
    expect(ranked!.contributions).toEqual([
      {
        skillId: 'python',
        gapShare: 0.6,
        coverage: 0.5,
        contribution: near(0.3),
        state: 'declared',
        outcome: coverages[1]!.outcome,
      },
      {
        skillId: 'sales',
        gapShare: 0.3,
        coverage: 0.5,
        contribution: near(0.15),
        state: 'inferred',
        outcome: coverages[0]!.outcome,
      },
    ]);
  });

  it('says the value per 10 hours and per 100 of the currency, and null where that is unknown or free', () => {
    const of = (rest: object) =>
      rankCredentials([buildCredential('c', rest)], [buildCoverage('c', 'python', 1)], gaps)[0]!;
    expect(of({ workloadHours: 40, price: euros(300) })).toMatchObject({
      per10Hours: near(0.15),
      per100Currency: near(0.2),
    });
    expect(of({})).toMatchObject({ per10Hours: null, per100Currency: null });
    expect(of({ price: euros(0) }).per100Currency).toBeNull();
  });

  it('lists the largest first, ties by id, and leaves out what closes nothing or does not pass the filters', () => {
    const coverages = ['b', 'a', 'd'].map((id) => buildCoverage(id, 'sales', 1));
    coverages.push(buildCoverage('z', 'python', 1), buildCoverage('e', 'cooking', 1));
    const credentials = ['a', 'b', 'z', 'e', 'f'].map((id) => buildCredential(id, { language: 'en' }));
    credentials.push(buildCredential('d', { language: 'sv' }));
    const ranked = rankCredentials(credentials, coverages, gaps, { languages: ['en'] });
    expect(ranked.map(({ credentialId }) => credentialId)).toEqual(['z', 'a', 'b']);
  });

  it('stands on its evidence: without the outcome behind the largest contribution the credential closes less', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 3, maxLength: 3 }),
        fc.array(share, { minLength: 3, maxLength: 3 }),
        (asked, taught) => {
          const skills = ['python', 'sales', 'welding'];
          const open = skills.map((skill, at) => buildGap(skill, asked[at] ?? 0));
          const coverages = skills.map((skill, at) => buildCoverage('c', skill, taught[at] ?? 0));
          const [before] = rankCredentials([buildCredential('c')], coverages, open);
          const [top] = before!.contributions;
          const [after] = rankCredentials(
            [buildCredential('c')],
            coverages.filter(({ skillId }) => skillId !== top!.skillId),
            open,
          );
          expect(after!.gapClosed).toBeLessThan(before!.gapClosed);
          expect(before!.gapClosed - after!.gapClosed).toBeCloseTo(top!.contribution, 9);
        },
      ),
    );
  });

  it('orders equal contributions by skill', () => {
    const even = [buildGap('b', 0.3), buildGap('a', 0.3)];
    const [ranked] = rankCredentials(
      [buildCredential('c')],
      [buildCoverage('c', 'b', 1), buildCoverage('c', 'a', 1)],
      even,
    );
    expect(ranked!.contributions.map(({ skillId }) => skillId)).toEqual(['a', 'b']);
  });

  it('is empty without gaps', () => {
    expect(rankCredentials([buildCredential('c')], [buildCoverage('c', 'python', 1)], [])).toEqual([]);
    expect(rankCredentials([buildCredential('c')], [buildCoverage('c', 'python', 1)], [buildGap('python', 0)])).toEqual(
      [],
    );
  });

  it('has contributions that add up to the score, lies in its interval, is valid, and forgets the order of its input', () => {
    const share = fc.constantFrom(0, 0.1, 0.3, 1);
    const skillId = fc.constantFrom('a', 'b', 'c');
    const coverage = fc.record({ credentialId: fc.constantFrom('x', 'y', 'z'), skillId, coverage: share });
    const gap = fc.record({ skillId, gapShare: share });
    const someGaps = fc.uniqueArray(gap, { selector: (one) => one.skillId });
    fc.assert(
      fc.property(someGaps, fc.array(coverage, { maxLength: 8 }), (gapSpecs, specs) => {
        const allGaps = gapSpecs.map((one) => buildGap(one.skillId, one.gapShare));
        const coverages = specs.map((one) => buildCoverage(one.credentialId, one.skillId, one.coverage));
        const credentials = ['x', 'y', 'z'].map((id) => buildCredential(id));
        const ranked = rankCredentials(credentials, coverages, allGaps);
        expect(rankCredentials(credentials.toReversed(), coverages.toReversed(), allGaps.toReversed())).toEqual(ranked);
        for (const one of ranked) {
          expect(RankedCredential.safeParse(one).success).toBe(true);
          const sum = one.contributions.reduce((total, { contribution }) => total + contribution, 0);
          expect(Math.abs(sum - one.gapClosed)).toBeLessThan(1e-9);
          expect(one.gapClosedInterval[0]).toBeLessThanOrEqual(one.gapClosed);
          expect(one.gapClosedInterval[1]).toBeGreaterThanOrEqual(one.gapClosed);
          expect(one.gapClosedInterval[0]).toBeGreaterThanOrEqual(0);
          expect(one.gapClosedInterval[1]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the interval of gapClosed', () => {
  const fewPostings = [
    { id: 'python', alpha: 9, beta: 21 },
    { id: 'sales', alpha: 6, beta: 24 },
    { id: 'welding', alpha: 3, beta: 27 },
    { id: 'triage', alpha: 3, beta: 27 },
  ].map(({ id, alpha, beta }) => buildGap(id, alpha / (alpha + beta), { posterior: { alpha, beta } }));

  it('agrees with draws from the posteriors of the gaps', () => {
    const coverages = [
      buildCoverage('c', 'python', 0.9),
      buildCoverage('c', 'sales', 0.4),
      buildCoverage('c', 'triage', 0.1),
    ];
    const coverageOf = new Map(coverages.map((one) => [one.skillId, one.coverage]));
    const random = seededRandom(6, 'ratio');
    const draws = Array.from({ length: 20_000 }, () => {
      let [closed, total] = [0, 0];
      for (const gap of fewPostings) {
        const share = drawBeta(gap.posterior, random);
        closed += share * (coverageOf.get(gap.skillId) ?? 0);
        total += share;
      }
      return closed / total;
    }).sort((a, b) => a - b);
    const [ranked] = rankCredentials([buildCredential('c')], coverages, fewPostings);
    expect(Math.abs(ranked!.gapClosedInterval[0] - draws[1000]!)).toBeLessThan(0.012);
    expect(Math.abs(ranked!.gapClosedInterval[1] - draws[19_000]!)).toBeLessThan(0.012);
  });

  it('narrows with what a known supply leaves of the demand, and reads a counted supply off the gap interval', () => {
    const widthWith = (rest: object) => {
      const half = fewPostings.map((gap, at) => (at === 0 ? { ...gap, ...rest } : gap));
      const [low, high] = rankCredentials([buildCredential('c')], [buildCoverage('c', 'python', 1)], half)[0]!
        .gapClosedInterval;
      return high - low;
    };
    const unknown = widthWith({});
    expect(widthWith({ supplyShare: 0.9, supplyState: 'claimed' })).toBeLessThan(unknown * 0.9);
    expect(widthWith({ supplyShare: 0, supplyState: 'measured', gapInterval: [0.3, 0.3] })).toBeLessThan(unknown * 0.9);
    // The exact standard deviation of Beta(9, 21) is 0.0823.
    const asWide = widthWith({ supplyShare: 0, supplyState: 'measured', gapInterval: [0.3 - 0.13538, 0.3 + 0.13538] });
    expect(asWide).toBeCloseTo(unknown, 3);
  });

  it('stays as it is where the same part of every skill is held: the parts of the gap do', () => {
    const intervalOf = (open: typeof fewPostings) =>
      rankCredentials([buildCredential('c')], [buildCoverage('c', 'python', 1)], open)[0]!.gapClosedInterval;
    const halfHeld = fewPostings.map((gap) => ({
      ...gap,
      supplyShare: toShare(0.5),
      supplyState: 'claimed' as const,
      gapShare: toShare(gap.demandShare / 2),
    }));
    expect(intervalOf(halfHeld)).toEqual(intervalOf(fewPostings).map((end) => near(end, 9)));
  });

  it('is a point for a credential that closes everything', () => {
    const coverages = fewPostings.map((gap) => buildCoverage('c', gap.skillId, 1));
    expect(rankCredentials([buildCredential('c')], coverages, fewPostings)[0]!.gapClosedInterval).toEqual([
      near(1),
      near(1),
    ]);
  });

  it('is everything where the gaps say next to nothing', () => {
    const vague = ['a', 'b'].map((id) => buildGap(id, 0.1, { posterior: { alpha: 0.001, beta: 0.009 } }));
    const [ranked] = rankCredentials([buildCredential('c')], [buildCoverage('c', 'a', 1)], vague);
    expect(ranked!.gapClosedInterval).toEqual([0, 1]);
  });
});

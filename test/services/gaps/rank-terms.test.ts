import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termInformativeness, termSpecificity } from '../../../services/gaps/rank-terms.ts';
import { near } from '../../near.ts';

describe('how specific a term is', () => {
  it('is the doublings of its share over the share elsewhere, half a posting added there', () => {
    // 8 of 16 here; (1.5) / (24) elsewhere: log2(0.5 / 0.0625) = 3.
    expect(termSpecificity({ postingCount: 8, n: 16, elsewhereCount: 1, elsewhere: 23 })).toEqual(near(3));
  });

  it('is unknown where there is nothing elsewhere', () => {
    expect(termSpecificity({ postingCount: 8, n: 16, elsewhereCount: 0, elsewhere: 0 })).toBeNull();
  });
});

describe('how telling a term is', () => {
  it('is its share times its specificity', () => {
    expect(termInformativeness({ postingCount: 8, n: 16, elsewhereCount: 1, elsewhere: 23 })).toEqual(near(1.5));
    expect(termInformativeness({ postingCount: 8, n: 16, elsewhereCount: 0, elsewhere: 0 })).toEqual(near(0.5));
    expect(termInformativeness({ postingCount: 4, n: 16, elsewhereCount: 1, elsewhere: 23 })).toEqual(near(0.5));
  });

  it('is not above 0 for what is said more often elsewhere', () => {
    expect(termInformativeness({ postingCount: 1, n: 10, elsewhereCount: 5, elsewhere: 10 })).toBeLessThan(0);
  });

  it('grows with every posting here and shrinks with every posting elsewhere', () => {
    const count = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(count, fc.nat(5), (postingCount, elsewhereCount) => {
        const counts = { postingCount, n: 100, elsewhereCount, elsewhere: 10_000 };
        const value = termInformativeness(counts);
        expect(termInformativeness({ ...counts, postingCount: postingCount + 1 })).toBeGreaterThan(value);
        expect(termInformativeness({ ...counts, elsewhereCount: elsewhereCount + 1 })).toBeLessThan(value);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExactIndex } from '../../../services/matching/exact-index.ts';
import { joinIndexes } from '../../../services/matching/joined-index.ts';

const unit = (x: number, y: number) => Float32Array.from([x, y], (value) => value / Math.hypot(x, y));
// Few directions, so that neighbours tie.
const direction = fc.constantFrom(unit(1, 0), unit(0, 1), unit(1, 1), unit(-1, 0));
const entries = fc
  .array(direction, { minLength: 1, maxLength: 9 })
  .map((vectors) => vectors.map((vector, at) => ({ id: `e${at}`, vector })));

describe('indexes joined', () => {
  it('find what one index of all their entries finds, however they are cut', () => {
    fc.assert(
      fc.property(entries, fc.nat(9), fc.integer({ min: 1, max: 10 }), direction, (all, cut, limit, query) => {
        const whole = buildExactIndex(all, 2);
        const joined = joinIndexes([buildExactIndex(all.slice(0, cut), 2), buildExactIndex(all.slice(cut), 2)]);
        expect(joined.nearest(query, limit)).toEqual(whole.nearest(query, limit));
        expect(joined.size).toBe(whole.size);
        for (const { id } of all) expect(joined.vectorOf(id)).toEqual(whole.vectorOf(id));
        expect(joined.vectorOf('none')).toBeUndefined();
      }),
    );
  });

  it('let the first one with an id count', () => {
    const joined = joinIndexes([
      buildExactIndex([{ id: 'a', vector: unit(1, 0) }], 2),
      buildExactIndex([{ id: 'a', vector: unit(0, 1) }], 2),
    ]);
    expect(joined.vectorOf('a')).toEqual(unit(1, 0));
    expect(joined.nearest(unit(0, 1), 5)).toEqual([{ id: 'a', similarity: 0 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOfDraws, areaUnderCurve } from '../../../services/evaluate/area-under-curve.ts';

describe('the area under the curve', () => {
  it('is the chance that a positive gets more than a negative, ties half', () => {
    expect(areaUnderCurve([0.9, 0.8, 0.1], [true, true, false])).toBe(1);
    expect(areaUnderCurve([0.1, 0.9], [true, false])).toBe(0);
    expect(areaUnderCurve([0.5, 0.5, 0.5], [true, false, false])).toBe(0.5);
    expect(areaUnderCurve([0.5], [true])).toBeNaN();
  });

  it('counts every pair of a drawing, repetitions included', () => {
    const example = fc.tuple(fc.constantFrom(0, 0.5, 0.75, 1), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(example, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat(99)),
        (examples, draw) => {
          const drawn = examples.map(() => draw.next().value % examples.length);
          const some = drawn.map((at) => examples[at]!);
          const positives = some.filter(([, label]) => label);
          const negatives = some.filter(([, label]) => !label);
          fc.pre(positives.length > 0 && negatives.length > 0);
          const wins = positives.flatMap(([a]) => negatives.map(([b]): number => (a > b ? 1 : a === b ? 0.5 : 0)));
          const expected = wins.reduce((sum, win) => sum + win, 0) / wins.length;
          const area = areaOfDraws(
            examples.map(([value]) => value),
            examples.map(([, label]) => label),
          );
          expect(area(drawn)).toBeCloseTo(expected, 12);
        },
      ),
    );
  });
});

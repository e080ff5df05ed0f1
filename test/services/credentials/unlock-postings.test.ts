import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinReach, unlockPostings } from '../../../services/credentials/unlock-postings.ts';

const ask = (skillId: string, probability: number, mustProbability = 0) => ({ skillId, probability, mustProbability });
const NOTHING = new Map<string, number>();

const posting = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(0.25, 0.5, 1), fc.constantFrom(0, 0.25, 1))
    .map(([skillId, probability, must]) => ask(skillId, probability, Math.min(must, probability))),
  { maxLength: 3 },
);
const held = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(0, 0.5, 1)))
  .map((entries) => new Map(entries));

describe('a posting within reach', () => {
  it('asks for must-haves of which at least theta is held, weighted by how surely it asks', () => {
    const skills = [ask('a', 1, 0.7), ask('b', 1, 0.3), ask('c', 1)];
    expect(isWithinReach(skills, new Map([['a', 1]]), 0.7)).toBe(true);
    expect(isWithinReach(skills, new Map([['a', 0.99]]), 0.7)).toBe(false);
    expect(
      isWithinReach(
        skills,
        new Map([
          ['b', 1],
          ['c', 1],
        ]),
        0.7,
      ),
    ).toBe(false);
  });

  it('counts all skills where it states no must-have', () => {
    const skills = [ask('a', 0.7), ask('b', 0.3)];
    expect(isWithinReach(skills, new Map([['a', 1]]), 0.7)).toBe(true);
    expect(isWithinReach(skills, new Map([['b', 1]]), 0.7)).toBe(false);
  });

  it('is one at exactly theta, though the sums of its parts are off in the last bit', () => {
    // 4 of 5: .3 x 4 is 1.2, and .8 of .3 x 5 is 1.2000000000000002.
    const skills = ['a', 'b', 'c', 'd', 'e'].map((id) => ask(id, 0.3));
    const four = new Map(['a', 'b', 'c', 'd'].map((id) => [id, 1]));
    expect(isWithinReach(skills, four, 0.8)).toBe(true);
  });

  it('asks for something', () => {
    expect(isWithinReach([], new Map([['a', 1]]), 0.7)).toBe(false);
    expect(isWithinReach([ask('a', 0)], new Map([['a', 1]]), 0)).toBe(false);
  });
});

describe('postings unlocked by a plan', () => {
  it('are those within reach with it and not without it', () => {
    const postings = [[ask('a', 1)], [ask('a', 1), ask('b', 1)], [ask('b', 1)], []];
    const before = new Map([['a', 1]]);
    const after = new Map([
      ['a', 1],
      ['b', 0.8],
    ]);
    const { n, interval, of } = unlockPostings(postings, before, after, { seed: 1 });
    expect([n, of]).toEqual([2, 4]);
    expect(interval[0]).toBeLessThan(2);
    expect(interval[1]).toBeGreaterThan(2);
  });

  it('are said with the 90 % interval of as many postings, drawn again', () => {
    const postings = Array.from({ length: 400 }, (_, at) => [ask(at % 2 === 0 ? 'a' : 'b', 1)]);
    const { n, interval } = unlockPostings(postings, NOTHING, new Map([['a', 1]]), { seed: 1 });
    expect(n).toBe(200);
    // Binomial with n = 400, p = 1/2: standard deviation 10.
    expect((interval[1] - interval[0]) / (2 * 1.645 * 10)).toBeGreaterThan(0.93);
    expect((interval[1] - interval[0]) / (2 * 1.645 * 10)).toBeLessThan(1.07);
  });

  it('lie within their interval even where the one sample there is misses them', () => {
    const postings = Array.from({ length: 400 }, (_, at) => [ask(at % 2 === 0 ? 'a' : 'b', 1)]);
    const widths = [1, 2, 3, 4].map((seed) => {
      const options = { seed, sampleCount: 1 };
      const { n, interval } = unlockPostings(postings, NOTHING, new Map([['a', 1]]), options);
      expect(interval[0]).toBeLessThanOrEqual(n);
      expect(interval[1]).toBeGreaterThanOrEqual(n);
      return interval[1] - interval[0];
    });
    expect(Math.max(...widths)).toBeGreaterThan(0);
  });

  it('are none of no postings', () => {
    expect(unlockPostings([], NOTHING, NOTHING, { seed: 1 })).toEqual({ n: 0, interval: [0, 0], of: 0 });
  });

  it('lie within their interval, and nothing is unlocked by holding the same', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 6 }), held, held, (postings, before, more) => {
        const after = new Map([...before].map(([id, share]) => [id, Math.max(share, more.get(id) ?? 0)]));
        for (const [id, share] of more) if (!after.has(id)) after.set(id, share);
        const options = { seed: 1, sampleCount: 40 };
        const { n, interval, of } = unlockPostings(postings, before, after, options);
        expect(n).toBeGreaterThanOrEqual(0);
        expect(n).toBeLessThanOrEqual(of);
        expect(interval[0]).toBeLessThanOrEqual(n);
        expect(interval[1]).toBeGreaterThanOrEqual(n);
        expect(interval[1]).toBeLessThanOrEqual(of);
        expect(unlockPostings(postings, before, before, options).n).toBe(0);
        expect(unlockPostings(postings, before, after, options)).toEqual({ n, interval, of });
      }),
    );
  });

  it('are no more at a higher theta for one who holds nothing before', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 6 }), held, (postings, after) => {
        const at = (theta: number) => unlockPostings(postings, NOTHING, after, { seed: 1, theta, sampleCount: 1 }).n;
        expect(at(0.5)).toBeGreaterThanOrEqual(at(0.7));
        expect(at(0.7)).toBeGreaterThanOrEqual(at(1));
      }),
    );
  });
});

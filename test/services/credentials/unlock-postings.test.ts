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
